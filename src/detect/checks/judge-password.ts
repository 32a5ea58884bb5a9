import type { CheckOutcome } from '../check.ts';
import { isPlaceholder } from '../placeholder.ts';
import { DROP } from './outcome.ts';

/** A login as found in a connection string or URL; what is not known is ''. */
export interface Login {
  readonly user: string;
  readonly password: string;
  readonly host: string;
}

/**
 * What a login is worth: a real password for a real host stops a person; the defaults of a database on the own machine, the
 * logins of documentation and references to variables do not.
 */
export function judgeLogin({ user, password, host }: Login): CheckOutcome {
  if (isReference(password)) return DROP;
  const where = placeOf(host);
  const plain = plainOf(password);
  const same = user.length > 2 && namesUser(password.toLowerCase(), user.toLowerCase());
  if (/^[a-z]$/i.test(host)) return { severity: 'note', confidence: 'low', why: 'though its host is a stand-in' };
  if (DOCUMENTED.includes(password) || isTrivial(password) || /your|<|>|replace|change|insert|enter/i.test(password)) {
    return { severity: 'note', confidence: 'low', why: 'though its password is a placeholder' };
  }
  if (PLAIN.test(plain) || SAYS_SO.test(plain) || same || isPlaceholder(password)) {
    if (isExampleLogin(user, password))
      return { severity: 'note', confidence: 'low', why: 'though its login is one of an example' };
    const modest = DEFAULTS.test(plain) || (same && password.length < 10);
    return judgeCommon(where, modest);
  }
  if (where === 'remote') return {};
  if (/^[a-z]{1,8}$/.test(password))
    return { severity: 'note', confidence: 'low', why: 'though it is a word, of no real host' };
  const why = where === 'example' ? 'though its host is an example' : 'though its host is local';
  return { severity: 'warn', confidence: 'medium', why };
}

/** `deploy`, `deploy-secret`, `secret_deploy` of the user `deploy`. */
function namesUser(password: string, user: string): boolean {
  const rest = password.replace(user, '');
  return rest !== password && /^[-_.]?(?:pass(?:word|wd)?|pwd?|secret|token|api-?key|key)?[-_.]?\d{0,3}$/.test(rest);
}

/** `username:password`, `postgres:postgres` */
function isExampleLogin(user: string, password: string): boolean {
  if (user === password) return user.length > 2 && DEFAULTS.test(plainOf(password));
  return /^user(?:name)?$/i.test(user) && /^pass(?:word|wd)?$/i.test(password);
}

/** `modest`: what containers and frameworks ship with. */
function judgeCommon(where: ReturnType<typeof placeOf>, modest: boolean): CheckOutcome {
  if (where === 'remote') return { severity: 'warn', confidence: 'low', why: 'though its password is a common word' };
  const severity = modest || where === 'example' ? 'note' : 'warn';
  return { severity, confidence: 'low', why: 'though it is a common default of no real host' };
}

/** Passwords that are words for a password, or the ones tried first. */
const PLAIN =
  /^(?:pass(?:word|wd|wort|phrase|code)?|pw|pwd|secret|admin(?:istrator)?|root|toor|test(?:ing|er|pass(?:word)?)?|guest|user(?:name|pass)?|my-?(?:sql)?(?:secret|pass(?:word|wd)?|pw|pwd)|some-?(?:secret|pass(?:word)?)|default|postgres|mysql|mongo|redis|rabbitmq|minio|minioadmin|demo|dev(?:elopment)?|local(?:host)?|foo|bar|baz|example|sample|hunter|letmein|qwerty|abc|welcome|super-?secret|secret-?pass(?:word)?|db-?pass(?:word)?|pass-?word|token|key|api-?key|x|none|null|login|docker|vagrant|airflow|tiger|temp|tmp|sa|yourstrong.?pass(?:word)?|strong-?pass(?:word)?)?[\d!@#$._-]{0,6}$/;

/** `url-pass`, `app_role_pwd`, `secret_mongo`: a word, and that it is a password. */
const SAYS_SO =
  /^(?:[a-z]{2,10}[-_.]){0,3}(?:pass(?:word|wd)?|pwd?|secret)$|^(?:pass(?:word|wd)?|pwd?|secret)[-_.][a-z]{2,10}$/;

/** Users of examples. */
export const SAMPLE_USER =
  /^(?:user(?:name)?|usr|foo|bar|alice|bob|john|jane|joe|test|me|someone|somebody|name|login|my-?user(?:name)?)$/i;

/** Those that containers and frameworks ship with: not worth a word on the own machine. */
const DEFAULTS =
  /^(?:pass(?:word|wd)?|pwd|postgres|mysql|root|admin|guest|user|test|mongo|redis|rabbitmq|minioadmin|example|airflow|docker|vagrant|tiger|x|)$/;

/** Lower case, with the usual stand-ins of digits for letters taken back. */
function plainOf(password: string): string {
  return password
    .toLowerCase()
    .replace(/^p[@4a][s$5]{2}(?:w[o0]rd|wd)?/, (head) => (head.length > 4 ? 'password' : 'pass'))
    .replace(/\u0000/g, '');
}

/** Of Microsoft's documentation of NuGet.config. */
const DOCUMENTED = ['33f!!lloppa', 'hal+9ooo_da!sY'];

function isTrivial(password: string): boolean {
  return password.length < 4 || new Set(password.toLowerCase()).size < 3 || /^\W+$/.test(password);
}

/** Whether the password is a variable, a call or a template rather than text. */
function isReference(password: string): boolean {
  return (
    /^\$\{|^\$\(|^\{\{?[^{}]*\}?\}?$|^%[({]?\w+[)}]?[sd%]?$|^\$[A-Za-z_]\w*$|^#\{|^<[^>]*>?$|^\[[^\]]*\]$|^:[a-z_]+$|^@\w+@$|^\*+$|^\.{2,}|^%(?:\[\d\])?[sdvq]$|^\\\(|^&[a-z]+;$|^[A-Za-z_$][\w$.]*\([\w$., ]*\)?$/.test(
      password,
    ) ||
    /\$\{|\{\{|#\{|<%|\$\(|["'`]\s?[+.&]|%\(|process\.env|encodeURI|urlencode|quote_plus|\*{3}|\\\(/i.test(password)
  );
}

/** `local`: the own machine or network; `example`: names kept for documentation; else `remote`. */
function placeOf(host: string): 'local' | 'example' | 'remote' {
  const name = host
    .toLowerCase()
    .replace(/^\(?(?:tcp:|np:|lpc:)?/, '')
    .replace(/[,:\\)]\d*.*$/, (rest) => (host.startsWith('[') ? rest : ''));
  if (
    /^(?:localhost|127\.|0\.0\.0\.0|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|\[::1?\]|host\.docker\.internal|\.|\(?local)/.test(
      name,
    )
  ) {
    return 'local';
  }
  if (/\.(?:local|localhost|lan|internal|docker)$/.test(name)) return 'local';
  if (
    /(?:^|\.)(?:example|invalid|test)(?:\.[a-z]{2,3})?$|^(?:\[?2001:db8:|192\.0\.2\.|198\.51\.100\.|203\.0\.113\.)|^1\.2\.3\.4$/.test(
      name,
    )
  ) {
    return 'example';
  }
  if (
    /(?:^|\.)(?:your|my|some)?-?(?:domain|company|server|host(?:name)?|site|website|org|foo|bar|demo)\.(?:com|org|net|io|tld|dev)$/.test(
      name,
    )
  ) {
    return 'example';
  }
  // A name without a dot is a service of the same compose file, or a stand-in such as `host`.
  return name.includes('.') ? 'remote' : 'local';
}
