import * as z from 'zod/mini';
import { patternDanger } from './pattern-safety.ts';
import type { Rule } from './rule.ts';

const text = z.string().check(z.minLength(1), z.maxLength(500));
/** Examples may be given in pieces, so that the settings file holds no token-like text itself. */
const example = z.union([z.string(), z.array(z.string())]);
const characters = z.int().check(z.minimum(0), z.maximum(4096));

/** A rule of a settings file: the fields of `Rule`, patterns as text. */
const customRuleSchema = z
  .strictObject({
    id: z.string().check(z.maxLength(80)),
    title: text,
    pattern: z.string().check(z.minLength(1), z.maxLength(2000)),
    flags: z.optional(z.string()),
    keywords: z.array(z.string()).check(z.minLength(1), z.maxLength(50)),
    provider: z.optional(text),
    rotate: z.optional(text),
    revoke: z.optional(text),
    source: z.optional(text),
    severity: z.optional(z.enum(['block', 'warn', 'note'])),
    confidence: z.optional(z.enum(['high', 'medium', 'low'])),
    minEntropy: z.optional(z.number().check(z.minimum(0), z.maximum(8))),
    check: z.optional(text),
    prefix: z.optional(z.string().check(z.maxLength(20))),
    pair: z.optional(
      z.strictObject({ pattern: z.string().check(z.minLength(1), z.maxLength(2000)), within: characters }),
    ),
    reach: z.optional(z.strictObject({ before: characters, after: characters })),
    pushProtected: z.optional(z.boolean()),
    examples: z.optional(z.strictObject({ match: z.optional(z.array(example)), miss: z.optional(z.array(example)) })),
  })
  .check(
    z.check(({ value, issues }) => {
      for (const { path, why } of ruleProblems(value)) {
        issues.push({ code: 'custom', input: undefined, path: [...path], message: why });
      }
    }),
  );

/** The list of them: no id twice. */
export const customRulesSchema = z.array(customRuleSchema).check(
  z.check(({ value, issues }) => {
    for (const [i, { id }] of value.entries()) {
      const first = value.findIndex((rule) => rule.id === id);
      if (first < i) issues.push({ code: 'custom', input: undefined, path: [i, 'id'], message: 'stands twice' });
    }
    if (value.reduce((sum, { keywords }) => sum + keywords.length, 0) > MOST_KEYWORDS)
      issues.push({ code: 'custom', input: undefined, path: [], message: `hold more than ${MOST_KEYWORDS} keywords` });
  }),
);

export type CustomRule = z.infer<typeof customRuleSchema>;

interface RuleProblem {
  readonly path: readonly (string | number)[];
  readonly why: string;
}

/** Rules as the engine takes them; call it on checked settings only. */
export function toRules(customRules: readonly CustomRule[]): readonly Rule[] {
  return customRules.map(toRule);
}

function toRule(custom: CustomRule): Rule {
  const {
    pattern,
    flags = '',
    keywords,
    pair,
    examples,
    provider = 'this project',
    source = 'settings',
    ...rest
  } = custom;
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  return {
    ...(given as Pick<CustomRule, 'id' | 'title'>),
    provider,
    source,
    pattern: compile(pattern, flags),
    keywords: keywords.map((keyword) => keyword.toLowerCase()),
    examples: { match: (examples?.match ?? []).map(joined), miss: (examples?.miss ?? []).map(joined) },
    ...(pair === undefined ? {} : { pair: { pattern: compile(pair.pattern, flags), within: pair.within } }),
  };
}

/** Of the prefilter: it notes by one byte where in a keyword its anchor stands, and numbers keywords by two. */
const LONGEST_KEYWORD = 200;
const MOST_KEYWORDS = 20_000;

/** What the gate of the built-in rules would refuse as well. */
function ruleProblems(custom: CustomRule): readonly RuleProblem[] {
  const problems: RuleProblem[] = [];
  const add = (path: RuleProblem['path'], why: string | undefined) => why !== undefined && problems.push({ path, why });
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(custom.id)) add(['id'], 'must be in kebab-case, such as "acme-api-key"');
  if (!/^[ims]*$/.test(custom.flags ?? '')) add(['flags'], 'must be made of i, m and s');
  for (const [i, keyword] of custom.keywords.entries()) {
    if (keyword.trim().length < 3)
      add(['keywords', i], 'must be at least 3 characters long, or every file would be searched');
    if (keyword.length > LONGEST_KEYWORD) add(['keywords', i], `must be at most ${LONGEST_KEYWORD} characters long`);
    if (!/^[\x20-\x7e]*$/.test(keyword)) add(['keywords', i], 'must be made of ASCII characters');
  }
  add(['pattern'], patternProblem(custom.pattern, custom.flags));
  if (custom.pair !== undefined) add(['pair', 'pattern'], patternProblem(custom.pair.pattern, custom.flags));
  return problems.length > 0 ? problems : exampleProblems(custom);
}

function patternProblem(pattern: string, flags = ''): string | undefined {
  if (!/^[ims]*$/.test(flags)) return undefined; // said of the flags already
  if (/^\(\?[a-z]+\)/.test(pattern)) return 'does not compile: write (?i) and the like into "flags" instead';
  try {
    compile(pattern, flags);
  } catch {
    // The engine's message repeats the pattern, which may hold a literal key.
    return 'is not a regular expression that JavaScript accepts';
  }
  const danger = patternDanger(pattern, flags);
  if (danger !== undefined) return danger;
  try {
    return compile(pattern, flags).test('') ? 'matches an empty text' : undefined;
  } catch {
    return 'is too large to be compiled'; // which happens at the first match only
  }
}

function exampleProblems({ pattern, flags, keywords, examples }: CustomRule): readonly RuleProblem[] {
  const problems: RuleProblem[] = [];
  const matches = (content: string) => content.search(compile(pattern, flags)) >= 0;
  for (const [i, entry] of (examples?.match ?? []).entries()) {
    const content = joined(entry);
    const has = keywords.some((keyword) => content.toLowerCase().includes(keyword.toLowerCase()));
    if (!matches(content)) problems.push({ path: ['examples', 'match', i], why: 'is not matched by the pattern' });
    else if (!has) problems.push({ path: ['examples', 'match', i], why: 'holds none of the keywords' });
  }
  for (const [i, entry] of (examples?.miss ?? []).entries()) {
    if (matches(joined(entry))) problems.push({ path: ['examples', 'miss', i], why: 'is matched by the pattern' });
  }
  return problems;
}

/** Group 1 is the secret; where the pattern has no group at all, the whole match is. */
function compile(pattern: string, flags = ''): RegExp {
  const groups = new RegExp(`${pattern}|`, flags).exec('')?.length ?? 1;
  return new RegExp(groups === 1 ? `(${pattern})` : pattern, `g${[...new Set(flags)].join('')}`);
}

function joined(entry: string | readonly string[]): string {
  return typeof entry === 'string' ? entry : entry.join('');
}
