import { isPublicName } from '../variables.ts';

/** Values that many projects share: finding them again tells nothing. Lower case. */
const COMMON = new Set(
  (
    'true false null none undefined default production development staging testing localhost password passw0rd p@ssw0rd p@ssword ' +
    'password1 password12 password123 passwort secret secret123 secretkey supersecret mysecret admin admin123 admin1234 administrator ' +
    'root root123 toor user user123 username guest test test123 test1234 testing123 testpass testpassword demo demo1234 example changeme ' +
    'changeit change_me change-me letmein welcome welcome1 welcome123 qwerty qwerty123 qwertyuiop abc123 abcd1234 abcdef123456 ' +
    'iloveyou monkey dragon postgres postgresql postgres123 mysql mariadb mongo mongodb redis rabbitmq guest123 minio minioadmin ' +
    'minio123 sa dev devpass devpassword dev123 local localdev localpassword foobar foobar123 foobarbaz hunter2 trustno1 sunshine princess ' +
    'football baseball superman batman master shadow access login hello hello123 helloworld placeholder dummy dummypassword fake ' +
    'your-secret-key your_secret_key your-api-key your_api_key yoursecret my-secret my_secret my-secret-key insecure verysecret topsecret ' +
    'keyboard keyboardcat keyboard-cat s3cr3t s3cret sekret pass pass123 pass1234 password! passw0rd! p@ssw0rd! 12345678 123456789 ' +
    '1234567890 11111111 00000000 87654321 123123123 12341234 1q2w3e4r 1qaz2wsx zaq12wsx asdfghjk asdfasdf abcdefgh abcdefghijkl ' +
    'enabled disabled required optional database credentials'
  ).split(' '),
);

/** `my_secret_key_123`, `Change-Me!`, `your-api-token`: nothing but the words that stand in every template. */
const TEMPLATE_WORDS =
  /^(?:my|your|the|a|an|this|is|not|some|super|very|top|secret|key|api|token|pass|password|passwd|pwd|word|admin|root|user|test|testing|dev|development|local|default|change|me|it|please|in|production|prod|example|sample|dummy|fake|foo|bar|baz|jwt|session|auth|app|access|private|cookie|hello|world|welcome|login|guest|demo|postgres|mysql|redis|mongo|value|here|insecure|unsafe|random|string|long|safe)+$/;

/** Ends of names whose values are settings that everybody may know. */
const HARMLESS_NAME =
  /(?:^|_)(?:URL|URI|HOST|HOSTNAME|PORT|PATH|DIR|DIRECTORY|FILE|FILENAME|ENV|NODE_ENV|ENVIRONMENT|REGION|ZONE|LOCALE|LANG|LANGUAGE|TZ|TIMEZONE|LEVEL|MODE|VERSION|NAME|TITLE|DESCRIPTION|EMAIL|FROM|DOMAIN|ORIGIN|ORIGINS|DB|DATABASE|SCHEMA|BUCKET|ISSUER|AUDIENCE|ENDPOINT|BASE|TYPE|FORMAT|DRIVER|PROVIDER|MODEL|COLOR|THEME|TIMEOUT|TTL|EXPIRY|EXPIRES|EXPIRES_IN|EXPIRATION|LIFETIME|AGE|LIMIT|SIZE|LENGTH|COUNT|ROUNDS|ITERATIONS|ENABLED|DISABLED|DEBUG|PREFIX|SUFFIX|PUBLIC|USER|USERNAME|ID|ALG|ALGORITHM|STRATEGY|METHOD|HEADER|SCOPE|SCOPES|ROLE|ROLES|SERVER|SERVICE|REGISTRY|IMAGE|TAG|QUEUE|TOPIC|CHANNEL|PROJECT|ORG|ORGANIZATION|TEAM|STAGE|PLATFORM|ACCOUNT|REDIRECT|CALLBACK|SOCK)$/i;
const SECRET_NAME =
  /SECRET|TOKEN|PASS(?!PORT_|ENGER)|PWD|CREDENTIAL|PRIVATE|API_?KEY|AUTH(?!OR)|SALT|SIGNING|ENCRYPT|(?:^|_)KEY(?:$|_)|DSN|CONNECTION/i;
/** Words, a path, a host, a number, a date, a duration, a version, an address: what settings are made of. */
const PLAIN =
  /^(?:[a-z]+|[A-Z]+|[A-Z][a-z]+|[\d.,:_-]+|v?\d+(?:\.\d+)+[\w.-]*|\d+\s?[a-z]{1,3}|[\w.+-]+@[\w.-]+|(?:\.{0,2}\/)[\w./ -]*|[a-z]{2}[-_][A-Za-z]{2,}(?:-\d)?|(?:[a-z0-9-]+\.)+[a-z]{2,}(?::\d+)?(?:\/[\w./-]*)?|[a-z][\w.-]*(?:\/[\w.-]+)*:[\w.-]{1,20})$/;
const URL_WITHOUT_SECRET = /^[a-z][a-z0-9+.-]*:\/\/(?![^/\s]*:[^/\s@]*@)\S*$/i;
const URL_WITH_PASSWORD = /^[a-z][a-z0-9+.-]*:\/\/[^/\s:@]*:([^\s@]+)@/i;
/** A path, or letters and digits in order: of no use to anybody. */
const PATH = /^(?:~|\.{0,2})\/[\w./ @-]*$/;
const IN_ORDER = '01234567890123456789abcdefghijklmnopqrstuvwxyz0123456789';

/**
 * Whether finding this value of an env file again, anywhere, gives a secret away. Not for weak or common values
 * (`true`, `3000`, `localhost`, `admin123`), nor for what is public by its name.
 */
export function isTelling(name: string, value: string): boolean {
  if (value.length < 6 || value.length > 8_192 || isPublicName(name.toUpperCase()) || isWeak(value)) return false;
  if (/^(?:\$\w+|<[^>]*>|\{\{.*\}\}|encrypted:.*)$/.test(value) || /\$\{[^}]*\}|\$\(/.test(value)) return false;
  const password = URL_WITH_PASSWORD.exec(value)?.[1];
  if (password !== undefined) return password.length >= 5 && !isWeak(password) && !/^(?:\$\w+|<[^>]*>)$/.test(password);
  if (URL_WITHOUT_SECRET.test(value)) return SECRET_NAME.test(name) && /[A-Za-z0-9_-]{20,}/.test(value);
  if (HARMLESS_NAME.test(name) && !/(?:SECRET|PASS(?:WORD|WD|PHRASE)?|TOKEN)_?(?:KEY_?)?(?:BASE|DB)$/i.test(name))
    return looksRandom(value);
  if (SECRET_NAME.test(name)) {
    if (PATH.test(value)) return false;
    return value.length >= 8 || /\d/.test(value) || /[^A-Za-z0-9]/.test(value);
  }
  return value.length >= 8 && !PLAIN.test(value) && !/^(?:[A-Z]?[a-z]+[ ,.!?]*)+$/.test(value);
}

/** Common, repetitive, in order, or made of template words only. */
export function isWeak(value: string): boolean {
  const lower = value.toLowerCase();
  if (COMMON.has(lower) || isRepetitive(value) || IN_ORDER.includes(lower)) return true;
  const digits = (value.match(/\d/g) ?? []).length;
  return value.length <= 40 && digits <= 4 && TEMPLATE_WORDS.test(lower.replace(/[^a-z]/g, ''));
}

/** Letters of both kinds and digits mixed as no name mixes them. */
function looksRandom(value: string): boolean {
  if (value.length < 16 || /\s/.test(value) || PLAIN.test(value)) return false;
  let turns = 0;
  for (let i = 1; i < value.length; i++) {
    if (/^(?:[A-Za-z]\d|\d[A-Za-z]|[a-z][A-Z])$/.test(value.slice(i - 1, i + 1))) turns++;
  }
  return turns * 5 >= value.length && new Set(value).size >= 8;
}

function isRepetitive(value: string): boolean {
  return new Set(value).size <= 3 || /^(.{1,8})\1+$/.test(value);
}
