import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { mergeReports, parseReport } from '../../src/report/merge.ts';
import { FORMATS, type Format, render, renderReport } from '../../src/report/render.ts';
import { type Report, toReport } from '../../src/report/report.ts';
import { uriOf } from '../../src/report/sarif.ts';
import { FORGING_PATH, finding, fullOutcome, OPTIONS, outcomeOf, TOKEN } from './outcomes.ts';

const full = (format: Format) => render(format, fullOutcome(), { ...OPTIONS, verbose: true });
const plainReport = (report: Report): unknown => JSON.parse(JSON.stringify(report));

describe.each(FORMATS)('%s', (format) => {
  test('holds no secret', async () => {
    expect(await full(format)).not.toContain(TOKEN.slice(4));
  });
  test('holds nothing that a terminal obeys', async () => {
    expect((await full(format)).replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e]/);
  });
  test('is the same for the same outcome', async () => {
    expect(await full(format)).toBe(await full(format));
  });
  test('has something to say of a clean check', async () => {
    expect(await render(format, outcomeOf([]), OPTIONS)).not.toBe('');
  });
});

describe('json', () => {
  test('has the shape of the contract', async () => {
    const outcome = outcomeOf([finding({ decodedFrom: ['base64'] })]);
    expect(JSON.parse(await render('json', outcome, OPTIONS))).toEqual({
      schemaVersion: 1,
      tool: { name: 'secretguard', version: '1.2.3' },
      fingerprintSalt: 'salt',
      scope: { kind: 'staged', files: 5, lines: 120, bytes: 4000, skipped: [] },
      findings: [
        {
          rule: 'github-pat-classic',
          title: 'GitHub personal access token (classic)',
          provider: 'GitHub',
          verdict: 'block',
          confidence: 'certain',
          path: 'src/a.ts',
          line: 3,
          column: 15,
          endLine: 3,
          endColumn: 55,
          fingerprint: expect.stringMatching(/^sg1:[0-9a-f]{32}$/),
          preview: 'ghp_…(40)',
          decodedFrom: ['base64'],
          why: 'it has the form of a GitHub token and its checksum is right',
          next: [expect.any(String), expect.any(String), expect.any(String)],
          rotateUrl: 'https://github.com/settings/tokens',
          pushProtected: true,
        },
      ],
      violations: [],
      failures: [],
      summary: { blocked: 1, warned: 0, noted: 0, allowed: 0, durationMs: 12 },
    });
  });
  test('keeps paths exactly', async () => {
    const { findings } = JSON.parse(await full('json'));
    expect(findings.map((f: { path: string }) => f.path)).toEqual([
      FORGING_PATH,
      'b%FF/ä#?.ts',
      'c.ts',
      'd.ts',
      'src/a.ts',
    ]);
  });
  test('lines of jsonl are told apart by type, the summary last', async () => {
    const types = (await full('jsonl'))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).type);
    expect(types).toEqual([...Array(5).fill('finding'), 'violation', 'failure', 'failure', 'summary']);
  });
});

describe('sarif', () => {
  // The schema of OASIS, errata 01, without its descriptions; formats of URI references are checked below.
  const text = readFileSync(new URL('./sarif-schema-2.1.0.json', import.meta.url), 'utf8');
  const schema = z.fromJSONSchema(JSON.parse(text.replaceAll(/"format": "uri(-reference)?"/g, '"title": "URI"')));
  test.each([
    { name: 'everything', outcome: fullOutcome() },
    { name: 'nothing', outcome: outcomeOf([]) },
  ])('is valid against the official schema: $name', async ({ outcome }) => {
    expect(schema.safeParse(JSON.parse(await render('sarif', outcome, OPTIONS))).error?.issues).toBeUndefined();
  });
  test('the schema notices what is wrong', async () => {
    const log = JSON.parse(await full('sarif'));
    log.runs[0].results[0].level = 'fatal';
    expect(schema.safeParse(log).success).toBe(false);
  });
  test('carries level, region, fingerprint and suppression', async () => {
    const { results, columnKind } = JSON.parse(await full('sarif')).runs[0];
    expect(columnKind).toBe('utf16CodeUnits');
    expect(results.map((r: { level: string }) => r.level)).toEqual([
      'error',
      'warning',
      'note',
      'note',
      'error',
      'error',
    ]);
    expect(results[4]).toMatchObject({
      ruleId: 'github-pat-classic',
      locations: [{ physicalLocation: { region: { startLine: 3, startColumn: 15, endLine: 3, endColumn: 55 } } }],
      partialFingerprints: { 'secretguard/v1': expect.stringMatching(/^sg1:/) },
      suppressions: [],
    });
    expect(results[3].suppressions).toEqual([{ kind: 'inSource', justification: expect.stringContaining('sample') }]);
  });
  test.each([
    ['src/a b.ts', undefined, 'src/a%20b.ts'],
    ['ä#?%:.ts', undefined, '%C3%A4%23%3F%25%3A.ts'],
    ['b%FF/ä.ts', 'percent', 'b%FF/%C3%A4.ts'],
    ['a\n.ts', undefined, 'a%0A.ts'],
    ['\ud800.ts', undefined, '%EF%BF%BD.ts'],
    ['/tmp/x', undefined, 'file:///tmp/x'],
  ] as const)('the URI of %j (%s) is %s', (path, encoding, want) => {
    expect(uriOf(path, encoding)).toBe(want);
  });
});

describe('github', () => {
  test('one command a line, nothing that a name could add', async () => {
    const lines = (await full('github')).trimEnd().split('\n');
    expect(lines.map((line) => /^::(\w+) |^(secretguard): /.exec(line)?.slice(1).join(''))).toEqual([
      'error',
      'warning',
      'notice',
      'error',
      'error',
      'error',
      'error',
      'secretguard',
    ]);
  });
  test('escapes properties', async () => {
    const text = await render('github', outcomeOf([finding({ path: 'a,b:c%d\n.ts' })]), OPTIONS);
    expect(text).toContain('::error file=a%2Cb%3Ac%25d\\n.ts,line=3,endLine=3,col=15,endColumn=54,');
  });
});

describe('gitlab', () => {
  // Everything that GitLab's schema says of the fields that we write, read off the official secret-detection-report-format.json
  // 15.0.0 and 15.0.7 (gitlabhq/gitlabhq, lib/gitlab/ci/parsers/security/validators/schemas). Neither npm nor PyPI has it.
  const program = z.object({
    id: z.string().min(1),
    name: z.string().min(1),
    version: z.string().min(1),
    vendor: z.object({ name: z.string().min(1) }),
  });
  const time = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/);
  const required = z.object({
    version: z.string().regex(/^15\.\d+\.\d+$/),
    scan: z.object({
      analyzer: program,
      scanner: program,
      start_time: time,
      end_time: time,
      status: z.enum(['success', 'failure']),
      type: z.literal('secret_detection'),
      messages: z.array(z.object({ level: z.enum(['info', 'warn', 'fatal']), value: z.string().min(1) })),
    }),
    vulnerabilities: z.array(
      z.object({
        id: z.string().min(1),
        name: z.string().max(255),
        description: z.string().max(1_048_576),
        severity: z.enum(['Info', 'Unknown', 'Low', 'Medium', 'High', 'Critical']),
        solution: z.string().max(7000),
        identifiers: z
          .array(z.object({ type: z.string().min(1), name: z.string().min(1), value: z.string().min(1) }))
          .min(1),
        links: z.array(z.object({ name: z.string(), url: z.string().regex(/^https?:\/\/.+/) })).optional(),
        location: z.object({
          file: z.string(),
          start_line: z.number(),
          end_line: z.number(),
          commit: z.object({ sha: z.string().min(1), author: z.string().optional(), date: z.string().optional() }),
        }),
      }),
    ),
  });
  test('has what GitLab requires, allowed ones left out', async () => {
    const report = required.parse(JSON.parse(await full('gitlab')));
    expect(report.vulnerabilities).toHaveLength(4);
    expect(new Set(report.vulnerabilities.map(({ id }) => id)).size).toBe(4);
    expect(report.scan).toMatchObject({
      start_time: '2027-01-15T09:59:59',
      end_time: '2027-01-15T10:00:00',
      status: 'failure',
    });
  });
});

describe('markup', () => {
  test('junit counts what fails', async () => {
    const text = await full('junit');
    expect(text).toContain('<testsuites name="secretguard" tests="8" failures="3" errors="2" skipped="1"');
    expect(text.match(/<testcase /g)).toHaveLength(8);
  });
  test.each(['junit', 'html'] as const)('%s escapes what names and reasons hold', async (format) => {
    const text = await full(format);
    expect(text).not.toMatch(/<b>|<script/);
    expect(text).toContain('&lt;script&gt;');
  });
  test('html loads nothing', async () => {
    expect(await full('html')).toContain("default-src 'none'");
    expect(await full('html')).not.toMatch(/<(script|img|link|iframe)|src=|@import/);
  });
});

describe('merge', () => {
  const shards = () => {
    const all = fullOutcome();
    return [0, 1, 2].map((shard) => ({ ...all, verdicts: all.verdicts.filter((_, i) => i % 3 === shard || i === 0) }));
  };
  test.each(['json', 'sarif'] as const)('a report survives the way through %s', async (format) => {
    const read = parseReport(await full(format), 'x');
    expect(read.ok && plainReport(read.value)).toEqual(plainReport(toReport(fullOutcome(), '1.2.3')));
  });
  test.each(['json', 'sarif'] as const)('shards in %s give what one run gives, in any order', async (format) => {
    const texts = await Promise.all(shards().map((outcome) => render(format, outcome, OPTIONS)));
    const reports = texts.map((text) => parseReport(text, 'x')).flatMap((read) => (read.ok ? [read.value] : []));
    const whole = toReport(fullOutcome(), '1.2.3');
    for (const order of [reports, [...reports].reverse()]) {
      const merged = plainReport(mergeReports(order.map((report) => ({ name: 'x', report })))) as Report;
      expect({ ...merged, scope: 0 }).toEqual({ ...(plainReport(whole) as Report), scope: 0 });
      expect(merged.scope.files).toBe(6000);
    }
  });
  test.each(['', '{}', '[]', '{"version":"2.1.0","runs":[]}', `{"a":"${'x'.repeat(40)}"}`])(
    '%j is refused without quoting',
    (text) => {
      const read = parseReport(text, 'x.json');
      expect(read).toMatchObject({ ok: false, error: { kind: 'bad-input', path: 'x.json' } });
      expect(JSON.stringify(read)).not.toContain('xxx');
    },
  );
  test('a loaded report can be shown in every format', async () => {
    const read = parseReport(await full('json'), 'x');
    for (const format of FORMATS) {
      expect(read.ok && (await renderReport(format, read.value, { ...OPTIONS, verbose: true }))).toBe(
        await full(format),
      );
    }
  });
});
