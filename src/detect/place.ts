/** What the path alone says about a text. */
export interface Place {
  /** Lower-case, without the dot; '' where there is none. */
  readonly extension: string;
  readonly kind: 'code' | 'config' | 'env' | 'markup' | 'prose' | 'data' | 'unknown';
  readonly test: boolean;
  readonly docs: boolean;
  readonly example: boolean;
  readonly fixture: boolean;
  readonly lock: boolean;
  readonly locale: boolean;
  readonly minified: boolean;
  readonly generated: boolean;
  readonly snapshot: boolean;
  readonly sourcemap: boolean;
}

// Words in strings and not in expressions: a hook looks at a few paths only, and compiling would cost more than looking.

/** Extensions of each kind, blanks around each. */
const KINDS = {
  code: ' js cjs mjs jsx ts cts mts tsx vue svelte astro py go java kt kts cs vb fs php rb swift m mm h hh hpp c cc cpp cxx rs scala groovy gradle dart lua pl pm hs ex exs erl clj r jl sol cls sql ps1 psm1 coffee elm zig nim ',
  config:
    ' yaml yml toml ini cfg conf cnf config properties props tf tfvars hcl json jsonc json5 npmrc yarnrc netrc pgpass sh bash zsh fish dockerfile mk service settings plist bat cmd ',
  markup: ' xml html htm xhtml svg jsp ejs hbs pug twig erb haml mustache xaml resx csproj wsdl ftl ',
  prose: ' md mdx markdown rst adoc asciidoc txt text tex org wiki ',
  data: ' csv tsv log sqlite har ipynb ndjson jsonl pem key crt cer p12 pfx asc ',
} as const;

/** Words of folders and file names, between any of `/ . _ -`. */
const WORDS = {
  test: ' test tests spec specs e2e cypress mock mocks fake fakes testing testdata dummy dummies conformance unittest unittests bench benchmark benchmarks fuzz ',
  example:
    ' example examples sample samples demo demos tutorial tutorials playground template templates tmpl tmpls sandbox quickstart quickstarts cookbook boilerplate stories snakeoil ',
  fixture: ' fixture fixtures testdata cassette cassettes stub stubs golden vectors seed seeds seeder seeders ',
  locale: ' i18n l10n locale locales lang langs language languages translation translations intl nls messages ',
  generated: ' generated gen ',
} as const;

const ALL_WORDS = `${WORDS.test}${WORDS.example}${WORDS.fixture}${WORDS.locale}${WORDS.generated}`;

/** First words of folders and files that hold documentation. */
const DOCS =
  ' doc docs documentation wiki readme changelog changes history contributing website guide guides man manpages ';
const LOCKS =
  ' package-lock.json npm-shrinkwrap.json pnpm-lock.yaml go.sum bun.lockb packages.lock.json gradle.lockfile ';
const UNTOLD = ' dockerfile makefile jenkinsfile procfile vagrantfile ';

let last: { readonly path: string; readonly place: Place } | undefined;

/**
 * Place of the file at `path` (`/`-separated), told from its name and folders only. It is asked for several times in a row.
 */
export function placeOf(path: string): Place {
  if (last?.path !== path) last = { path, place: placeAt(path) };
  return last.place;
}

function placeAt(path: string): Place {
  const lower = path.toLowerCase();
  const base = lower.slice(lower.lastIndexOf('/') + 1);
  const dot = base.lastIndexOf('.');
  const extension = dot >= 0 ? base.slice(dot + 1) : '';
  const words = tellingWords(lower);
  return {
    extension,
    kind: isEnv(base) ? 'env' : kindOf(base, extension),
    test: hasAny(words, WORDS.test) || lower.startsWith('integration/') || isTest(path, lower),
    docs: isDocs(lower, extension),
    example: hasAny(words, WORDS.example) || isDefault(extension) || isSample(lower),
    fixture: hasAny(words, WORDS.fixture),
    lock: LOCKS.includes(` ${base} `) || extension === 'lock',
    locale: isLocale(words, base, extension),
    minified: isMinified(lower, base),
    generated: hasAny(words, WORDS.generated) || lower.includes('node_modules/') || base.includes('.pb.'),
    snapshot: extension === 'snap' || lower.includes('__snapshots__/'),
    sourcemap: extension === 'map',
  };
}

/** What is asked of a text at `path` about names and their values: nothing in lock files and source maps. */
export function namesIn(path: string): 'none' | 'any' | 'code' {
  const lower = path.toLowerCase();
  const base = lower.slice(lower.lastIndexOf('/') + 1);
  const extension = base.slice(base.lastIndexOf('.') + 1);
  if (extension === 'lock' || extension === 'map' || LOCKS.includes(` ${base} `)) return 'none';
  return base.includes('.') && !isEnv(base) && KINDS.code.includes(` ${extension} `) ? 'code' : 'any';
}

/** `UserTest.php`, `TestServer.java`, `fstest/`, `testcerts/`, `testkey.pem`, but neither `latest/` nor `attest.ts`. */
function isTest(path: string, lower: string): boolean {
  if (!lower.includes('test')) return /[a-z0-9](?:Spec|Mock)s?\.\w+$/.test(path);
  if (/[a-z0-9](?:Test|Spec|Mock)s?\.\w+$|(?:^|\/)Test[A-Z]/.test(path)) return true;
  return lower.split(/[/._-]+/).some((word) => COMPOUND_TEST.test(word) && !NO_TEST.test(word));
}

/** `samplecerts/`, `exampleapp/`, `docexamples/`, but not `resample.ts`. */
function isSample(lower: string): boolean {
  if (!lower.includes('sample') && !lower.includes('example')) return false;
  return lower.split(/[/._-]+/).some((word) => COMPOUND_SAMPLE.test(word) && !NO_SAMPLE.test(word));
}

const COMPOUND_SAMPLE = /^[a-z]{0,12}(?:sample|example)s?[a-z]{0,12}$/;
const NO_SAMPLE = /^(?:re|sub|over|up|down|counter|bi|tri)-?(?:sampl|exampl)|sampler/;

const COMPOUND_TEST = /^[a-z0-9]{1,12}tests?$|^tests?(?:[a-z]{2,12}|\d{1,3})$/;
const NO_TEST =
  /(?:la|fas|grea|con|at|pro|de|smar|shor|cu|ligh|brigh|tigh|whi|swee|quie|ho|nea|sof)tests?$|^test(?:imon|am|os|ify)/;

let allWords: Set<string> | undefined;

/** The words of a path that are in any list: few are. */
function tellingWords(lower: string): string[] {
  allWords ??= new Set(ALL_WORDS.split(' '));
  const found: string[] = [];
  for (let start = 0; start < lower.length; ) {
    const end = endOfWord(lower, start);
    if (end - start > 2) {
      const word = lower.slice(start, end);
      if (allWords.has(word)) found.push(word);
    }
    start = end + 1;
  }
  return found;
}

/** The next of `/ . _ @ -` from `start` on, or the end. */
function endOfWord(lower: string, start: number): number {
  let end = start;
  while (end < lower.length && !SEPARATES.includes(lower[end]!)) end++;
  return end;
}

const SEPARATES = '/._@-';

/** Whether one of the words occurs in the list. */
function hasAny(words: readonly string[], list: string): boolean {
  for (const word of words) if (list.includes(` ${word} `)) return true;
  return false;
}

/** `.env`, `.env.local`, `prod.env`, `.envrc`. */
function isEnv(base: string): boolean {
  return base.startsWith('.env') || base.startsWith('env.') || base === 'env' || base.endsWith('.env');
}

function kindOf(base: string, extension: string): Place['kind'] {
  const padded = ` ${extension} `;
  if (extension !== '') {
    for (const kind of ['code', 'config', 'markup', 'prose', 'data'] as const) {
      if (KINDS[kind].includes(padded)) return kind;
    }
  }
  const first = base.split('.')[0] ?? '';
  if (first !== '' && UNTOLD.includes(` ${first} `)) return 'config';
  return first === 'readme' || first === 'license' || first === 'changelog' ? 'prose' : 'unknown';
}

function isDocs(lower: string, extension: string): boolean {
  // .txt may be anything
  if (extension !== '' && KINDS.prose.includes(` ${extension} `) && extension !== 'txt' && extension !== 'text')
    return true;
  for (let start = 0; start >= 0; start = lower.indexOf('/', start) + 1 || -1) {
    // the letters with which these words begin
    if (!'dwrchgm'.includes(lower[start] ?? '?')) continue;
    let end = start;
    while (end < lower.length && !'/._-'.includes(lower[end]!)) end++;
    if (DOCS.includes(` ${lower.slice(start, end)} `)) return true;
  }
  return false;
}

/** `config.json.dist`, `.env.defaults`. */
function isDefault(extension: string): boolean {
  return extension !== '' && ' dist default defaults tmpl tpl '.includes(` ${extension} `);
}

function isLocale(words: readonly string[], base: string, extension: string): boolean {
  if (hasAny(words, WORDS.locale)) return true;
  if (extension !== '' && ' po pot xlf xliff strings arb '.includes(` ${extension} `)) return true;
  return base.length > 6 && /(?:^|[._-])[a-z]{2}[-_][a-z]{2}\.(?:json|ya?ml|js|ts|properties)$/.test(base);
}

function isMinified(lower: string, base: string): boolean {
  if (base.includes('.min.') || base.includes('-min.') || base.endsWith('.bundle.js')) return true;
  return `/${lower}`.includes('/vendor/') || lower.includes('vendors/') || lower.includes('bower_components/');
}
