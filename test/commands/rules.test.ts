import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { rules } from '../../src/commands/rules.ts';
import { sample } from '../../src/rule.ts';
import { newRepo } from '../repo.ts';
import { githubToken } from '../tokens.ts';
import { fakeWorld } from '../world.ts';

const CUSTOM =
  '{"customRules":[{"id":"acme-key","title":"Acme key","keywords":["acme_"],"pattern":"\\\\b(acme_[0-9a-f]{16})\\\\b"}]}';
const VALUE = sample('acme_', '0f9e8d7c6b5a4132');

async function run(positionals: readonly string[], more: object = {}, rc = CUSTOM) {
  const repo = newRepo();
  repo.write('.secretguardrc', rc);
  const world = fakeWorld(repo.dir, undefined, 'input' in more ? String(more.input) : '');
  const { input: _, ...given } = { input: '', ...more };
  const code = await rules.run({ positionals: [...positionals], ...given }, world);
  return { code, ...world.printed };
}

describe('rules list', () => {
  test('holds built-in rules, services, guesses and own ones', async () => {
    const { out, code } = await run(['list']);
    expect(code).toBe(0);
    for (const id of ['github-personal-token', 'generic-password', 'known-value', 'acme-key'])
      expect(out).toMatch(new RegExp(`^${id} `, 'm'));
  });
  test('can be narrowed by words', async () => {
    expect((await run(['list', 'ACME'])).out).toBe('acme-key  block  Acme key\n');
  });
  test('as JSON is sorted', async () => {
    const ids: string[] = JSON.parse((await run(['list'], { format: 'json' })).out).map(
      (rule: { id: string }) => rule.id,
    );
    expect(ids).toEqual([...ids].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
  });
});

describe('rules show', () => {
  test('explains a rule', async () => {
    const { out } = await run(['show', 'github-personal-token']);
    expect(out).toMatch(/^github-personal-token\n {2}what {6}GitHub/);
    expect(out).toContain('pattern');
  });
  test('names the nearest one', async () => {
    expect(await run(['show', 'github-personal-tokn'])).toMatchObject({
      code: 2,
      err: 'secretguard: there is no such rule; did you mean github-personal-token?\n',
    });
  });
});

describe('rules test', () => {
  const token = githubToken();
  test.each([
    {
      name: 'a match',
      id: 'acme-key',
      text: `key = "${VALUE}"`,
      code: 0,
      says: /acme-key finds Acme key at 1:8: …\(21\)/,
    },
    { name: 'a built-in match', id: 'github-personal-token', text: `t = "${token}"`, code: 0, says: /certain/ },
    { name: 'no keyword', id: 'acme-key', text: 'nothing', code: 1, says: /none of its keywords is there \(acme_\)/ },
    { name: 'a keyword only', id: 'acme-key', text: 'acme_x', code: 1, says: /the pattern does not match/ },
    {
      name: 'another rule',
      id: 'acme-key',
      text: `t = "${token}"`,
      code: 1,
      says: /github-personal-token finds it instead/,
    },
  ])('$name', async ({ id, text, code, says }) => {
    const result = await run(['test', id], { text });
    expect(result.code).toBe(code);
    expect(result.out).toMatch(says);
    expect(result.out).not.toContain(token);
    expect(result.out).not.toContain(VALUE);
  });
  test('reads stdin', async () => {
    expect(await run(['test', 'acme-key'], { input: `k="${VALUE}"` })).toMatchObject({ code: 0 });
  });
  test('as JSON', async () => {
    const { out } = await run(['test', 'acme-key'], { text: `k="${VALUE}"`, format: 'json' });
    expect(JSON.parse(out)).toMatchObject([{ rule: 'acme-key', line: 1, column: 4, preview: '…(21)' }]);
  });
});

test.each([
  { name: 'an unknown verb', positionals: ['x'], rc: '{}', says: 'rules: list' },
  { name: 'no id', positionals: ['show'], rc: '{}', says: 'rules: list' },
  { name: 'broken settings', positionals: ['list'], rc: '{"ignor":[]}', says: 'did you mean `ignore`' },
])('$name exits 2', async ({ positionals, rc, says }) => {
  expect(await run(positionals, {}, rc)).toMatchObject({ code: 2, err: expect.stringContaining(says) });
});

test('tells rules that the settings misspell', async () => {
  const { err } = await run(
    ['list', 'acme'],
    {},
    '{"rules":{"disable":["github-*","nope-*"],"severity":{"generic-pasword":"note"}}}',
  );
  expect(err).toContain('a rule that there is not: `nope-*`');
  expect(err).toContain('`generic-pasword`; did you mean generic-password?');
  expect(err).not.toContain('github-');
});

test('outside of a repository the built-in rules are listed', async () => {
  const world = fakeWorld(join('/'));
  expect(await rules.run({ positionals: ['list', 'github'] }, world)).toBe(0);
  expect(world.printed.out).toContain('github-personal-token');
});
