// Keys in twenty positions of a module, for servers and for browsers.
import { randomBytes } from 'node:crypto';
import { token } from '../sandbox.mjs';

const alnum = (length) =>
  randomBytes(length * 2)
    .toString('base64')
    .replace(/[^A-Za-z0-9]/g, '')
    .slice(0, length);

/** Twenty keys of a server, none issued: GitHub tokens with the right checksum, one password in a URL. */
export function serverKeys() {
  return Array.from({ length: 20 }, (_, i) => (i === 16 ? alnum(22) : token()));
}

/** A key that is made to be seen by browsers; `SETTINGS` make the project want it out of the code all the same. */
export function publicKey() {
  return ['pk', 'live', alnum(40)].join('_');
}

export const SETTINGS = '{ "rules": { "severity": { "stripe-publishable-key": "block" } } }\n';

/** A module of TypeScript that exports `all`: what each of twenty positions gives. @param js without types */
export function serverModule(k, js = false) {
  const code = `type Options = { token: string; retries?: number };

const direct = '${k[0]}';
const typed: string = "${k[1]}";
const template = \`${k[2]}\`;
const part = 'Bearer ${k[3]}';
const inner = \`Basic \${typed.length} ${k[4]} end\`;
const sum = 'a-' + '${k[5]}';
const object: Options = { token: '${k[6]}' };
const nested = { upstream: { secretKey: '${k[7]}', retries: 3 } };
const list = ['${k[8]}', 'x'];
function withDefault(key: string = '${k[9]}'): string {
  return key;
}
const arrow = (key = '${k[10]}') => key;
const choice = Date.now() > 0 ? '${k[11]}' : 'no';
const fallback = process.env.UPSTREAM_TOKEN ?? '${k[12]}';
const either = process.env.OTHER_TOKEN || '${k[13]}';
class Client {
  private readonly key = '${k[14]}';
  static shared = "${k[15]}";
  show(): string {
    return this.key;
  }
}
const url = 'postgres://app:${k[16]}@db.internal.net:5432/app?ssl=1';
const called = ['${k[17]}'].map((key) => key.trim()).join();
const satisfied = { token: '${k[18]}' } satisfies Options;
const cast = ('${k[19]}' as string).toString(); // was ${k[0]}

export const all: string[] = [
  direct, typed, template, part, inner, sum, object.token, nested.upstream.secretKey, list.join(), withDefault(),
  arrow(), choice, fallback, either, new Client().show(), Client.shared, url, called, satisfied.token, cast,
];
`;
  if (!js) return code;
  return code
    .replace(/^type .*\n\n/, '')
    .replace(/: (?:string\[\]|string|Options)(?= =|\)| \{)/g, '')
    .replace('private readonly ', '')
    .replace(' satisfies Options', '')
    .replace(' as string', '');
}

/** The same for code that reaches the browser, in JSX where `jsx`: one public value in positions of every kind. */
export function clientModule(value) {
  return `const direct = '${value}';
const template = \`${value}\`;
const part = 'key=${value}&v=1';
const inner = \`v\${1 + 1}:${value}!\`;
const sum = 'a-' + '${value}';
const object = { maps: { key: '${value}' } };
const list = ['${value}', 'x'];
function withDefault(key = '${value}') {
  return key;
}
const choice = Date.now() > 0 ? '${value}' : 'no';
const called = ['${value}'].map((key) => key.trim()).join();

export const shown = [
  direct, template, part, inner, sum, object.maps.key, list.join(), withDefault(), choice, called,
].join(' | ');
`;
}
