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

const CODE =
  /^(?:[cm]?[jt]sx?|vue|svelte|astro|py|go|java|kts?|cs|vb|fs|php|rb|swift|mm?|hh?|c|cc|cpp|cxx|hpp|rs|scala|groovy|gradle|dart|lua|pl|pm|hs|ex|exs|erl|clj|r|jl|sol|cls|sql|ps1|psm1|bat|cmd|coffee|elm|zig|nim)$/;
const CONFIG =
  /^(?:ya?ml|toml|ini|cfg|conf|cnf|config|properties|props|tf|tfvars|hcl|json[c5]?|npmrc|yarnrc|netrc|pgpass|sh|bash|zsh|fish|dockerfile|mk|service|settings|plist)$/;
const MARKUP = /^(?:xml|html?|xhtml|svg|jsp|ejs|hbs|pug|twig|erb|haml|mustache|xaml|resx|csproj|wsdl|ftl)$/;
const PROSE = /^(?:md|mdx|markdown|rst|adoc|asciidoc|txt|text|tex|org|wiki)$/;
const DATA = /^(?:csv|tsv|log|sqlite|har|ipynb|ndjson|jsonl|pem|key|crt|cer|p12|pfx|asc)$/;

const TEST =
  /(?:^|[/._-])(?:tests?|specs?|__tests__|__mocks__|e2e|cypress|mocks?|testing|testdata|unittests?)(?=[/._-]|$)/;
const DOCS = /(?:^|\/)(?:docs?|documentation|wiki|readme|changelog|history|contributing|website|guides?)(?=[/._-]|$)/;
const EXAMPLE =
  /(?:^|[/._-])(?:examples?|samples?|demos?|tutorials?|playground|templates?|sandbox)(?=[/._-]|$)|\.(?:dist|default|defaults|tmpl|tpl)$/;
const FIXTURE =
  /(?:^|[/._-])(?:fixtures?|testdata|test-data|__fixtures__|cassettes?|stubs?|golden|seeds?|seeders?)(?=[/._-]|$)/;
const LOCK =
  /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|composer\.lock|gemfile\.lock|cargo\.lock|poetry\.lock|pipfile\.lock|go\.sum|deno\.lock|bun\.lockb?|flake\.lock|packages\.lock\.json|[^/]+\.lock)$/;
const LOCALE =
  /(?:^|[/._-])(?:i18n|l10n|locales?|langs?|languages?|translations?|intl|nls|messages)(?=[/._-]|$)|(?:^|[/._-])[a-z]{2}[-_][a-z]{2}\.(?:json|ya?ml|js|ts|properties)$|\.(?:po|pot|xlf|xliff|strings|arb)$/;
const MINIFIED = /[.-]min\.(?:js|css|mjs|cjs)$|\.bundle\.js$|(?:^|\/)(?:vendor|vendors|bower_components)\//;
const GENERATED = /[._-](?:gen|generated|pb)\.[a-z]+$|(?:^|\/)(?:generated|__generated__|node_modules)\//;
const ENV = /(?:^|[/.])env(?:$|\.[\w.-]+$|rc$)|\.env$/;

/**
 * Place of the file at `path` (`/`-separated), told from its name and folders only.
 */
export function placeOf(path: string): Place {
  const lower = path.toLowerCase();
  const base = lower.slice(lower.lastIndexOf('/') + 1);
  const dot = base.lastIndexOf('.');
  const extension = dot >= 0 ? base.slice(dot + 1) : '';
  const env = ENV.test(base);
  return {
    extension,
    kind: env ? 'env' : kindOf(base, extension),
    test: TEST.test(lower) || /(?:test|spec|tests|mock)\.[a-z]+$/.test(lower),
    // .txt may be anything
    docs: DOCS.test(lower) || (PROSE.test(extension) && !/^te?xt$/.test(extension)),
    example: EXAMPLE.test(lower),
    fixture: FIXTURE.test(lower),
    lock: LOCK.test(lower),
    locale: LOCALE.test(lower),
    minified: MINIFIED.test(lower),
    generated: GENERATED.test(lower),
    snapshot: base.endsWith('.snap') || lower.includes('__snapshots__/'),
    sourcemap: extension === 'map',
  };
}

function kindOf(base: string, extension: string): Place['kind'] {
  if (CODE.test(extension)) return 'code';
  if (CONFIG.test(extension) || /^(?:dockerfile|makefile|jenkinsfile|procfile|vagrantfile)/.test(base)) return 'config';
  if (MARKUP.test(extension)) return 'markup';
  if (PROSE.test(extension) || /^(?:readme|license|changelog)$/.test(base)) return 'prose';
  if (DATA.test(extension)) return 'data';
  return 'unknown';
}
