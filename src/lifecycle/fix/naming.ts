import type { NameHint, Wanted } from './model.ts';

/** Names that everybody uses for these keys, by the beginning of the rule's id. */
const USUAL: readonly (readonly [rule: string, name: string])[] = [
  ['github-', 'GITHUB_TOKEN'],
  ['gitlab-', 'GITLAB_TOKEN'],
  ['npm-', 'NPM_TOKEN'],
  ['npmrc-', 'NPM_TOKEN'],
  ['aws-session-', 'AWS_SESSION_TOKEN'],
  ['aws-access-key-id', 'AWS_ACCESS_KEY_ID'],
  ['aws-secret-', 'AWS_SECRET_ACCESS_KEY'],
  ['aws-key-pair', 'AWS_SECRET_ACCESS_KEY'],
  ['stripe-webhook-', 'STRIPE_WEBHOOK_SECRET'],
  ['stripe-publishable-', 'STRIPE_PUBLISHABLE_KEY'],
  ['stripe-', 'STRIPE_SECRET_KEY'],
  ['openai-', 'OPENAI_API_KEY'],
  ['anthropic-', 'ANTHROPIC_API_KEY'],
  ['google-api-', 'GOOGLE_API_KEY'],
  ['google-oauth-client-secret', 'GOOGLE_CLIENT_SECRET'],
  ['slack-webhook', 'SLACK_WEBHOOK_URL'],
  ['slack-signing', 'SLACK_SIGNING_SECRET'],
  ['slack-', 'SLACK_TOKEN'],
  ['sendgrid-', 'SENDGRID_API_KEY'],
  ['huggingface-', 'HF_TOKEN'],
  ['private-key', 'PRIVATE_KEY'],
  ['json-web-token', 'JWT'],
];

/** Words that say what kind of thing it is, not whose. */
const KIND =
  /^(?:api|key|keys|token|tokens|secret|password|passwd|passphrase|pass|pwd|pw|auth|authorization|bearer|access|private|client|credential|credentials|id|my|the|x|value|val|string|str|data|const|default|config|options|settings|url|uri|dsn|connection|headers|header|env|process|module|exports|test|tmp|a|b|c|k|t|s)$/;

const SCHEMES: Readonly<Record<string, string>> = {
  postgres: 'DATABASE_URL',
  postgresql: 'DATABASE_URL',
  mysql: 'DATABASE_URL',
  mariadb: 'DATABASE_URL',
  mssql: 'DATABASE_URL',
  sqlserver: 'DATABASE_URL',
  mongodb: 'MONGODB_URI',
  'mongodb+srv': 'MONGODB_URI',
  redis: 'REDIS_URL',
  rediss: 'REDIS_URL',
  amqp: 'AMQP_URL',
  amqps: 'AMQP_URL',
};

/** Means something to the shell, to Node or to the system. */
const RESERVED =
  /^(?:PATH|HOME|USER|SHELL|PWD|OLDPWD|TERM|LANG|LC_\w+|TZ|TMPDIR|IFS|HOST|HOSTNAME|PORT|CI|DEBUG|NODE_\w+|npm_\w+|LD_\w+|DYLD_\w+|GIT_\w+|BASH_\w+|ENV)$/;

/** The name of the variable that a value belongs into, before it is made unique. */
export function proposeName(wanted: Wanted, hint: NameHint): string {
  const { fixed, prefix = '' } = hint;
  if (fixed !== undefined) return fixed;
  const name = plainName(wanted, hint);
  return name.startsWith(prefix) ? name : prefix + name;
}

function plainName(wanted: Wanted, { assigned = '', holder = '', scheme }: NameHint): string {
  if (wanted.variable !== undefined) return wanted.variable;
  const words = wordsOf(assigned);
  const context = wordsOf(holder).filter((w) => !isKind(w));
  if (words.some((w) => !isKind(w))) return nameOf(words.length === 1 ? [...words, kindOf(wanted, scheme)] : words);
  if (scheme !== undefined) return SCHEMES[scheme] ?? nameOf([...context, 'SERVICE', 'URL']);
  const usual = USUAL.find(([rule]) => wanted.rule.startsWith(rule));
  if (usual !== undefined) return usual[1];
  const telling = words.filter((w) => w.length > 1);
  const kind = telling.length > 0 ? telling : [kindOf(wanted)];
  if (wanted.rule.startsWith('generic-') || wanted.provider === '' || wanted.provider === 'Generic')
    return nameOf([...context, ...kind]);
  return nameOf([...wordsOf(wanted.provider.replace(/\(.*/, '')), ...kind]);
}

/** The next free variant: NAME, NAME_2, NAME_3. */
export function uniqueName(name: string, isTaken: (name: string) => boolean): string {
  for (let n = 1; ; n++) {
    const variant = n === 1 ? name : `${name}_${n}`;
    if (!isTaken(variant)) return variant;
  }
}

function isKind(word: string): boolean {
  return word.length === 1 || KIND.test(word);
}

/** Lower-case words of an identifier in any spelling. */
function wordsOf(identifier: string): string[] {
  return identifier
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
}

/** What kind of thing the rule says it is: `API_KEY`. */
function kindOf({ rule }: Wanted, scheme?: string): string {
  if (scheme !== undefined) return 'url';
  if (/password|basic-auth|connection|url/.test(rule)) return 'password';
  if (/api-?key/.test(rule)) return 'api_key';
  if (/private-key/.test(rule)) return 'private_key';
  if (/webhook/.test(rule)) return 'webhook_url';
  if (/secret/.test(rule)) return 'secret';
  return /key/.test(rule) ? 'key' : 'token';
}

function nameOf(words: readonly string[]): string {
  const name = words
    .filter((word, i) => word !== words[i - 1])
    .join('_')
    .toUpperCase()
    .replace(/^(?=\d)/, '_');
  const whole = name === '' ? 'SECRET' : name;
  return RESERVED.test(whole) ? `APP_${whole}` : whole;
}
