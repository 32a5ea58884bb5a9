import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { githubToken } from '../tokens.ts';
import { add, blob, type Case, cacheInfo, commit, LEAK, runCases, TOKEN } from './cases.ts';

const CHANGES: Case[] = [
  {
    name: 'only in the work tree',
    want: 0,
    make: (repo) => {
      add('a.ts', 'clean\n')(repo);
      repo.write('a.ts', LEAK);
    },
  },
  {
    name: 'only in the index',
    want: 1,
    make: (repo) => {
      add('a.ts', LEAK)(repo);
      repo.write('a.ts', 'clean\n');
    },
  },
  {
    name: 'in the index, gone from the work tree',
    want: 1,
    make: (repo) => {
      add('a.ts', LEAK)(repo);
      rmSync(join(repo.dir, 'a.ts'));
    },
  },
  {
    name: 'another line of a file that has one already',
    want: 0,
    make: (repo) => {
      commit(repo, 'a.ts', `${LEAK}one\n`);
      add('a.ts', `${LEAK}one\ntwo\n`)(repo);
    },
  },
  {
    name: 'a line added to a file that has another one already',
    want: 1,
    make: (repo) => {
      commit(repo, 'a.ts', `${LEAK}one\n`);
      add('a.ts', `${LEAK}one\nconst u = "${githubToken(2)}";\n`)(repo);
    },
  },
  {
    name: 'removed',
    want: 0,
    make: (repo) => {
      commit(repo, 'a.ts', `${LEAK}one\n`);
      add('a.ts', 'one\n')(repo);
    },
  },
  {
    name: 'the whole file removed',
    want: 0,
    make: (repo) => {
      commit(repo, 'a.ts', LEAK);
      repo.git('rm', '-q', 'a.ts');
    },
  },
  {
    name: 'renamed with its old key',
    want: 0,
    make: (repo) => {
      commit(repo, 'a.ts', LEAK);
      repo.git('mv', 'a.ts', 'b.ts');
    },
  },
  {
    name: 'renamed and a key added',
    want: 1,
    make: (repo) => {
      commit(repo, 'a.ts', 'one\ntwo\nthree\nfour\nfive\nsix\n');
      repo.git('mv', 'a.ts', 'b.ts');
      add('b.ts', `one\ntwo\nthree\nfour\nfive\nsix\n${LEAK}`)(repo);
    },
  },
  {
    name: 'copied, which adds it a second time',
    want: 1,
    make: (repo) => {
      commit(repo, 'a.ts', LEAK);
      add('b.ts', LEAK)(repo);
    },
  },
  {
    name: 'made executable',
    want: 0,
    make: (repo) => {
      commit(repo, 'a.ts', LEAK);
      repo.git('update-index', '--chmod=+x', 'a.ts');
    },
  },
  {
    name: 'the target of a symbolic link',
    want: 1,
    make: (repo) => [repo.link('a', TOKEN), repo.git('add', 'a'), undefined],
  },
  {
    name: 'a link that became a file',
    want: 1,
    make: (repo) => {
      repo.link('a', 'nowhere');
      repo.git('add', 'a');
      repo.git('commit', '-q', '-m', 'm');
      rmSync(join(repo.dir, 'a'));
      add('a', LEAK)(repo);
    },
  },
  {
    name: 'a file that became a link',
    want: 1,
    make: (repo) => {
      commit(repo, 'a', 'x\n');
      rmSync(join(repo.dir, 'a'));
      repo.link('a', TOKEN);
      repo.git('add', 'a');
    },
  },
  {
    name: 'added with intent only',
    want: 0,
    make: (repo) => [repo.write('a.ts', LEAK), repo.git('add', '-N', 'a.ts'), undefined],
  },
  {
    name: 'a key of several lines, only some of them new',
    want: 1,
    make: (repo) => {
      const body = (n: number) =>
        Array.from({ length: 20 }, (_, i) =>
          Buffer.from(githubToken(n + i) + githubToken(n + 99))
            .toString('base64')
            .slice(0, 64),
        );
      const pem = (lines: string[]) =>
        `-----BEGIN ${'RSA PRIVATE'} KEY-----\n${lines.join('\n')}\n-----END ${'RSA PRIVATE'} KEY-----\n`;
      commit(repo, 'k.pem', pem(body(3).slice(0, 10)));
      add('k.pem', pem(body(3)))(repo);
    },
  },
  {
    name: 'assume-unchanged',
    want: 1,
    make: (repo) => {
      commit(repo, 'a.ts', 'x\n');
      add('a.ts', LEAK)(repo);
      repo.git('update-index', '--assume-unchanged', 'a.ts');
    },
  },
  {
    name: 'a blob that only the index has',
    want: 1,
    make: (repo) => cacheInfo(repo, '100644', blob(repo, LEAK), 'x/y.ts'),
  },
];

runCases('changes', CHANGES);
