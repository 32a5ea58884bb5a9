import { describe, expect, test } from '@jest/globals';
import { fake, sample } from '../../../../src/rule.ts';
import { lostIn } from './lost.ts';

const short = sample('kT9x', fake('alnum', 4), 'zR');
const key = fake('alnum', 32, 3);

/** Each way in which a value hangs on its name. */
const SEEDS = [
  `const dbPassword = "${short}";`,
  `x.private_key[0] - "${key}"`,
  `curl -X POST -u admin:${short} https://x.io\n`,
  `curl https://x --user "me:${short}"`,
  `run curl --proxy-user=a:${short} x`,
  `if ("${short}" === password) {`,
  `  if ('${short}' != $this->secret) `,
  `NetworkCredential("bob", "${short}")`,
  `auth = ("bob", "${short}")`,
  `client.login('me', '${short}')`,
  `{ key: "DB_PASSWORD", value: "${short}" }`,
  `{ key: "DB_PASSWORD", string:value:"${short}" }`,
  `{ "name": "DB_PASSWORD", "defaultValue": "${short}" }`,
  `<key>apiSecret</key>\n<string>${key}</string>`,
  `<password>${short}</password>`,
  `<add key="dbPassword" value="${short}"/>`,
  `public string ApiKey { get; private set; } = "${key}";`,
  `let apiKey: string | undefined = "${key}";`,
  `The password for admin is ${short}\n`,
  `password by default to "${short}"`,
  `acme-secret-0a1b${fake('hex', 20)}`,
  `password: process.env.X ?? "${short}"`,
  `PASSWORD: |\n  ${short}\n`,
  `headers = { Authorization: "Bearer ${key}" }`,
  `Authorization: Basic ${Buffer.from(`me:${short}`).toString('base64')}\n`,
  `{\\"apiKey\\": \\"${key}\\"}`,
  `&quot;apiKey&quot;: &quot;${key}&quot;`,
  `https://x/?token=${key}&a=b`,
];

const PIECES = [
  ...['"', "'", '`', ' ', '  ', '\n', '\r\n', '\t', '=', ':', '==', '=>', '??', '||', ',', '(', ')', '[', ']', '{', '}', '<'],
  ...['>', '</', '\\', '\\"', '&', '&&', '&amp;', '%22', '-', '_', '.', '+', '**', '/', '//', '#', '$', '!', '|', ';', '@'],
  ...['b', 'x', 'A', '0', 'is ', 'for ', 'or ', 'to ', 'token ', 'Bearer ', 'key', 'value', 'default', 'name', 'public '],
  ...['hash', 'id', 'Field', '\xa0', '\xe9', '::', ': string', 'new ', 'get(', '-u ', 'auth', 'cred', 'pass', 'secret', '...'],
]; // biome-ignore format: a table

describe('the gate loses nothing of texts that somebody has changed', () => {
  let state = 5;
  const random = (n: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
  const changed = (text: string): string => {
    const at = random(text.length + 1);
    const piece = PIECES[random(PIECES.length)]!;
    const other = SEEDS[random(SEEDS.length)]!;
    const from = random(other.length);
    switch (random(4)) {
      case 0:
        return text.slice(0, at) + text.slice(at + 1 + random(3));
      case 1:
        return text.slice(0, at) + piece + text.slice(at);
      case 2:
        return text.slice(0, at) + piece + text.slice(at + piece.length);
      default:
        return text.slice(0, at) + other.slice(from, from + random(20)) + text.slice(at);
    }
  };

  test.each(SEEDS.map((seed) => ({ seed, name: seed.slice(0, 24) })))('$name', ({ seed }) => {
    const lost = ['a.ts', 'a.yaml', 'README.md', 'a.xml'].flatMap((path) => lostIn(seed, path));
    for (let round = 0; round < 120; round++) {
      let text = seed;
      for (let n = random(4); n >= 0; n--) text = changed(text);
      lost.push(...lostIn(text, ['a.ts', 'a.yaml', 'README.md', 'a.xml'][round % 4]!));
    }
    expect(lost.slice(0, 3)).toEqual([]);
  });
});
