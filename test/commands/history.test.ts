import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { type HistoryArgs, history } from '../../src/commands/history.ts';
import { newRepo, type Repo, scratch } from '../repo.ts';
import { githubToken } from '../tokens.ts';
import { fakeWorld } from '../world.ts';

const TOKEN = githubToken();
const NEVER = githubToken(9);

async function run(repo: Repo, given: Partial<HistoryArgs>, input = '', isPiped = false) {
  const fake = fakeWorld(repo.dir, undefined, input);
  const code = await history.run({ positionals: [], ...given }, { ...fake, isPiped });
  expect(fake.printed.err).not.toContain(TOKEN);
  if (given.replacements !== true) expect(fake.printed.out).not.toContain(TOKEN);
  return { code, ...fake.printed };
}

const byValue = (repo: Repo, value = TOKEN) => run(repo, { check: true, stdin: true }, `${value}\n`);

/** The places in an answer, one `kind: name` each. */
const placesIn = (out: string) =>
  out
    .split('\n')
    .flatMap(
      (line) => /^ {2}((?:ref|stash|note|HEAD|reflog|index|work tree|unreachable|git file): .*)$/.exec(line)?.[1] ?? [],
    );

function commit(repo: Repo, path: string, content: string | Uint8Array, message = 'x'): void {
  repo.write(path, content);
  repo.git('add', '-A');
  repo.git('commit', '-q', '-m', message);
}

/** What a commit leaves behind in reflogs and ORIG_HEAD goes, so that a row shows one place only. */
function forget(repo: Repo): void {
  repo.git('reflog', 'expire', '--expire=now', '--expire-unreachable=now', '--all');
  for (const name of ['ORIG_HEAD', 'COMMIT_EDITMSG']) rmSync(join(repo.dir, '.git', name), { force: true });
}

const HELD: readonly { name: string; make: (repo: Repo) => void; places: readonly string[] }[] = [
  {
    name: 'a branch, in a version that was replaced',
    make: (repo) => {
      commit(repo, 'a', TOKEN);
      commit(repo, 'a', 'gone');
      forget(repo);
    },
    places: ['ref: refs/heads/main'],
  },
  {
    name: 'a branch that was merged, and one cut off after it',
    make: (repo) => {
      repo.git('switch', '-q', '-c', 'side');
      commit(repo, 'a', TOKEN);
      repo.git('branch', 'later');
      repo.git('switch', '-q', 'main');
      commit(repo, 'b', 'b');
      repo.git('merge', '-q', '--no-edit', 'side');
      repo.git('branch', 'clean', 'main~1');
      forget(repo);
    },
    places: ['index: a', 'ref: refs/heads/later', 'ref: refs/heads/main', 'ref: refs/heads/side', 'work tree: a'],
  },
  {
    name: 'a message',
    make: (repo) => {
      commit(repo, 'a', 'a', `it is ${TOKEN}`);
      forget(repo);
    },
    places: ['ref: refs/heads/main'],
  },
  {
    name: 'the message of a tag',
    make: (repo) => repo.git('tag', '-a', '-m', TOKEN, 'v1'),
    places: ['ref: refs/tags/v1'],
  },
  {
    name: 'a tag on a blob',
    make: (repo) => {
      repo.write('../blob', TOKEN);
      repo.git('tag', 'odd', repo.git('hash-object', '-w', '../blob').trim());
    },
    places: ['ref: refs/tags/odd'],
  },
  {
    name: 'a note',
    make: (repo) => {
      repo.git('notes', 'add', '-m', TOKEN);
      forget(repo);
      rmSync(join(repo.dir, '.git/NOTES_EDITMSG'), { force: true });
    },
    places: ['note: refs/notes/commits'],
  },
  {
    name: 'stashes, the newest and an older one',
    make: (repo) => {
      repo.write('.gitignore', TOKEN);
      repo.git('stash', '-q');
      repo.write('.gitignore', 'other');
      repo.git('stash', '-q');
      repo.git('reflog', 'expire', '--expire=now', 'HEAD', 'main');
    },
    places: ['stash: reflog of refs/stash (2)'],
  },
  {
    name: 'nothing but the reflogs',
    make: (repo) => {
      commit(repo, 'a', TOKEN);
      repo.git('reset', '-q', '--hard', 'HEAD~1');
      rmSync(join(repo.dir, '.git/ORIG_HEAD'));
    },
    places: ['reflog: reflog of HEAD (2)', 'reflog: reflog of refs/heads/main (2)'],
  },
  {
    name: 'ORIG_HEAD and unreachable objects',
    make: (repo) => {
      commit(repo, 'a', TOKEN);
      repo.git('reset', '-q', '--hard', 'HEAD~1');
      repo.git('reflog', 'expire', '--expire=now', '--expire-unreachable=now', '--all');
    },
    places: ['HEAD: .git/ORIG_HEAD', 'unreachable: objects that nothing leads to'],
  },
  {
    name: 'the index',
    make: (repo) => {
      repo.write('a', TOKEN);
      repo.git('add', 'a');
      rmSync(join(repo.dir, 'a'));
    },
    places: ['index: a'],
  },
  {
    name: 'what was staged once',
    make: (repo) => {
      repo.write('a', TOKEN);
      repo.git('add', 'a');
      repo.git('rm', '-q', '-f', 'a');
    },
    places: ['unreachable: objects that nothing leads to'],
  },
  { name: 'a file that was never staged', make: (repo) => repo.write('a b', TOKEN), places: ['work tree: a b'] },
  {
    name: 'git’s own files',
    make: (repo) => repo.git('config', 'remote.far.url', `https://${TOKEN}@example.com/x`),
    places: ['git file: .git/config'],
  },
  {
    name: 'a linked work tree: its branch, its index, its HEAD’s reflog',
    make: (repo) => {
      repo.git('worktree', 'add', '-q', '--detach', '../linked');
      repo.write('../linked/a', TOKEN);
      repo.git('-C', '../linked', 'add', 'a');
      repo.git('-C', '../linked', 'commit', '-q', '-m', 'x');
      rmSync(join(repo.dir, '.git/worktrees/linked/COMMIT_EDITMSG'));
    },
    places: [
      'HEAD: .git/worktrees/linked/HEAD',
      'index: a',
      'reflog: reflog of HEAD in work tree linked',
      'work tree: a',
    ],
  },
  {
    name: 'base64 around it',
    make: (repo) => {
      commit(repo, 'a', Buffer.from(`u:${TOKEN}`).toString('base64'));
      commit(repo, 'a', '');
      forget(repo);
    },
    places: ['ref: refs/heads/main'],
  },
  {
    name: 'UTF-16',
    make: (repo) => {
      commit(repo, 'a', Buffer.from(`\ufeff${TOKEN}`, 'utf16le'));
      commit(repo, 'a', '');
      forget(repo);
    },
    places: ['ref: refs/heads/main'],
  },
  {
    name: 'a packed repository',
    make: (repo) => {
      commit(repo, 'a', TOKEN);
      commit(repo, 'a', '');
      forget(repo);
      repo.git('gc', '-q', '--prune=now');
    },
    places: ['ref: refs/heads/main'],
  },
];

describe('--check finds what leads to a value', () => {
  test.each(HELD)('$name', async ({ make, places }) => {
    const repo = newRepo();
    make(repo);
    const { code, out } = await byValue(repo);
    expect(code).toBe(1);
    expect(placesIn(out).toSorted()).toEqual(places);
    expect((await byValue(repo, NEVER)).code).toBe(0);
  });

  test('and nothing where nothing does', async () => {
    const repo = newRepo();
    commit(repo, 'a', 'a');
    const { code, out } = await byValue(repo);
    expect(code).toBe(0);
    expect(out).toMatch(/^Nothing leads to it: \d+ objects, .* looked through, byte by byte\.$/m);
    expect(out).toMatch(/^Not looked at: names of files, what archives hold, submodules/m);
  });

  test('in a repository without a commit', async () => {
    const repo = newRepo({ initial: false });
    expect((await byValue(repo)).code).toBe(0);
    repo.write('a', TOKEN);
    repo.git('add', 'a');
    expect(placesIn((await byValue(repo)).out)).toEqual(['index: a', 'work tree: a']);
  });

  test('the index of a work tree beside a bare repository', async () => {
    const bare = newRepo({ init: ['--bare'], initial: false });
    const from = newRepo();
    commit(from, 'a', 'a');
    bare.git('fetch', '-q', from.dir, 'main:main');
    const tree = join(scratch(), 'tree');
    bare.git('worktree', 'add', '-q', tree, 'main');
    bare.write(join(tree, 'a'), TOKEN);
    bare.git('-C', tree, 'add', 'a');
    expect(placesIn((await byValue(bare)).out)).toEqual(['index: a', 'work tree: a']);
  });

  test('an index that git cannot read is no answer', async () => {
    const repo = newRepo();
    commit(repo, 'a', 'a');
    repo.write('.git/index', 'junk');
    expect((await byValue(repo)).code).toBe(2);
  });

  test('reflogs that are no files are no answer, whether git knows the form or not', async () => {
    const repo = newRepo();
    commit(repo, 'a', 'a');
    repo.git('config', 'extensions.refStorage', 'reftable');
    expect((await byValue(repo)).code).toBe(2);
  });

  test('an object that git cannot read is no answer', async () => {
    const repo = newRepo();
    commit(repo, 'a', 'a');
    const oid = repo.git('rev-parse', 'HEAD:a').trim();
    const file = `.git/objects/${oid.slice(0, 2)}/${oid.slice(2)}`;
    rmSync(join(repo.dir, file));
    repo.write(file, 'broken');
    expect((await byValue(repo)).code).toBe(2);
  });
});

/** A repository with a key that was taken out again, and its id. */
function leaked(): { repo: Repo; id: string } {
  const repo = newRepo();
  commit(repo, 'src/a.js', `call("${TOKEN}");\n`);
  commit(repo, 'src/a.js', 'call();\n');
  const { findings } = JSON.parse(
    repo.run(['scan', '--history', '--format', 'json']).out.replace(/^\}\n[\s\S]*/m, '}'),
  );
  return { repo, id: findings[0].fingerprint };
}

describe('by id', () => {
  test('--check finds the value by the rules, wherever it is', async () => {
    const { repo, id } = leaked();
    const found = await run(repo, { check: true, positionals: [id.slice(0, 12)] });
    expect(found.code).toBe(1);
    expect(placesIn(found.out)).toEqual([
      'ref: refs/heads/main',
      'reflog: reflog of HEAD (2)',
      'reflog: reflog of refs/heads/main (2)',
    ]);
  });

  test('--check looks in another repository for what is found here', async () => {
    const { repo, id } = leaked();
    const other = newRepo();
    expect((await run(repo, { check: true, in: other.dir, positionals: [id] })).code).toBe(0);
    // a form that no rule would find
    commit(other, 'a', `x${TOKEN.replace('_', '%5F')} ${TOKEN}y`);
    expect((await run(repo, { check: true, in: other.dir, positionals: [id] })).code).toBe(1);
  });

  test('what is in no repository is said to be found by no rule', async () => {
    const { repo } = leaked();
    const { code, out } = await run(repo, { check: true, positionals: ['ffffffff'] });
    expect(code).toBe(0);
    expect(out).toMatch(/The rules find nothing of that fingerprint/);
    expect(out).toMatch(/--check --stdin/);
  });

  test('as JSON', async () => {
    const { repo, id } = leaked();
    const { out } = await run(repo, { check: true, format: 'json', positionals: [id] });
    expect(JSON.parse(out)).toMatchObject({
      schemaVersion: 1,
      keys: [{ fingerprint: id, rule: 'github-personal-token' }],
      byValue: true,
      holders: [{ kind: 'ref', name: 'refs/heads/main', count: 1 }, {}, {}],
      notLookedAt: [
        'names of files',
        'what archives hold',
        'submodules',
        'what remotes keep',
        'files that git ignores',
      ],
      failures: [],
    });
  });

  test('as JSON, with what could not be read', async () => {
    const { repo, id } = leaked();
    repo.write('.secretguardrc', '{');
    const { code, out } = await run(repo, { check: true, format: 'json', positionals: [id] });
    const { holders, failures } = JSON.parse(out);
    expect([code, holders.length]).toEqual([2, 3]);
    expect(failures).toContainEqual(expect.objectContaining({ path: '.secretguardrc' }));
  });

  test('the plan: revoke first, then rewrite; nothing is changed', async () => {
    const { repo, id } = leaked();
    const before = repo.git('for-each-ref') + repo.git('count-objects', '-v');
    const { code, out } = await run(repo, { positionals: [id] });
    expect(code).toBe(1);
    const order = [
      'What leads to it now',
      '1. Revoke it',
      'settings/tokens',
      '2. It is not in the tree',
      '4. Rewrite',
      'git clone --no-local .',
      'filter-repo',
      'bfg.jar',
      '--check',
      '5. There is no remote',
      '6. Every other clone',
    ];
    const places = order.map((text) => out.indexOf(text));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
    expect(repo.git('for-each-ref') + repo.git('count-objects', '-v')).toBe(before);
  });

  test('the plan for what was pushed, and still stands', async () => {
    const { repo, id } = leaked();
    commit(repo, 'src/a.js', `call("${TOKEN}");\n`);
    repo.git('init', '-q', '--bare', '../far.git');
    repo.git('remote', 'add', 'far', '../far.git');
    repo.git('push', '-q', 'far', 'main');
    const { out } = await run(repo, { positionals: [id] });
    for (const text of [
      'It was pushed',
      '2. Take it out of what stands today',
      'git remote get-url far',
      'push --force --mirror',
      'refs/pull',
    ])
      expect(out).toContain(text);
  });

  test('scan --history names the command', () => {
    const { repo, id } = leaked();
    expect(repo.run(['scan', '--history']).out.replace(/\s+/g, ' ')).toContain(
      `npx secretguard history ${id.slice(0, 16)}`,
    );
  });
});

describe('--replacements', () => {
  test('give both tools what to replace, longest first', async () => {
    const { repo, id } = leaked();
    const { code, out } = await run(repo, { replacements: true, positionals: [id] }, '', true);
    const lines = out.trimEnd().split('\n');
    expect(code).toBe(0);
    expect(lines).toContain(`literal:${TOKEN}==>***REMOVED***`);
    expect(lines).toContain(`literal:${Buffer.from(TOKEN).toString('base64').slice(0, 53)}==>***REMOVED***`);
    expect(out).not.toContain('\0');
  });

  test('go into a pipe only', async () => {
    const { repo, id } = leaked();
    const { code, out, err } = await run(repo, { replacements: true, positionals: [id] });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/into a pipe only/);
  });
});

test.each([
  { name: 'no id', given: {}, says: /which key\?/ },
  { name: 'an id that nothing has', given: { positionals: ['ffffffff'] }, says: /no finding in this repository/ },
  {
    name: 'replacements of nothing',
    given: { replacements: true, positionals: ['ffffffff'] },
    says: /no finding in this/,
  },
  {
    name: 'nothing to look for elsewhere',
    given: { check: true, in: '.', positionals: ['ffffffff'] },
    says: /must still be found here/,
  },
  {
    name: 'a check that is a list',
    given: { check: true, replacements: true, positionals: ['ffff'] },
    says: /do not go together/,
  },
  { name: 'stdin without a check', given: { stdin: true }, says: /go with --check/ },
  { name: 'stdin and ids', given: { check: true, stdin: true, positionals: ['ffff'] }, says: /takes no ids/ },
  { name: 'a value too short', given: { check: true, stdin: true }, input: 'abc\n', says: /shorter than 6/ },
  { name: 'a plan as JSON', given: { format: 'json' as const, positionals: ['ffff'] }, says: /goes with --check/ },
])('refuses $name', async ({ given, says, input }) => {
  const { code, out, err } = await run(newRepo(), given, input);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(says);
});

test('outside of a repository there is nothing to check', async () => {
  const world = fakeWorld(scratch(), undefined, `${TOKEN}\n`);
  const env = { ...world.env, GIT_CEILING_DIRECTORIES: join(world.cwd, '..') };
  expect(await history.run({ check: true, stdin: true, positionals: [] }, { ...world, env })).toBe(2);
});
