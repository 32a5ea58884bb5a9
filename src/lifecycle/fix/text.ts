import { type CodePlace, fixCode, isCode } from './code-fix.ts';
import type { NameFor, Replacement, TextFix, Wanted } from './model.ts';
import { leftPlaces, occurrencesOf } from './occurrences.ts';
import { fixPlain } from './plain-fix.ts';
import { fixPython } from './python-fix.ts';
import { applied } from './text-edits.ts';

/** What is to be written by hand where the language is none that we rewrite. */
const BY_HAND: readonly (readonly [ends: RegExp, how: string])[] = [
  [/\.(?:vue|svelte|astro|html?)$/, 'code that runs in the browser hides nothing: call the service from your server'],
  [/(?:^|\/)\.github\/workflows\//, `use \${{ secrets.NAME }} and set the secret in the repository's settings`],
  [/(?:^|\/)(?:docker-)?compose[\w.-]*\.ya?ml$/, `write \${NAME}; compose reads it from .env`],
  [/(?:^|\/)(?:[\w.-]*\.)?Dockerfile[\w.-]*$/i, 'pass it with RUN --mount=type=secret, or when the container starts'],
  [/\.tf$/, 'declare a variable with sensitive = true; set TF_VAR_name in the environment'],
  [/(?:^|\/)\.(?:npmrc|yarnrc\.yml)$/, `write \${NAME}: npm and Yarn read it from the environment`],
  [/(?:^|\/)\.env(?:\.|$)/, 'move it to .env.local or .env, which git ignores'],
  [
    /\.(?:json|jsonc|json5|ya?ml|toml|ini|cfg|conf|properties|xml|plist)$/,
    'a data file cannot read the environment: take it out, and read it where the file is used',
  ],
  [/\.go$/, 'use os.Getenv("NAME")'],
  [/\.(?:rb|erb|rake)$/, 'use ENV.fetch("NAME")'],
  [/\.(?:java|kt|kts|scala|groovy)$/, 'use System.getenv("NAME")'],
  [/\.cs$/, 'use Environment.GetEnvironmentVariable("NAME")'],
  [/\.php$/, "use getenv('NAME')"],
  [/\.rs$/, 'use std::env::var("NAME")'],
  [/\.(?:sh|bash|zsh)$/, `use "\${NAME:?}" and set it outside the script`],
  [/\.(?:md|mdx|txt|rst|adoc)$/, 'write a placeholder instead'],
];

/** Takes what it can out of one file. Pure; `path` says the language, `place` what its project says of it. */
export function fixText(
  path: string,
  text: string,
  wanted: readonly Wanted[],
  nameFor: NameFor,
  place: CodePlace,
): TextFix {
  if (isCode(path)) return fixCode(path, text, wanted, nameFor, place);
  if (/\.pyi?$/.test(path)) return fixPython(text, wanted, nameFor);
  const why = BY_HAND.find(([ends]) => ends.test(path))?.[1] ?? 'read it from the environment';
  return (
    fixPlain(path, text, wanted, nameFor, why) ?? { replacements: [], moves: [], left: leftPlaces(text, wanted, why) }
  );
}

/** The text with every value in it replaced by what may be shown of it. */
export function redacted(text: string, wanted: readonly Wanted[]): string {
  let out = '';
  let at = 0;
  for (const { start, end, wanted: want } of occurrencesOf(text, wanted, true).found) {
    out += text.slice(at, start) + Buffer.from(want.secret.preview, 'utf8').toString('latin1');
    at = end;
  }
  return out + text.slice(at);
}

/** What stands where, before and after, for people: whole lines, no value in them. */
export interface ShownLines {
  readonly before: string;
  /** The same as `before` where nothing changes. */
  readonly after: string;
}

/** Cuts a text into runs of lines that change and runs that do not, every value redacted. */
export function shownLines(
  text: string,
  replacements: readonly Replacement[],
  wanted: readonly Wanted[],
): ShownLines[] {
  const places = [...replacements, ...occurrencesOf(text, wanted, true).found];
  const ranges = places.map(({ start, end }) => linesAround(text, start, end)).sort((a, b) => a[0] - b[0]);
  const runs: [number, number][] = [];
  for (const [start, end] of ranges) {
    const last = runs.at(-1);
    if (last !== undefined && start < last[1]) last[1] = Math.max(last[1], end);
    else runs.push([start, end]);
  }
  const shown: ShownLines[] = [];
  let at = 0;
  const same = (part: string) => part === '' || shown.push({ before: part, after: part });
  for (const [start, end] of runs) {
    same(text.slice(at, start));
    const before = text.slice(start, end);
    const inside = replacements.filter((r) => r.start >= start && r.end <= end);
    const moved = inside.map((r) => ({ ...r, start: r.start - start, end: r.end - start }));
    shown.push({ before: redacted(before, wanted), after: redacted(applied(before, moved), wanted) });
    at = end;
  }
  same(text.slice(at));
  return shown;
}

function linesAround(text: string, start: number, end: number): [number, number] {
  const stop = text.indexOf('\n', Math.max(start, end - 1));
  return [text.lastIndexOf('\n', start - 1) + 1, stop < 0 ? text.length : stop + 1];
}
