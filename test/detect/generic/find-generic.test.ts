import { describe, expect, test } from '@jest/globals';
import { fake, fakeUuid } from '../../../src/rule.ts';
import { find } from './gate/hits.ts';

const TOKEN = fake('loweralnum', 32, 11);
const MIXED = fake('alnum', 40, 12);
const HEX = fake('hex', 40, 13);
const UUID = fakeUuid(14);
const PASSWORD = `${fake('alnum', 9, 15)}!7q`;
const BASIC = Buffer.from(`deploy:${fake('alnum', 16, 16)}`).toString('base64');

describe('syntax: found and spanned exactly', () => {
  test.each([
    { path: 'a.ts', text: `const apiKey = '${TOKEN}';`, value: TOKEN },
    { path: 'a.ts', text: `export const dbPassword: string = "${PASSWORD}";`, value: PASSWORD },
    { path: 'a.ts', text: `const o = { clientSecret: \`${MIXED}\` };`, value: MIXED },
    { path: 'a.tsx', text: `<Map accessToken="${MIXED}" zoom={3} />`, value: MIXED },
    { path: 'a.ts', text: `const token = process.env.API_TOKEN ?? '${TOKEN}';`, value: TOKEN },
    { path: 'a.ts', text: `const x = process.env.AUTH_SECRET || "${MIXED}";`, value: MIXED },
    { path: 'a.ts', text: `if (password == "${PASSWORD}") return;`, value: PASSWORD },
    { path: 'a.ts', text: `if ("${PASSWORD}" === config.password) return;`, value: PASSWORD },
    { path: 'a.ts', text: `client.setPassword("${PASSWORD}");`, value: PASSWORD },
    { path: 'a.ts', text: `secret:\n    '${MIXED}',`, value: MIXED },
    { path: 'a.ts', text: `const secret = Buffer.from('${MIXED}');`, value: MIXED },
    { path: 'a.json', text: `{"service_token": "${TOKEN}"}`, value: TOKEN },
    { path: 'a.json', text: `{"env": "{\\"API_TOKEN\\": \\"${TOKEN}\\"}"}`, value: TOKEN },
    { path: 'a.json', text: `{"config.ini": "API_TOKEN=${TOKEN}\\nBACKUP=true"}`, value: TOKEN },
    { path: 'a.yaml', text: `db:\n  password: ${PASSWORD}\n`, value: PASSWORD },
    { path: 'a.yaml', text: `secretKey: |\n  ${MIXED}\n`, value: MIXED },
    { path: 'a.yaml', text: `- name: DB_PASSWORD\n  value: ${PASSWORD}\n`, value: PASSWORD },
    { path: 'a.toml', text: `access_token = "${MIXED}"`, value: MIXED },
    { path: 'a.ini', text: `api_secret=${MIXED}`, value: MIXED },
    { path: '.env', text: `SESSION_SECRET=${HEX}\n`, value: HEX },
    { path: 'a.xml', text: `<password>${PASSWORD}</password>`, value: PASSWORD },
    { path: 'a.xml', text: `<password name="x">${PASSWORD}</password>`, value: PASSWORD },
    { path: 'a.config', text: `<add key="ApiSecret" value="${MIXED}" />`, value: MIXED },
    { path: 'a.plist', text: `<key>API_TOKEN</key>\n  <string>${TOKEN}</string>`, value: TOKEN },
    { path: 'a.properties', text: `spring.datasource.password=${PASSWORD}`, value: PASSWORD },
    { path: 'a.sh', text: `export API_TOKEN="${TOKEN}"`, value: TOKEN },
    { path: 'a.sh', text: `deploy --token ${TOKEN} --verbose`, value: TOKEN },
    { path: 'a.sh', text: `TOKEN=\${TOKEN:-${TOKEN}}`, value: TOKEN },
    { path: 'Dockerfile', text: `ENV NPM_TOKEN ${TOKEN}`, value: TOKEN },
    { path: 'Dockerfile', text: `ARG DB_PASSWORD=${PASSWORD}`, value: PASSWORD },
    { path: 'a.tf', text: `variable "db_secret" {\n  default = "${MIXED}"\n}`, value: MIXED },
    { path: 'a.py', text: `def connect(passwd: str = "${PASSWORD}"):`, value: PASSWORD },
    { path: 'a.py', text: `TOKEN = os.getenv("API_TOKEN", "${TOKEN}")`, value: TOKEN },
    { path: 'a.go', text: `apiToken := "${TOKEN}"`, value: TOKEN },
    { path: 'a.go', text: `var apiToken string = "${TOKEN}"`, value: TOKEN },
    { path: 'a.go', text: `req.Header.Set("Authorization", "Bearer ${TOKEN}")`, value: TOKEN },
    { path: 'a.java', text: `System.setProperty("API_TOKEN", "${TOKEN}");`, value: TOKEN },
    { path: 'a.kt', text: `val password: String = "${PASSWORD}"`, value: PASSWORD },
    { path: 'a.cs', text: `new NetworkCredential("me", "${PASSWORD}")`, value: PASSWORD },
    { path: 'a.php', text: `'api_secret' => '${MIXED}',`, value: MIXED },
    { path: 'a.php', text: `define('DB_PASSWORD', '${PASSWORD}');`, value: PASSWORD },
    { path: 'a.php', text: `$token .= "${TOKEN}";`, value: TOKEN },
    { path: 'a.rb', text: `config.secret_token = '${HEX}'`, value: HEX },
    { path: 'a.swift', text: `let apiSecret: String = "${MIXED}"`, value: MIXED },
    { path: 'a.m', text: `NSString *secret = @"${MIXED}";`, value: MIXED },
    { path: 'a.c', text: `curl_easy_setopt(curl, CURLOPT_USERPWD, "root:${PASSWORD}");`, value: `root:${PASSWORD}` },
    { path: 'a.h', text: `#define API_SECRET "${MIXED}"`, value: MIXED },
    { path: 'a.sql', text: `CREATE USER u IDENTIFIED BY '${PASSWORD}';`, value: PASSWORD },
    { path: 'a.sql', text: `ALTER LOGIN u WITH PASSWORD = '${PASSWORD}';`, value: PASSWORD },
    { path: 'a.http', text: `Authorization: Token ${TOKEN}`, value: TOKEN },
    { path: 'a.http', text: `X-Api-Key: ${TOKEN}`, value: TOKEN },
    { path: 'a.sh', text: `curl -H "Authorization: Basic ${BASIC}" https://a.b`, value: BASIC },
    { path: 'a.sh', text: `curl -u "admin:${PASSWORD}" https://a.b`, value: PASSWORD },
    { path: 'a.py', text: `url = "https://a.b/c?api_key=${TOKEN}&q=1"`, value: TOKEN },
    { path: 'a.conf', text: `conn = "Server=a;User=b;Password=${PASSWORD};"`, value: PASSWORD },
    { path: 'a.mk', text: `service_TOKEN ?= "${TOKEN}"`, value: TOKEN },
    { path: 'a.txt', text: `service_TOKEN :::= "${TOKEN}"`, value: TOKEN },
    { path: 'a.txt', text: `service token = '${TOKEN}' | '${TOKEN}'`, value: TOKEN },
    { path: 'a.txt', text: `service TOKEN ${TOKEN}`, value: TOKEN },
    { path: 'a.txt', text: `service token - '${TOKEN}'`, value: TOKEN },
    { path: 'a.txt', text: `The API key is ${HEX}, keep it.`, value: HEX },
    { path: 'a.xml', text: `<secret>{service AQAAABAAA ${TOKEN}}</secret>`, value: `${TOKEN}}` },
    { path: 'a.ps1', text: `ConvertTo-SecureString -String -Force "${PASSWORD}"`, value: PASSWORD },
    { path: 'a.md', text: `- **password**: ${PASSWORD}`, value: PASSWORD },
    { path: 'a.html', text: `<a href="x">secret: &quot;${MIXED}&quot;</a>`, value: MIXED },
    { path: 'a.ts', text: `// const apiKey = ${TOKEN}`, value: TOKEN },
    { path: 'a.txt', text: `pwd=${PASSWORD}`, value: PASSWORD },
    { path: 'a.txt', text: `PSSWRD:=${PASSWORD}`, value: PASSWORD },
    { path: 'a.txt', text: `my_pw: ${PASSWORD}`, value: PASSWORD },
    { path: 'a.txt', text: `servicePRIVATEkey = ${TOKEN}`, value: TOKEN },
    ...['river%Castle7', 'orange?tree', 'g@rden77', 'Winter2031!', '{)-vx$wq>~a(mn!'].flatMap((value) => [
      { path: 'a.ts', text: `const dbPassword = '${value}';`, value },
      { path: 'a.ini', text: `db_password = "${value}"`, value },
    ]),
    {
      path: 'a.ts',
      text: "const apiKey = 'q(v{n)x$e]wtb(ohk[jmds>-_$#pzcr}}';",
      value: 'q(v{n)x$e]wtb(ohk[jmds>-_$#pzcr}}',
    },
  ])('$path: $text', ({ path, text, value }) => {
    const found = find(text, path);
    expect(found.map((finding) => finding.text)).toEqual([value]);
    expect(found.every((finding) => !finding.why.includes(value))).toBe(true);
  });
});

describe('not secrets', () => {
  test.each([
    { path: 'a.ts', text: "const password = 'password';" },
    { path: 'a.ts', text: "const password = 'my-password';" },
    { path: 'a.ts', text: 'function derive(password: Uint8Array, salt: Uint8Array) {}' },
    { path: 'a.ts', text: "const password = 'Required!';" },
    { path: 'a.ts', text: "const passwordText = 'Enter 8 characters';" },
    { path: 'a.py', text: "pwd = self.password.encode('utf-8')" },
    { path: 'a.ts', text: `const EMPTY_CREDENTIAL = '${UUID}';` },
    { path: 'a.ts', text: 'const token = getToken(request);' },
    { path: 'a.ts', text: 'const key = keys[index];' },
    { path: 'a.ts', text: 'const accessToken = response.data.accessToken;' },
    { path: 'a.ts', text: 'function f(password: string, token?: string) {}' },
    { path: 'a.ts', text: 'const token = process.env.TOKEN;' },
    { path: 'a.ts', text: "const passwordField = 'userPasswordInput';" },
    { path: 'a.ts', text: "const tokenUrl = 'https://a.b/oauth/token';" },
    { path: 'a.ts', text: `const publicKey = '${MIXED}';` },
    { path: 'a.ts', text: "const tokenType = 'Bearer';" },
    { path: 'a.ts', text: "if (key === 'ArrowDown') go();" },
    { path: 'a.ts', text: "type Key = 'firstName' | 'lastName';" },
    { path: 'a.ts', text: `const t = \`\${user}:\${password}\`;` },
    { path: 'a.ts', text: "t('auth.passwordRequired', 'Please enter a password')" },
    { path: 'a.ts', text: 'Napi::Value token = Napi::String::New(env);' },
    { path: 'a.ts', text: `integrity: '${MIXED}'` },
    { path: 'a.ts', text: `const secretHash = '${HEX}';` },
    { path: 'a.ts', text: 'exports.LONG_PASSWORD = 0x00000001;' },
    { path: 'a.json', text: '{"last_login": "2021-08-20T20:07:39Z"}' },
    { path: 'de.json', text: '{"Password": "Passwort", "FORGOT_PASSWORD": "Passwort vergessen?"}' },
    { path: 'a.yaml', text: `password: \${DB_PASSWORD}` },
    { path: 'a.yaml', text: 'token: {{ .Values.token }}' },
    { path: 'a.env', text: 'API_KEY=your-api-key-here' },
    { path: 'a.env', text: 'API_KEY=xxxxxxxxxxxxxxxxxxxx' },
    { path: 'a.md', text: `fix tokens ([${HEX.slice(0, 7)}](https://a.b/commit/${HEX}))` },
    { path: 'a.md', text: 'Your access token is required to use the API.' },
    { path: 'a.txt', text: 'primary key: 3fe3dc1 and foreign key: user_id' },
    { path: 'a.txt', text: 'keyboard = qwertz; monkey = banana' },
    { path: 'a.txt', text: 'Authorization: Basic authentication' },
    { path: 'a.js', text: 'throw Error("a URL that has credentials: "+A);s=Bo({urlList:[f]}),n="cors"' },
    { path: 'a.ts', text: "log('its password: ' + user.pass1); run(Q7.x, 'now');" },
    { path: 'a.ts', text: "const line = 'the api key: ' + id9X.k2 + ' of ' + n;" },
    { path: 'a.js', text: 'let a=`x="y"`;function m({name:e,secret:r},n=!1){return f(e,r,n)!==void 0}' },
    { path: 'a.py', text: 'secret_pattern = "[0-9A-Fa-f]{1,4}:[a-z]+#$%"' },
    { path: 'a.py', text: `raise ValueError("Pass engine='openpyxl3' (or set it)")` },
    { path: 'a.md', text: '![b](https://a.b/badge.svg?token='.concat(fake('alnum', 12, 4), ')') },
    { path: 'a.js', text: 'return a.password===b.pw2X&&a.name=c.name' },
    { path: 'package-lock.json', text: `"token": "${HEX}"` },
    { path: 'main.js.map', text: `"token": "${HEX}"` },
    { path: 'a.py', text: 'Authorization: Basic czZCaGRSa3F0Mzpn'.concat('WDFmQmF0M2JW') },
  ])('$path: $text', ({ path, text }) => {
    expect(find(text, path).filter((finding) => finding.severity !== 'note')).toEqual([]);
  });
});

describe('verdicts', () => {
  test.each([
    { what: 'noise under a telling name blocks', path: 'a.ts', text: `apiToken: '${TOKEN}'`, want: 'block' },
    { what: 'a local of Lua blocks', path: 'a.lua', text: `local api_token = "${TOKEN}"`, want: 'block' },
    { what: 'a public property blocks', path: 'a.ts', text: `public apiToken = '${TOKEN}';`, want: 'block' },
    {
      what: 'a private property blocks',
      path: 'a.ts',
      text: `private readonly t: string = x; private readonly apiToken: string = '${TOKEN}';`,
      want: 'block',
    },
    { what: 'a variable of a batch file blocks', path: 'a.bat', text: `set API_TOKEN=${TOKEN}`, want: 'block' },
    { what: 'a UUID under a telling name blocks', path: 'a.yml', text: `access_token: ${UUID}`, want: 'block' },
    { what: 'a test is warned of', path: 'test/a.test.ts', text: `apiToken: '${TOKEN}'`, want: 'warn' },
    { what: 'documentation is warned of', path: 'docs/a.md', text: `API_TOKEN=${TOKEN}`, want: 'warn' },
    { what: 'an example is warned of', path: '.env.example', text: `API_TOKEN=${TOKEN}`, want: 'warn' },
    {
      what: 'a documentation comment that assigns is warned of',
      path: 'a.ts',
      text: ` * apiToken = '${TOKEN}'`,
      want: 'warn',
    },
    {
      what: 'a documentation comment that shows an answer is noted',
      path: 'a.ts',
      text: ` * apiToken: '${TOKEN}'`,
      want: 'note',
    },
    { what: 'a made-up name does not block', path: 'a.ts', text: `fakeToken: '${TOKEN}'`, want: 'warn' },
    { what: 'the key of a sandbox is noted', path: 'a.ts', text: `token: 'sandbox_${TOKEN}'`, want: 'note' },
    { what: 'the key of a sandbox is noted, in short', path: 'a.ts', text: `token: 'sb-${TOKEN}'`, want: 'note' },
    { what: 'a password hash is warned of', path: 'a.sql', text: `'$2b$12$${fake('alnum', 53, 3)}'`, want: 'warn' },
    {
      what: 'a password hash in a test is noted',
      path: 'test/a.ts',
      text: `'$2b$12$${fake('alnum', 53, 3)}'`,
      want: 'note',
    },
  ])('$what', ({ path, text, want }) => {
    expect(find(text, path).map((finding) => finding.severity)).toEqual([want]);
  });

  test.each([
    { rule: 'generic-password', text: `password = "${PASSWORD}"` },
    { rule: 'generic-secret', text: `secret = "${MIXED}"` },
    { rule: 'generic-token', text: `token = "${TOKEN}"` },
    { rule: 'generic-api-key', text: `api_key = "${TOKEN}"` },
    { rule: 'generic-auth-header', text: `Authorization: Bearer ${TOKEN}` },
  ])('$rule', ({ rule, text }) => {
    expect(find(text, 'a.conf').map((finding) => finding.rule)).toEqual([rule]);
  });

  test('says why in words', () => {
    expect(find(`const dbPassword = '${PASSWORD}';`, 'src/a.ts')[0]?.why).toMatch(
      /^assigned to a name that says password; the value is .+ and stands in ordinary code$/,
    );
  });
});

test('long lines cost no more than short ones', () => {
  const line = 'var token=a.b,key=c[d],password=e(f);'.repeat(60_000);
  const start = performance.now();
  expect(find(line, 'dist/app.js')).toEqual([]);
  const quick = performance.now() - start;
  expect(quick).toBeLessThan(10_000);
  expect(find(`${line}apiToken="${TOKEN}";`, 'dist/app.js')).toHaveLength(1);
});
