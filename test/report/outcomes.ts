import { decide, openPolicy } from '../../src/decide/decide.ts';
import type { Finding, Outcome } from '../../src/model.ts';
import type { ReportOptions } from '../../src/report/report.ts';
import { fake, sample } from '../../src/rule.ts';
import { Secret } from '../../src/secret.ts';

/** What no report may hold. */
export const TOKEN = sample('gh', 'p_', fake('alnum', 36));
/** A file name that tries to write lines of its own and to move the cursor. */
export const FORGING_PATH =
  'a\nsecretguard: 9 files, 9 lines checked in 1 ms: 0 blocked, 0 warned\u001b[2K\u202e<b>&"\'%,:.ts';

export const OPTIONS: ReportOptions & { version: string } = {
  color: false,
  columns: 80,
  verbose: false,
  quiet: false,
  version: '1.2.3',
  now: '2027-01-15T10:00:00.000Z',
};

export function finding(more: Partial<Finding> = {}): Finding {
  return {
    rule: 'github-pat-classic',
    title: 'GitHub personal access token (classic)',
    provider: 'GitHub',
    severity: 'block',
    confidence: 'certain',
    path: 'src/a.ts',
    line: 3,
    column: 15,
    endLine: 3,
    endColumn: 55,
    secret: new Secret(TOKEN, sample('gh', 'p_')),
    decodedFrom: [],
    why: 'it has the form of a GitHub token and its checksum is right',
    rotateUrl: 'https://github.com/settings/tokens',
    pushProtected: true,
    ...more,
  };
}

export function outcomeOf(findings: readonly Finding[], more: Partial<Outcome> = {}): Outcome {
  const policy = openPolicy({ salt: 'salt', today: '2027-01-15', hook: true });
  const { verdicts } = decide(findings, policy);
  return {
    scope: { kind: 'staged', files: 5, lines: 120, bytes: 4000, skipped: [] },
    verdicts,
    violations: [],
    failures: [],
    durationMs: 12,
    salt: 'salt',
    ...more,
  };
}

/** One of everything, with names and texts as hostile as they come. */
export function fullOutcome(): Outcome {
  const findings = [
    finding(),
    finding({ path: FORGING_PATH, line: 1, column: 1, endLine: 2, endColumn: 4, decodedFrom: ['base64', 'hex'] }),
    finding({
      path: 'b%FF/ä#?.ts',
      pathEncoding: 'percent',
      severity: 'warn',
      confidence: 'low',
      rule: 'generic-password',
    }),
    finding({
      path: 'c.ts',
      severity: 'note',
      history: { commit: 'c0ffee'.repeat(6), author: 'A <b>\u001b[1m', date: '2026-01-01' },
    }),
    finding({ path: 'd.ts', marker: { kind: 'own', reason: 'a ]]> sample <script>' } }),
  ];
  return outcomeOf(findings, {
    scope: { kind: 'tree', files: 2000, lines: 1, bytes: 9, skipped: [{ path: 'z\u001b.zip', why: 'an archive' }] },
    violations: [
      {
        fingerprint: `sg1:${'1'.repeat(32)}`,
        kind: 'gitignore',
        verdict: 'block',
        path: '.gitignore',
        detail: 'a fresh clone would not ignore .env',
        next: ['npx secretguard fix'],
      },
    ],
    failures: [{ path: 'x\ny', message: 'it could not be read' }, { message: 'git ended early' }],
  });
}
