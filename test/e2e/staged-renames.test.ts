import { githubToken } from '../tokens.ts';
import { add, addAll, type Case, cacheInfo, commit, commitAll, LEAK, LINES, runCases, TOKEN } from './cases.ts';

const RENAMES: Case[] = [
  {
    name: 'renamed to one place and copied to another',
    want: 1,
    make: (repo) => {
      commit(repo, 'a.ts', `${LINES}${LEAK}`);
      repo.git('rm', '-q', 'a.ts');
      addAll({ 'b.ts': `${LINES}${LEAK}`, 'c.ts': `${LINES}${LEAK}` })(repo);
    },
  },
  {
    name: 'renamed, the old key stays',
    want: 0,
    make: (repo) => {
      commit(repo, 'a.ts', `${LINES}${LEAK}`);
      repo.git('mv', 'a.ts', 'b.ts');
      add('b.ts', `zero\n${LINES}${LEAK}nine\n`)(repo);
    },
  },
  {
    name: 'many renamed and changed, with a rename limit of one',
    want: 0,
    make: (repo) => {
      const text = (n: number, first = '') => `${first}${LINES.replaceAll('\n', ` ${n}\n`)}${githubToken(n)}\n`;
      commitAll(repo, { 'a1.ts': text(1), 'a2.ts': text(2), 'a3.ts': text(3) });
      for (const n of [1, 2, 3]) {
        repo.git('mv', `a${n}.ts`, `b${n}.ts`);
        add(`b${n}.ts`, text(n, 'zero\n'))(repo);
      }
      repo.git('config', 'diff.renameLimit', '1');
    },
  },
  {
    name: 'renamed only in case',
    want: 0,
    make: (repo) => {
      commit(repo, 'a.ts', LEAK);
      repo.git('mv', 'a.ts', 'A.ts');
    },
  },
  {
    name: 'renamed and made executable',
    want: 0,
    make: (repo) => {
      commit(repo, 'a.ts', LEAK);
      repo.git('mv', 'a.ts', 'b.ts');
      repo.git('update-index', '--chmod=+x', 'b.ts');
    },
  },
];

const TYPES: Case[] = [
  {
    name: 'a file that became a folder',
    want: 1,
    make: (repo) => {
      commit(repo, 'a', 'x\n');
      repo.git('rm', '-q', 'a');
      add('a/b.ts', LEAK)(repo);
    },
  },
  {
    name: 'a folder that became a file',
    want: 1,
    make: (repo) => {
      commit(repo, 'a/b.ts', 'x\n');
      repo.git('rm', '-q', 'a/b.ts');
      add('a', LEAK)(repo);
    },
  },
  {
    name: 'a submodule that became a file',
    want: 1,
    make: (repo) => {
      cacheInfo(repo, '160000', repo.git('rev-parse', 'HEAD').trim(), 'a');
      repo.git('commit', '-q', '-m', 'm');
      repo.git('rm', '-q', '--cached', 'a');
      add('a', LEAK)(repo);
    },
  },
  {
    name: 'a file with a key that became a submodule',
    want: 0,
    make: (repo) => {
      commit(repo, 'a', LEAK);
      repo.git('rm', '-q', 'a');
      cacheInfo(repo, '160000', repo.git('rev-parse', 'HEAD').trim(), 'a');
    },
  },
  {
    name: 'a link with an old key made a file of the same text',
    want: 0,
    make: (repo) => {
      repo.link('a', TOKEN);
      repo.git('add', 'a');
      repo.git('commit', '-q', '-m', 'm');
      repo.git('rm', '-q', 'a');
      add('a', TOKEN)(repo);
    },
  },
  {
    name: 'a link to a name with a key in the middle',
    want: 1,
    make: (repo) => {
      repo.link('a', `../x/${TOKEN}/y`);
      repo.git('add', 'a');
    },
  },
  {
    name: 'skip-worktree',
    want: 1,
    make: (repo) => {
      commit(repo, 'a.ts', 'x\n');
      add('a.ts', LEAK)(repo);
      repo.git('update-index', '--skip-worktree', 'a.ts');
    },
  },
  {
    name: 'intent to add beside a staged key',
    want: 1,
    make: (repo) => {
      repo.write('n.ts', 'x\n');
      repo.git('add', '-N', 'n.ts');
      add('a.ts', LEAK)(repo);
    },
  },
  {
    name: 'an executable file',
    want: 1,
    make: (repo) => {
      add('run.sh', `#!/bin/sh\n${LEAK}`)(repo);
      repo.git('update-index', '--chmod=+x', 'run.sh');
    },
  },
];

runCases('renames', RENAMES);
runCases('types', TYPES);
