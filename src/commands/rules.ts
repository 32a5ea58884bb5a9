import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import type { Catalogue, LeanRule } from '../detect/catalogue.ts';
import { detect } from '../detect/detect.ts';
import type { ServiceIndex } from '../detect/generic/services.ts';
import { readingEnv } from '../git/run-git.ts';
import type { Finding } from '../model.ts';
import { nearest } from '../nearest.ts';
import { printable, safeJson, wrap } from '../report/text.ts';
import { fail, ok, type Result } from '../result.ts';
import type { Rule } from '../rule.ts';
import type { Settings } from '../settings.ts';
import { shown } from '../settings-error.ts';
import { defineCommand, type ExitCode, type World } from './command.ts';
import { refuse, topLevel } from './repository.ts';
import { settingsFrom, settingsFromFile } from './staged-settings.ts';
import { withRules } from './with-rules.ts';

const args = z.strictObject({
  text: z.optional(z.string()),
  name: z.optional(z.string()),
  format: z.optional(z.enum(['pretty', 'json'], 'rules come as pretty or json')),
  config: z.optional(z.string()),
  quiet: z.optional(z.boolean()),
  verbose: z.optional(z.boolean()),
  output: z.optional(z.string()),
  color: z.optional(z.string()),
  cwd: z.optional(z.string()),
  help: z.optional(z.boolean()),
  positionals: z.array(z.string()),
});
type RulesArgs = z.infer<typeof args>;

/** A rule for people and programs, whatever it is made of. */
interface Described {
  readonly id: string;
  readonly title: string;
  readonly provider: string;
  /** How it finds: by the key's own shape, by the service's name near by, or by what is assigned. */
  readonly kind: 'shape' | 'service' | 'generic' | 'known';
  readonly severity: string;
  readonly confidence: string;
  readonly pushProtected: boolean;
  readonly pattern?: string;
  readonly keywords?: readonly string[];
  readonly check?: string;
  readonly minEntropy?: number;
  readonly rotate?: string;
  readonly revoke?: string;
  readonly source?: string;
}

type Loose = { [K in keyof Described]: Described[K] | undefined };

/** Rules that are code rather than data: they have no pattern to show. */
const BUILT_IN: readonly Described[] = [
  guess('generic-password', 'Password in an assignment'),
  guess('generic-secret', 'Secret in an assignment'),
  guess('generic-token', 'Token in an assignment'),
  guess('generic-api-key', 'API key in an assignment'),
  guess('generic-auth-header', 'Credentials in an HTTP header'),
  guess('generic-password-hash', 'Password hash'),
  {
    id: 'known-value',
    title: 'Value of your own env file',
    provider: 'Local env file',
    kind: 'known',
    severity: 'block',
    confidence: 'certain',
    pushProtected: false,
  },
];

export const rules = defineCommand<RulesArgs>({
  name: 'rules',
  summary: 'List, explain and try the rules.',
  usage: 'list [WORD…] | show ID | test ID [--text TEXT]',
  options: {
    text: { type: 'string', value: 'TEXT', help: 'test: the text to look at; default: stdin' },
    name: { type: 'string', value: 'FILE', help: 'test: judge as if the text stood in FILE (default: text.txt)' },
  },
  examples: [
    'secretguard rules list github',
    'secretguard rules show github-personal-token',
    "secretguard rules test acme-api-key --text 'key = …'      # exit 0: it matches, 1: it does not",
    'secretguard rules list --format json',
  ],
  args,
  async run(given, world) {
    const catalogue = await catalogueFor(given, world);
    if (!catalogue.ok) return refuse(catalogue, world);
    const [verb = 'list', ...rest] = given.positionals;
    if (verb === 'list') return list(allRules(catalogue.value), rest, given, world);
    const [id, ...more] = rest;
    if ((verb !== 'show' && verb !== 'test') || id === undefined || more.length > 0) {
      return refuse(fail('bad-arguments', 'rules: list [WORD…], show ID or test ID'), world);
    }
    const rule = allRules(catalogue.value).find((r) => r.id === id);
    if (rule === undefined) return refuse(unknownRule(id, allRules(catalogue.value)), world);
    return verb === 'show' ? show(rule, given, world) : tryOut(rule, catalogue.value, given, world);
  },
});

/** The built-in rules and those of the project around, if there is one. */
async function catalogueFor({ config }: RulesArgs, world: World): Promise<Result<Catalogue>> {
  const top = topLevel(world);
  const folder = top.ok ? top.value : world.cwd;
  const settings =
    config === undefined
      ? await settingsFrom(settingsTexts(folder), { cwd: folder, env: readingEnv(world.env) })
      : await settingsFromFile(config, world.cwd);
  if (!settings.ok) return settings;
  const catalogue = withRules(settings.value.customRules);
  tellUnknown(settings.value, allRules(catalogue), world);
  return ok(catalogue);
}

/** A misspelled id in the settings has no effect, which nobody notices. */
function tellUnknown({ rules: { disable, severity } }: Settings, all: readonly Described[], world: World): void {
  const ids = all.map(({ id }) => id);
  const known = (id: string) => (id.endsWith('*') ? ids.some((i) => i.startsWith(id.slice(0, -1))) : ids.includes(id));
  for (const id of [...disable, ...Object.keys(severity)].filter((name) => !known(name))) {
    const near = nearest(id, ids);
    const hint = near === undefined ? '' : `; did you mean ${near}?`;
    world.err(`secretguard: the settings name a rule that there is not: ${shown(id)}${hint}\n`);
  }
}

/** As they stand on disk: who writes a rule wants to try it before staging it. */
function settingsTexts(folder: string): Map<string, string> {
  const names = ['.secretguardrc', '.secretguardrc.json', 'package.json'];
  const present = names.filter((name) => existsSync(join(folder, name)));
  return new Map(present.map((name) => [name, readFileSync(join(folder, name), 'latin1')]));
}

function list(all: readonly Described[], words: readonly string[], { format }: RulesArgs, world: World): ExitCode {
  const text = (rule: Described) => `${rule.id} ${rule.title} ${rule.provider}`.toLowerCase();
  const found = all.filter((rule) => words.every((word) => text(rule).includes(word.toLowerCase())));
  if (format === 'json') world.out(`${safeJson(found, 2)}\n`);
  else {
    const width = Math.max(0, ...found.map(({ id }) => id.length));
    const lines = found.map(
      ({ id, severity, title }) => `${id.padEnd(width)}  ${severity.padEnd(5)}  ${printable(title)}\n`,
    );
    world.out(lines.join(''));
    world.err(`${found.length} of ${all.length} rules\n`);
  }
  return 0;
}

function show(rule: Described, { format }: RulesArgs, world: World): ExitCode {
  if (format === 'json') {
    world.out(`${safeJson(rule, 2)}\n`);
    return 0;
  }
  const how = {
    shape: 'found by its own shape',
    service: "found by the service's name near by, a key-like name and the shape of the value",
    generic: 'judged by name, value and place',
    known: 'found because it stands in an env file of yours that git ignores',
  }[rule.kind];
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['what', `${rule.title} (${rule.provider})`],
    ['how', how],
    [
      'verdict',
      `${rule.severity}, confidence ${rule.confidence}${rule.check === undefined ? '' : `; certain where "${rule.check}" proves it`}`,
    ],
    ['pattern', rule.pattern],
    ['near', rule.keywords?.join(', ')],
    ['push', rule.pushProtected ? "GitHub's push protection refuses it" : undefined],
    ['revoke', [rule.rotate, rule.revoke].filter((text) => text !== undefined).join(' - ') || undefined],
    ['source', rule.source],
  ];
  const lines = rows.flatMap(([key, value]) =>
    value === undefined
      ? []
      : wrap(printable(value), Math.max(40, world.columns) - 12).map(
          (line, i) => `  ${(i === 0 ? key : '').padEnd(8)}  ${line}`,
        ),
  );
  world.out(`${rule.id}\n${lines.join('\n')}\n`);
  return 0;
}

async function tryOut(rule: Described, catalogue: Catalogue, given: RulesArgs, world: World): Promise<ExitCode> {
  if (rule.kind === 'known')
    return refuse(fail('bad-arguments', 'known-value has no pattern: it knows the values of your env files'), world);
  if (given.text === undefined && world.isTty)
    return refuse(fail('bad-arguments', 'rules test: --text TEXT, or the text on stdin'), world);
  const bytes = given.text === undefined ? await world.stdin() : Buffer.from(given.text);
  const found = detect({ path: given.name ?? 'text.txt', bytes }, catalogue);
  const own = found.filter((finding) => finding.rule === rule.id);
  if (given.format === 'json') world.out(`${safeJson(own.map(matchOf), 2)}\n`);
  else
    world.out(
      own.length > 0
        ? own.map(matchLine).join('')
        : `${rule.id} finds nothing: ${await whyNot(rule, catalogue, bytes, found)}\n`,
    );
  return own.length > 0 ? 0 : 1;
}

function matchOf({ rule, title, severity, confidence, line, column, endLine, endColumn, secret, why }: Finding) {
  return { rule, title, severity, confidence, line, column, endLine, endColumn, preview: secret.preview, why };
}

function matchLine({ rule, title, line, column, secret, severity, confidence, why }: Finding): string {
  return `${rule} finds ${printable(title)} at ${line}:${column}: ${secret.preview}\n  ${severity}, confidence ${confidence}: ${printable(why)}\n`;
}

/** The step at which a text fell through. */
async function whyNot(
  rule: Described,
  catalogue: Catalogue,
  bytes: Uint8Array,
  found: readonly Finding[],
): Promise<string> {
  const other = found[0];
  if (other !== undefined) return `${other.rule} finds it instead`;
  const text = Buffer.from(bytes).toString('latin1');
  const near = (rule.keywords ?? []).some((word) => text.toLowerCase().includes(word));
  if (rule.kind === 'shape' && !near) return `none of its keywords is there (${rule.keywords?.join(', ')})`;
  const lean = leanRules(catalogue).find(({ id }) => id === rule.id);
  if (lean === undefined) return 'it needs the service by name, a key-like name and a rare value of its shape';
  if (!text.match(lean.pattern)) return 'the keyword is there, but the pattern does not match';
  return 'the pattern matches, but the value is no key: a placeholder, of too few different characters, or its proof fails';
}

function allRules(catalogue: Catalogue): readonly Described[] {
  const all = [...leanRules(catalogue).map(fromRule), ...fromServices(catalogue.services()), ...BUILT_IN];
  return all.sort((a, b) => (a.id < b.id ? -1 : 1));
}

function leanRules({ rule, ruleCount }: Catalogue): readonly LeanRule[] {
  return Array.from({ length: ruleCount }, (_, i) => rule(i));
}

function fromRule(rule: LeanRule | Rule): Described {
  const { id, title, provider, severity = 'block', confidence = 'high', pushProtected = false } = rule;
  const { keywords, check, minEntropy, rotate, revoke, source } = rule;
  return described({
    id, title, provider, kind: 'shape', severity, confidence, pushProtected,
    pattern: String(rule.pattern), keywords, check, minEntropy, rotate, revoke, source,
  }); // biome-ignore format: one line a group
}

function fromServices({ near, entries }: ServiceIndex): readonly Described[] {
  const names: string[][] = Array.from({ length: entries.length }, () => []);
  for (const [name, indices] of Object.entries(near)) for (const i of indices) names[i]?.push(name);
  return names.flatMap((keywords, i) => {
    const entry = entries.at(i);
    if (entry === undefined) return [];
    const { id, title, provider, severity, confidence, pushProtected, shape, rotate, revoke } = entry;
    const what = { id, title, provider, kind: 'service' as const, severity, confidence, pushProtected };
    return described({ ...what, pattern: `/${shape}/`, keywords, rotate, revoke });
  });
}

function guess(id: string, title: string): Described {
  return {
    id,
    title,
    provider: 'any',
    kind: 'generic',
    severity: 'by its odds',
    confidence: 'by its odds',
    pushProtected: false,
  };
}

/** Without keys that are undefined. */
function described(rule: Loose): Described {
  return Object.fromEntries(Object.entries(rule).filter(([, value]) => value !== undefined)) as unknown as Described;
}

function unknownRule(id: string, all: readonly Described[]) {
  const near = nearest(
    id,
    all.map((rule) => rule.id),
  );
  const hint = near === undefined ? 'secretguard rules list shows all' : `did you mean ${near}?`;
  return fail('bad-arguments', `there is no such rule; ${hint}`);
}
