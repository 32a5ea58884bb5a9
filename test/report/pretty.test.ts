import { describe, expect, test } from '@jest/globals';
import { render, severityExit } from '../../src/report/render.ts';
import { summaryLine } from '../../src/report/summary.ts';
import { lasted, printable, wrap } from '../../src/report/text.ts';
import { FORGING_PATH, finding, fullOutcome, OPTIONS, outcomeOf } from './outcomes.ts';

const pretty = (outcome = fullOutcome(), more: object = {}) => render('pretty', outcome, { ...OPTIONS, ...more });

describe('pretty', () => {
  test('a clean check is one line', async () => {
    expect(await pretty(outcomeOf([]))).toBe('secretguard: 5 files, 120 lines checked in 12 ms: 0 blocked, 0 warned\n');
  });
  test('a clean check is nothing at all when quiet', async () => {
    expect(await pretty(outcomeOf([]), { quiet: true })).toBe('');
  });
  test('a blocked commit', async () => {
    expect(await pretty(outcomeOf([finding()]))).toMatchInlineSnapshot(`
"BLOCKED  src/a.ts:3:15
  what    GitHub personal access token (classic): ghp_...(40)
  why     it has the form of a GitHub token and its checksum is right (certain)
  next    - move it out of the code: npx secretguard fix
          - if it is harmless, allow it:
            npx secretguard allow sg1:eb83d4aaa2b5 --reason "..."
          - if it ever left this machine, revoke it:
            https://github.com/settings/tokens

secretguard: 5 files, 120 lines checked in 12 ms: 1 blocked, 0 warned
"
`);
  });
  test('lines keep within 80 columns, but for names and commands to copy', async () => {
    const lines = (await pretty()).split('\n').filter((line) => !/npx|https:|:\d+:\d+|^secretguard:/.test(line));
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
  });
  test('a file name cannot forge a line or move the cursor', async () => {
    const text = await pretty(fullOutcome(), { verbose: true });
    expect(text.split('\n').filter((line) => line.startsWith('secretguard:'))).toHaveLength(1);
    expect(text.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e]/);
    expect(text).toContain('\\x1b[2K\\u202e');
  });
  test('a failure of several lines keeps them', async () => {
    const text = await pretty(
      outcomeOf([], { failures: [{ path: '.secretguardrc', message: 'rc:1:1: a\nrc:2:1: b' }] }),
    );
    expect(text).toContain('NOT CHECKED  .secretguardrc\n  why     rc:1:1: a\n          rc:2:1: b\n');
  });
  test('colours appear only where asked for', async () => {
    expect(await pretty(outcomeOf([finding()]), { color: true })).toContain('\u001b[31mBLOCKED\u001b[0m');
    expect(await pretty(outcomeOf([finding()]))).not.toContain('\u001b');
  });
  test('quiet shows what blocks and what failed, nothing else', async () => {
    const text = await pretty(fullOutcome(), { quiet: true });
    expect(text).toContain('NOT CHECKED');
    expect(text).not.toMatch(/WARNING|allowed {2}|skipped/);
  });
  test('the last line is the summary', async () => {
    expect((await pretty()).trimEnd().split('\n').at(-1)).toBe(
      'secretguard: 2,000 files, 1 line checked in 12 ms: 3 blocked, 1 warned, 1 noted, 1 allowed, 2 could not be checked',
    );
  });
  test('many findings: the first ones in full, a line each for the rest, fingerprints only for what is shown', async () => {
    let made = 0;
    const findings = Array.from({ length: 60 }, (_, line) => finding({ line: line + 1, endLine: line + 1 }));
    for (const { secret } of findings) {
      secret.fingerprint = () => `sg1:${String(made++).padStart(32, '0')}`;
      secret.equals = (other) => other === secret;
    }
    const text = await pretty(outcomeOf(findings));
    expect(text.match(/^BLOCKED/gm)).toHaveLength(60);
    expect(made).toBe(40);
  });
});

test.each([
  ['block', 'block', false, 1],
  ['block', 'never', false, 0],
  ['block', 'never', true, 1],
  ['warn', 'block', false, 0],
  ['warn', 'warn', false, 1],
  ['note', 'warn', false, 0],
] as const)('a %s with failOn %s (hook: %s) exits %d', (severity, failOn, hook, want) => {
  expect(severityExit(outcomeOf([finding({ severity })]), failOn, hook)).toBe(want);
});

test('what could not be checked exits 2, whatever failOn says', () => {
  expect(severityExit(outcomeOf([finding()], { failures: [{ message: 'x' }] }), 'never')).toBe(2);
});

test.each([
  [0.4, '0 ms'],
  [999.4, '999 ms'],
  [1500, '1.5 s'],
  [125_000, '2 min 5 s'],
])('%d ms reads %s', (ms, want) => {
  expect(lasted(ms)).toBe(want);
});

test('printable leaves ordinary names alone', () => {
  expect(printable('src/größe/日本.ts')).toBe('src/größe/日本.ts');
  expect(printable(FORGING_PATH)).not.toMatch(/[\n\u001b\u202e]/);
});

test('wrap breaks at spaces and gives commands a line of their own', () => {
  expect(wrap('aaa bbb ccc', 7)).toEqual(['aaa bbb', 'ccc']);
  expect(wrap('do it: npx secretguard allow', 12)).toEqual(['do it:', 'npx secretguard allow']);
});

test('summaryLine counts in the singular, too', () => {
  expect(summaryLine({ files: 1, lines: 1, durationMs: 1, blocked: 1, warned: 0 })).toBe(
    'secretguard: 1 file, 1 line checked in 1 ms: 1 blocked, 0 warned',
  );
});
