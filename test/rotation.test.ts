import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { addDays, daysBetween } from '../src/days.ts';
import { addFacts, environmentOf, type Fact, factLine, type Issued, parseLedger } from '../src/rotation.ts';
import { LEDGER_FILE } from '../src/rotation-key.ts';
import { newRepo } from './repo.ts';

const PRINT = `scrypt:16:8:1:${'0123456789abcdef'.repeat(2)}:${'fedcba9876543210'.repeat(2)}`;
const issued = (name: string, more: Partial<Issued> = {}): Issued => ({
  fact: 'issued',
  name,
  environment: 'default',
  id: '0a0b0c0d',
  issued: '2026-11-26',
  due: '2027-02-24',
  owner: 'a@example.com',
  fingerprint: PRINT,
  ...more,
});
const disabled = (name: string): Fact => ({
  fact: 'disabled', name, environment: 'default', id: '0a0b0c0d', at: '2026-12-01T10:00:00Z',
}); // biome-ignore format: short
const text = (...facts: Fact[]) => facts.map((f) => `${factLine(f)}\n`).join('');

describe('reading a ledger', () => {
  test.each<{ name: string; text: string; facts: string[]; broken: [number, RegExp][] }>([
    { name: 'nothing', text: '', facts: [], broken: [] },
    { name: 'facts', text: text(issued('A'), disabled('A')), facts: ['A', 'A'], broken: [] },
    { name: 'a line that stands twice counts once', text: text(issued('A'), issued('A')), facts: ['A'], broken: [] },
    {
      name: 'CRLF, blank lines, a remark, a byte order mark',
      text: `\ufeff# ours\r\n\r\n${factLine(issued('A'))}\r\n`,
      facts: ['A'],
      broken: [],
    },
    {
      name: 'both sides of a conflict count, its marks are told',
      text: `<<<<<<< ours\n${text(issued('A'))}=======\n${text(issued('B'))}>>>>>>> theirs\n`,
      facts: ['A', 'B'],
      broken: [1, 3, 5].map((line) => [line, /merge conflict/]),
    },
    {
      name: 'half a line',
      text: `${factLine(issued('A')).slice(0, 60)}\n${text(issued('B'))}`,
      facts: ['B'],
      broken: [[1, /not JSON/]],
    },
    {
      name: 'an unknown key',
      text: `${JSON.stringify({ ...issued('A'), value: 'x' })}\n`,
      facts: [],
      broken: [[1, /no fact/]],
    },
    {
      name: 'an unknown fact',
      text: `${JSON.stringify({ ...disabled('A'), fact: 'sold' })}\n`,
      facts: [],
      broken: [[1, /"fact"/]],
    },
    {
      name: 'a day that is none',
      text: `${JSON.stringify(issued('A', { due: '2027-02-30' }))}\n`,
      facts: [],
      broken: [[1, /"due"/]],
    },
    { name: 'a name that is none', text: `${JSON.stringify(issued('A B'))}\n`, facts: [], broken: [[1, /"name"/]] },
    {
      name: 'what a shell would obey',
      text: `${JSON.stringify(issued('A', { environment: '$(x)' }))}\n`,
      facts: [],
      broken: [[1, /"environment"/]],
    },
    {
      name: 'parameters that would use up all memory',
      text: `${JSON.stringify(issued('A', { fingerprint: PRINT.replace(':16:', ':18:') }))}\n`,
      facts: [],
      broken: [[1, /"fingerprint"/]],
    },
  ])('$name', ({ text: given, facts, broken }) => {
    const ledger = parseLedger(given);
    expect(ledger.facts.map(({ name }) => name)).toEqual(facts);
    expect(ledger.broken.map(({ line }) => line)).toEqual(broken.map(([line]) => line));
    for (const [i, [, why]] of broken.entries()) expect(ledger.broken[i]?.why).toMatch(why);
    expect(JSON.stringify(ledger.broken)).not.toContain(PRINT);
  });
});

describe('adding to a ledger', () => {
  test.each<{ name: string; before: string; add: Fact[]; after: string }>([
    { name: 'the first', before: '', add: [issued('A')], after: text(issued('A')) },
    {
      name: 'by name',
      before: text(issued('A'), issued('C')),
      add: [issued('B')],
      after: text(issued('A'), issued('B'), issued('C')),
    },
    {
      name: 'by time',
      before: text(issued('A'), issued('B')),
      add: [disabled('A')],
      after: text(issued('A'), disabled('A'), issued('B')),
    },
    { name: 'nothing twice', before: text(issued('A')), add: [issued('A')], after: text(issued('A')) },
    {
      name: 'broken lines stay',
      before: `{"half\n${text(issued('B'))}`,
      add: [issued('A')],
      after: `{"half\n${text(issued('A'), issued('B'))}`,
    },
    {
      name: 'CRLF stays',
      before: text(issued('A')).replace('\n', '\r\n'),
      add: [issued('B')],
      after: text(issued('A'), issued('B')).replaceAll('\n', '\r\n'),
    },
    {
      name: 'a last line without an end',
      before: text(issued('A')).trim(),
      add: [issued('B')],
      after: text(issued('A'), issued('B')),
    },
  ])('$name', ({ before, add, after }) => {
    expect(addFacts(before, add)).toBe(after);
    expect(addFacts(after, add)).toBe(after);
  });
});

describe('two branches that both rotate, merged by git', () => {
  const secrets = ['A', 'B', 'C', 'D', 'E', 'F'].map((name) => issued(name));
  const merge = (union: boolean, ours: Fact[], theirs: Fact[]) => {
    const repo = newRepo();
    const add = (facts: Fact[]) => {
      const now = addFacts(
        repo.tryGit(['show', `HEAD:${LEDGER_FILE}`]).status === 0 ? repo.git('show', `HEAD:${LEDGER_FILE}`) : '',
        facts,
      );
      repo.write(LEDGER_FILE, now);
      repo.git('add', '-f', LEDGER_FILE);
      repo.git('commit', '-qm', 'x', '--no-verify');
    };
    if (union) {
      repo.write('.gitattributes', `${LEDGER_FILE} merge=union\n`);
      repo.git('add', '.gitattributes');
    }
    add(secrets);
    repo.git('checkout', '-qb', 'other');
    add(theirs);
    repo.git('checkout', '-q', 'main');
    add(ours);
    const { status } = repo.tryGit(['merge', '-q', 'other']);
    writeFileSync(join(repo.dir, 'x'), '');
    return {
      status,
      ledger: parseLedger(
        repo.tryGit(['diff', '--quiet']).status === 0 ? repo.git('show', `HEAD:${LEDGER_FILE}`) : fileOf(repo.dir),
      ),
    };
  };
  test.each([
    { name: 'different secrets, without union', union: false, ours: 'A', theirs: 'F', status: 0, broken: 0 },
    {
      name: 'neighbours, without union: a conflict, and both count',
      union: false,
      ours: 'A',
      theirs: 'A',
      status: 1,
      broken: 3,
    },
    { name: 'the same secret, with union', union: true, ours: 'A', theirs: 'A', status: 0, broken: 0 },
  ])('$name', ({ union, ours, theirs, status, broken }) => {
    const mine = issued(ours, { id: '11111111', replaces: ['0a0b0c0d'], issued: '2026-12-01' });
    const other = issued(theirs, { id: '22222222', replaces: ['0a0b0c0d'], issued: '2026-12-02' });
    const merged = merge(union, [mine], [other]);
    expect(merged.status).toBe(status);
    expect(merged.ledger.broken).toHaveLength(broken);
    expect(merged.ledger.facts.map(factLine).sort()).toEqual([...secrets, mine, other].map(factLine).sort());
  });
});

test.each([
  ['.env', 'default'],
  ['.env.production', 'production'],
  ['.env.production.local', 'production.local'],
  ['.dev.vars', 'dev.vars'],
  ['apps/web/.env', 'apps/web:default'],
  ['my app/.env.x', 'my_app:x'],
])('%s is the environment %s', (path, want) => {
  expect(environmentOf(path)).toBe(want);
});

test.each([
  ['2028-02-28', 1, '2028-02-29'],
  ['2028-02-28', 2, '2028-03-01'],
  ['2027-02-28', 1, '2027-03-01'],
  ['2026-12-31', 1, '2027-01-01'],
  ['2027-03-27', 1, '2027-03-28'], // Europe's clocks change
  ['2027-03-28', 1, '2027-03-29'],
  ['2026-11-26', 90, '2027-02-24'],
])('%s and %i days is %s', (from, days, to) => {
  expect(addDays(from, days)).toBe(to);
  expect(daysBetween(from, to)).toBe(days);
  expect(daysBetween(to, from)).toBe(-days);
});

function fileOf(dir: string): string {
  const { readFileSync } = process.getBuiltinModule('node:fs');
  return readFileSync(join(dir, LEDGER_FILE), 'utf8');
}
