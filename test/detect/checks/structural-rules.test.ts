import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { age } from '../../../config/rules/age.ts';
import { basicAuthUrls } from '../../../config/rules/basic-auth-urls.ts';
import { commandPasswords } from '../../../config/rules/command-passwords.ts';
import { connectionStrings } from '../../../config/rules/connection-strings.ts';
import { cryptoWallets } from '../../../config/rules/crypto-wallets.ts';
import { dockerConfig } from '../../../config/rules/docker-config.ts';
import { dotenvKeys } from '../../../config/rules/dotenv-keys.ts';
import { gcpServiceAccount } from '../../../config/rules/gcp-service-account.ts';
import { httpAuth } from '../../../config/rules/http-auth.ts';
import { jwt } from '../../../config/rules/jwt.ts';
import { kubernetesSecrets } from '../../../config/rules/kubernetes-secrets.ts';
import { netrc } from '../../../config/rules/netrc.ts';
import { npmrc } from '../../../config/rules/npmrc.ts';
import { privateKeys } from '../../../config/rules/private-keys.ts';
import { compileCatalogue } from '../../../src/detect/catalogue.ts';
import { checks } from '../../../src/detect/checks/all-checks.ts';
import { matchRules } from '../../../src/detect/match.ts';
import { findKeywords } from '../../../src/detect/prefilter.ts';
import { patternDanger } from '../../../src/pattern-safety.ts';
import { fake } from '../../../src/rule.ts';

const RULES = [
  ...age,
  ...basicAuthUrls,
  ...commandPasswords,
  ...connectionStrings,
  ...cryptoWallets,
  ...dockerConfig,
  ...dotenvKeys,
  ...gcpServiceAccount,
  ...httpAuth,
  ...jwt,
  ...kubernetesSecrets,
  ...netrc,
  ...npmrc,
  ...privateKeys,
];
const catalogue = compileCatalogue(RULES, [], []);

function scan(content: string) {
  const bytes = Buffer.from(content);
  const text = bytes.toString('latin1');
  return matchRules(text, findKeywords(bytes, catalogue.tables), catalogue, 'src/a.ts').map((finding) => ({
    ...finding,
    value: text.slice(finding.start, finding.end),
  }));
}

describe('every structural rule', () => {
  test.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
    for (const content of rule.examples.match) {
      expect({ content, rules: scan(content).map((f) => f.rule) }).toEqual({
        content,
        rules: expect.arrayContaining([id]),
      });
    }
    for (const content of rule.examples.miss) {
      expect({ content, rules: scan(content).map((f) => f.rule) }).not.toEqual({
        content,
        rules: expect.arrayContaining([id]),
      });
    }
    expect(rule.check === undefined || rule.check in checks).toBe(true);
    expect(patternDanger(rule.pattern.source, rule.pattern.flags.replace('g', ''))).toBeUndefined();
  });
});

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
const PEM = privateKey.export({ type: 'pkcs1', format: 'pem' }).toString().trim();
const LINES = PEM.split('\n');

describe('a private key is found whole', () => {
  test.each([
    { name: 'as it is', content: `${PEM}\n`, value: PEM },
    { name: 'in JSON', content: `{"key": "${LINES.join('\\n')}"}`, value: LINES.join('\\n') },
    { name: 'in YAML', content: `key: |\n    ${LINES.join('\n    ')}\nnext: 1\n`, value: LINES.join('\n    ') },
    { name: 'joined', content: `"${LINES.join('\\n" +\n  "')}\\n"`, value: LINES.join('\\n" +\n  "') },
    { name: 'with CRLF', content: `${LINES.join('\r\n')}\r\n`, value: LINES.join('\r\n') },
  ])('$name', ({ content, value }) => {
    const found = scan(content).find((finding) => finding.rule === 'private-key');
    expect(found).toMatchObject({ value, confidence: 'certain', severity: 'block' });
  });

  test('cut after three lines, with code behind', () => {
    const content = `"${LINES.slice(0, 4).join('\\n')}";\nconst somethingElse = callSomething();\n`;
    const found = scan(content).find((finding) => finding.rule === 'private-key');
    expect(found).toMatchObject({ severity: 'warn' });
    expect(found?.value).not.toContain('somethingElse');
  });

  test('two in one file', () => {
    expect(scan(`${PEM}\n\n${PEM}\n`).filter((finding) => finding.rule === 'private-key')).toHaveLength(2);
  });
});

describe('the password and nothing else', () => {
  const GOOD = fake('alnum', 14);
  const AT = ':' + '//';
  test.each([
    { text: `postgres${AT}app:${GOOD}@db.acme.io/shop`, value: GOOD },
    { text: `postgres${AT}app:pa@ss${GOOD}@db.acme.io/shop`, value: `pa@ss${GOOD}` },
    { text: `mongodb${AT}a:${GOOD}@h1.acme.io:1,h2.acme.io:2/x`, value: GOOD },
    { text: `https${AT}me@acme.io:${GOOD}@git.acme.io/x`, value: GOOD },
    { text: `Server=db.acme.io;Uid=app;Pwd=${GOOD};Database=x`, value: GOOD },
    { text: `host=db.acme.io user=app password=${GOOD} dbname=x`, value: GOOD },
    { text: `c.redis.cache.windows.net:6380,password=${GOOD}=,ssl=True`, value: `${GOOD}=` },
  ])('$text', ({ text, value }) => {
    expect(scan(`x = "${text}"`).map((finding) => finding.value)).toContain(value);
  });

  test('where the user is the same word, it is still the place of the password', () => {
    const content = `x = "postgres${AT}specialuser:specialuser@db.acme.io/x"`;
    expect(scan(content)[0]?.start).toBe(content.lastIndexOf('specialuser'));
  });
});

describe('not found in', () => {
  test.each([
    'see https://example.com/@scope/pkg and user@example.com:8080',
    'Basic Operations of a table',
    'Basic authentication is required',
    'key.replace("-----BEGIN PRIVATE ' + 'KEY-----", "").replace("-----END PRIVATE ' + 'KEY-----", "")',
    "the element is identified by 'name' here",
    `const url = "postgres://\${user}:\${password}@\${host}/db"`,
    'password=hunter22x',
    'kind: SealedSecret\nspec:\n  encryptedData:\n    password: AgBy3i4OJSWK+PiTySYZZA9rO43cGDEq\n',
    'machine learning needs no login and no password here',
  ])('%s', (content) => {
    expect(scan(content)).toEqual([]);
  });
});
