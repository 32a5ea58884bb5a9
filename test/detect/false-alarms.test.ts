import { describe, expect, test } from '@jest/globals';
import { rules, services } from '../../config/rules/index.ts';
import { compileCatalogue } from '../../src/detect/catalogue.ts';
import { detect } from '../../src/detect/detect.ts';
import { GENERIC_WORDS } from '../../src/detect/generic/find-generic.ts';
import { fake, fakeUuid, sample } from '../../src/rule.ts';

const catalogue = compileCatalogue(rules, services, GENERIC_WORDS);
const TOKEN = fake('loweralnum', 32, 11);
const MIXED = fake('alnum', 40, 12);
const base64 = (text: string) => Buffer.from(text).toString('base64');
const part = (claims: object) => Buffer.from(JSON.stringify(claims)).toString('base64url');
const jwt = (claims: object) => sample(part({ alg: 'HS256' }), '.', part(claims), '.', fake('base64url', 43));
const KEY = [
  sample('-----BEGIN RSA ', 'PRIVATE KEY-----'),
  sample('MIIEpAIBAAKCAQEA', fake('base64', 48)),
  ...Array.from({ length: 8 }, (_, i) => fake('base64', 64, i + 2)),
  sample('-----END RSA ', 'PRIVATE KEY-----'),
].join('\n');
const SWARM = sample('SWMKEY-1-', fake('alnum', 43, 5));
const SAS = (until: string) =>
  sample('https://a.blob.core.windows.net/c?sv=2022-11-02&sp=r&se=', until, '&sr=c&sig=', fake('alnum', 43, 3), '%3D');

/** The worst that is found, `-` for nothing. */
function worst(path: string, text: string): string {
  const found = detect({ path, bytes: Buffer.from(text) }, catalogue).map((f) => f.severity);
  return ['block', 'warn', 'note'].find((severity) => found.some((s) => s === severity)) ?? '-';
}

/** Nothing, or a note: nobody reads those before a commit. */
const QUIET = ['-', 'note'];

describe('what floods ordinary code is no warning', () => {
  test.each([
    { what: 'a version of a Go module', path: 'go.mod', text: '\tgithub.com/acme/tokenbucket v0.0.0-20230807174530-cc333fc44b06\n' },
    { what: 'a commit behind a path', path: 'CHANGELOG.md', text: '- Bump github.com/acme/http-auth to b975dcaa8c48 (#1)\n' },
    { what: 'an advisory', path: 'docs/changelog.md', text: '- Strip secrets GHSA-8mxv-9xhp-86h4 CVE-2026-79780\n' },
    { what: 'a cut example', path: 'docs/a.md', text: `Cookie: acme.token=${TOKEN}...\n` },
    { what: 'a cut example, UTF-8', path: 'docs/a.md', text: `token: ${TOKEN}\u2026\n` },
    { what: 'a page token', path: 'examples-1.json', text: `{"nextToken": "${MIXED}"}` },
    { what: 'a fingerprint', path: 'install.sh', text: `apt-key adv --recv-keys ${fake('HEX', 40, 4)}\n` },
    { what: 'a signer', path: 'src/a.go', text: `const out = "gpg: using RSA key ${fake('HEX', 16, 4)}"\n` },
    { what: 'base64 that says so', path: 'src/a_test.go', text: `AccessToken: "${base64('this is not a real value')}",\n` },
    { what: 'base64 of a series', path: 'src/a.go', text: `const secret = "${base64('1234567890123456')}"\n` },
    { what: 'doubled characters', path: 'src/a.go', text: 'clientSecret: "aabbccddeeff00112233",\n' },
    { what: 'an expansion of the shell', path: 'complete.sh', text: `__complete_secrets --cur "\${cur##*=}" --id\n` },
    { what: 'an option', path: 'CMakeLists.txt', text: '" in tests. Pass -DACME_BUILD_CTIME_TESTS=OFF to avoid this."\n' },
    { what: 'an old password file', path: 'lib/http/testdata/htpasswd.tsv', text: `htpasswd-d ${fake('alnum', 13, 5)} false\n` },
    { what: 'claims without a time', path: 'src/jwt_test.go', text: `token := "${jwt({ foo: 'bar' })}"\n` },
    { what: 'a host of Akamai', path: 'edge.txt', text: sample('akab-', fake('loweralnum', 16), '-', fake('loweralnum', 16, 2), '.luna.akamaiapis.net\n') },
    { what: 'a user in the password', path: 'src/a_test.go', text: `h.Set("Authorization", "Basic ${base64('deploy:deploy-secret')}")\n` },
    { what: 'a host of one letter', path: 'src/a.go', text: sample('// fails: postgres:', '//u:sec', 'ret@h\n') },
    { what: 'minified code', path: 'dist/a.js', text: `${'a(b);'.repeat(100)}e.key.isHandlerKey=!0),u},c7=(e,t,n)=>{let{m:r}=e;${'a(b);'.repeat(100)}` },
    { what: 'an address on a chain', path: 'src/a.ts', text: `const QUOTE_TOKEN = '0x${fake('hex', 40, 6)}';\n` },
    { what: 'a selector', path: 'src/a.ts', text: `encryptionKeyAtBlock: '0x${fake('hex', 8, 6)}',\n` },
    { what: 'an answer in a comment', path: 'src/a.js', text: `    //   "listenKey": "${fakeUuid(7)}",\n` },
    { what: 'a UUID as a key', path: 'src/a.js', text: `  'key': '${fakeUuid(8)}',\n` },
    { what: 'a name in camel case', path: 'meta.json', text: '{"source":"Tour","token":"primaryNextBtnHoverBg"}' },
    { what: 'a download from Firebase', path: 'src/a.ts', text: `const url = 'https://a.b/o/c.jpeg?alt=media&token=${fakeUuid(9)}';\n` },
    { what: 'a key name as its own default', path: 'src/a.js', text: "const passphrase = this.get(this.options, 'l2Passphrase', this.password);\n" },
    { what: 'code that takes keys apart', path: 'src/a.js', text: sample("const open = '-----BEGIN ", "PRIVATE KEY-----';\nconst shut = '-----END ", "PRIVATE KEY-----';\nfunction strip(pem) { return pem.slice(open.length, -shut.length); }\n") },
    { what: 'code that writes .yarnrc.yml', path: 'src/a.js', text: 'const registry = { npmAuthToken: hostRule.token };\n' },
    { what: 'a name of a resource', path: 'src/a.json', text: '{"SecretArn":"arn:aws:secretsmanager:ap-south-1:111122223333:secret:shop-XHb67j"}' },
    { what: 'part of a picture', path: 'a.svg', text: sample('<image href="data:image/png;base64,', fake('base64', 90), '/EAACEdEose0cBA', fake('alnum', 150), '"/>') },
    { what: 'a member of a class', path: 'src/a.ts', text: '    this._authToken = newTokenOfUser;\n' },
    { what: 'a call in the place of a password', path: 'dist/a.js', text: 'const address=getAddress(a);host=b;const password=getPassword(_password);user=c;\n' },
    { what: 'a key pair of a test', path: 'servertest/a.key', text: KEY },
    { what: 'a key pair among test certificates', path: 'testcerts/private.key', text: KEY },
    { what: 'a key pair among samples', path: 'cmd/tls/samplecerts/server.pem', text: KEY },
    { what: 'a key pair in documentation', path: 'docs/tls.md', text: KEY },
    { what: 'a key of a swarm in a test', path: 'src/a_test.go', text: `const unlock = "${SWARM}"\n` },
    { what: 'a token that a test signs', path: 'src/a_test.go', text: `token := "${jwt({ iss: 'acme', sub: '42', iat: 1_700_000_000 })}"\n` },
    { what: 'an expired token in documentation', path: 'docs/a.md', text: `Authorization: Bearer ${jwt({ iss: 'https://login.acme.com', sub: '42', exp: 1_600_000_000 })}\n` },
    { what: 'a token in a test that cannot be read', path: 'testdata/a.yaml', text: sample('jwt: ', part({ alg: 'HS256' }), '.', fake('alnum', 40), '.', fake('base64url', 43), '\n') },
    { what: 'a key that a test encrypts with', path: 'test/vectors.json', text: `{"content-encryption-key": "${fake('base64', 43)}="}` },
    { what: 'a secret that a test signs with', path: 'src/a.test.ts', text: `const sessionSecret = '${fake('alnum', 24)}';\n` },
    { what: 'the mark of a request in a test', path: 'src/a_test.go', text: `wantWorkToken = "${fakeUuid(3)}"\n` },
    { what: 'the mark of a request in an example', path: 'apis/a.examples.json', text: `{"ClientRequestToken": "${fakeUuid(4)}"}` },
    { what: 'an answer in a documentation comment', path: 'src/a.js', text: ` *   access_token: ${fake('hex', 40)}\n` },
    { what: 'an answer of JSON in a comment', path: 'src/a.go', text: `//     "password": "${fake('alnum', 12)}"\n` },
    { what: 'an answer of JSON in a block', path: 'src/a.go', text: `/*\n{ "name": "Ann", "password": "${fake('alnum', 12)}" }\n*/\n` },
    { what: 'an answer in a docstring', path: 'src/a.py', text: `    """Asks for a user.\n\n    {"password": "${fake('alnum', 12)}"}\n    """\n` },
    { what: 'code in a docstring', path: 'src/a.py', text: `class URL:\n    '''\n    secret = "${fake('alnum', 24)}"\n    '''\n` },
    { what: 'examples of a module', path: 'src/a.py', text: `EXAMPLES = r'''# shop\nsecret = "${fake('alnum', 24)}"\n` },
    { what: 'a hash in a comment', path: 'filter.yml', text: sample('# hash => "$2b', '$12$', fake('alnum', 53, 3), '"\n') },
    { what: 'words behind a prefix', path: 'src/a.py', text: sample('x(', 'live', '_period=InlineQueryResultLocationTestBase.live_period)') },
    { what: 'an example of a description', path: 'src/a.go', text: `\tx := Info{\n\t\tExample: \`[\n\t\t\t{ "name": "Ann", "password": "${fake('alnum', 12)}" }\n` },
    { what: 'an example of an interface', path: 'api/openapi.yaml', text: `    Login:\n      example:\n        access_token: ${MIXED}\n` },
    { what: 'the key of an object in a store', path: 'src/a.yaml', text: `      S3Key: ${fake('hex', 64)}\n` },
    { what: 'the id of a signing key', path: 'pom.xml', text: `<acme.releaseManagerKey>${fake('hex', 16)}</acme.releaseManagerKey>\n` },
    { what: 'the id of a key in a sentence', path: 'src/a.go', text: `// RSA/SHA256, Key ID ${fake('hex', 16)}\n` },
    { what: 'a long name near Azure', path: 'src/a.d.ts', text: '// devops: DescribeOrganizationResourceCollectionHealthRecords2\n' },
    { what: 'a vector of a cipher', path: 'src/a_test.go', text: `key: dehex("${fake('hex', 88)}"),\n` },
    { what: 'a sentence in a Secret', path: 'chart/a.yaml', text: `apiVersion: v1\nkind: Secret\ndata:\n  one: ${base64('This is a file.')}\n` },
    { what: 'a public key of NATS', path: 'server.conf', text: `nkey: U${fake('base32', 55)}\n` },
    { what: 'a row of a packed table', path: 'src/api.json', text: '["The password for the link, or none. This field is optional.","o|2k|dv|2n|dw|9R","Login or password is required.","o|Il|dv|3P|17z|41"]' },
    { what: 'who signed a URL', path: 'src/a.ts', text: sample('const url = "https://a.b/c?X-Amz-Credential=AK', 'IA', fake('base32', 16, 4), '%2F20180913%2Fus-east-1%2Fs3%2Faws4_request"\n') },
    { what: 'a secret of a fake server', path: 'src/@fake-db/jwt.js', text: `sessionSecret: '${fakeUuid(5)}',\n` },
    { what: 'an answer in a description in TOML', path: 'acme.toml', text: `Additional = '''\n{"userid":"12345","apikey":"${fake('hex', 40)}","result":200}\n` },
    { what: 'a walk over the keyboard', path: 'acme.toml', text: sample('ACME_ACCESS_TOKEN=akab', '-1234567890qwerty-asdfghjklzxcvtnu\n') },
    { what: 'a walk over the keyboard in documentation', path: 'doc/a.md', text: 'AdminPass: "123qaz!@#",\n' },
    { what: 'words in other letters', path: 'src/a_test.go', text: 'password = "4-v3ry-53cr37-p455w0rd"\n' },
    { what: 'a secret that calls itself fake', path: 'src/a_test.go', text: `fakeSecret = "${fake('alnum', 43)}"\n` },
    { what: 'what a test compares with', path: 'src/a_test.go', text: `if ctx.AccessKey != "${fake('base32', 20)}" {\n` },
    { what: 'hex of a test', path: 'src/a_test.go', text: `With("gntoken", "${fake('HEX', 32)}").\n` },
    { what: 'hex in a recorded answer', path: 'fixtures/login.json', text: `"token": "${fake('hex', 32)}"\n` },
    { what: 'a mark in documentation', path: 'docs/a.md', text: `ClientToken: "${fake('hex', 64)}",\n` },
    { what: 'a duration', path: 'src/a_test.go', text: '{name: "Duration", pass: "1h2m3s4ms"},\n' },
    { what: 'the serial number of a token', path: 'config.yaml', text: `tokenSerial: ${fake('hex', 16)}\n` },
    { what: 'a badge', path: 'README.md', text: `[![x](https://img.shields.io/codecov/c/github/a/b?token=${fake('alnum', 10)})]\n` },
    { what: 'a badge of a private build', path: 'README.md', text: `[x]: https://travis-ci.com/a/b.svg?token=${fake('alnum', 20)}&branch=master\n` },
    { what: 'a UUID as the name of a key', path: 'src/a.go', text: `const TimeoutKey = "${fakeUuid(2)}"\n` },
    { what: 'a UUID beside a command of Docker', path: '.travis.yml', text: `- docker exec db insert "{secureKey:'${fakeUuid(2)}'}"\n` },
    { what: 'a mark beside a coinbase transaction', path: 'src/a.js', text: `coinbase: x,\n  tokenId: '${fake('hex', 64)}',\n` },
    { what: 'an archive at a commit', path: 'WORKSPACE', text: `name = "com_google_apis",\nstrip_prefix = "googleapis-${fake('hex', 40)}",\n` },
    { what: 'a public key that says so', path: 'src/a.js', text: `exports.feeWalletKey = new web3.PublicKey('${fake('alnum', 44)}');\n` },
    { what: 'a hash that nobody logs in with', path: 'src/a.go', text: sample('var dummyPasswordHash = []byte("$2a', '$10$', fake('alnum', 53, 3), '")\n') },
    { what: 'a word after a word', path: 'src/a.js', text: "'ptselect put pwd py3do py3file python pydo pyfile quit'\n" },
    { what: 'what is passed, in a sentence', path: 'src/a.go', text: '\t// Initialise variables to pass to DLASQ3.\n' },
    { what: 'a pattern', path: 'merger.xml', text: '<dataSet ignore_pattern="!.svn:!.git:!.ds_store:!*.scc:.*:&lt;dir>_*:!CVS:!thumbs.db:!picasa.ini:!*~">' },
    { what: 'an entry within', path: 'src/a_test.go', text: `"password": {\n  "${fake('hex', 32)}": "${fake('hex', 32, 3)}",\n` },
    { what: 'an object identifier in a comment', path: 'src/a.go', text: `/*\n For P-256 keys: 301306072a8648ce3d020106082a8648ce3d030107\n*/\n` },
    { what: 'a base64 word', path: 'src/a_test.go', text: `"encrypted_key":"${base64('foobarbaz')}"\n` },
    { what: 'a card of NATS', path: 'server.conf', text: sample('A: "', part({ typ: 'JWT', alg: 'ed25519-nkey' }), '.', part({ jti: 'X', iat: 1_700_000_000, iss: 'OB', sub: 'AC', nats: {} }), '.', fake('base64url', 86), '"\n') },
    { what: 'a key pair that calls itself a dummy', path: 'etc/dummy.key', text: KEY },
    { what: 'a secret of webhooks that a test signs with', path: 'src/a_test.go', text: sample('secret = "wh', 'sec_', fake('base64', 43), '="\n') },
    { what: 'a login in a comment', path: 'src/a.go', text: sample('//\ta := NewAdapter("mysql", "mysql_user:mysql_pass', 'word@tcp(127.0.0.1:3306)/")\n') },
    { what: 'the grammar of a URL', path: 'src/a.go', text: sample('//\tpostgres:', '//[user[:pw', 'd]@][unix-socket][:port[/dbname]]\n') },
    { what: 'words in a URL of a test', path: 'src/a_test.go', text: sample('{"postgres:', '//username:top%20sec', 'ret@db.acme.io:1234/database", ""}\n') },
    { what: 'words in a header of a test', path: 'src/a_test.go', text: `digest: "Basic ${base64('testUser:wrongpassword')}",\n` },
    { what: 'words in SQL of documentation', path: 'README.md', text: sample("> create user bubba with pass", "word 'bumblebeetuna'\n") },
    { what: 'a form of a token with a series behind', path: 'a.txt', text: sample('gitfake_token:gh', 'p_', 'ab'.repeat(17), '\n') },
    { what: 'a masked password', path: 'doc/a.md', text: 'AdminPass: "1xxAxxx@",\n' },
    { what: 'an answer of AWS', path: 'src/a.replay', text: sample('<AWSAccess', 'KeyId>AK', 'IA', fake('base32', 16, 4), '</AWSAccessKeyId><StringToSign>AWS4</StringToSign>') },
    { what: 'words in a header, in other letters', path: 'src/a_test.go', text: `want: "Basic ${base64('alice:s3cret')}"\n` },
    { what: 'rolled keys with signs', path: 'README.md', text: 'clientSecret: "aslfjasljf-=asdfalasjdf==asdfa",\n' },
    { what: 'a word in other letters and a name', path: 'src/a_test.go', text: 'const password = "S3cr3tDBPassw0rd"\n' },
    { what: 'an id of a message', path: 'dist/de.js', text: 'a={"7C+Jn5":["Passwort anzeigen"],"8ZsakT":["Passwort"],"7LWxq0":["x"]}' },
    { what: 'part of a cipher text', path: 'testdata/a.json', text: sample('"base64": "AhgjwAAAAAAAAAAAAAAAA', 'AAM', fake('alnum', 41), '+', fake('alnum', 20), '"') },
    { what: 'an address that holds pwd', path: 'a.json', text: `["kujira14y22a87j3ma8ejx8sum9k${'pwd'}s0ujscfkzf5au0lxu6vjhx54vjsqzf2035",\n "kujira1${fake('loweralnum', 58)}"]` },
    { what: 'minified settings', path: 'a.min.js', text: `var ow=5663011,${'pw'}=7050005,fw=705e4,lw=7050002,dw=7050003,hw=7050004,gw=7050009;` },
    { what: 'a mark in a list of objects', path: 'src/a.go', text: `//\tGET /bucket?key-marker=${fake('hex', 300)}\n` },
    { what: 'a base64 of four letters', path: 'a_test.go', text: `password: ${base64('test')}\n` },
    { what: 'a login of an example', path: 'api.yaml', text: '```curl -utest:test -X POST host:port/a -F filedata=@a.txt```\n' },
    { what: 'an argument of a format', path: 'src/a.go', text: sample('fmt.Sprintf("https:', '//x-access-token:%[1]', 's@github.com/acme/cli.git", token)\n') },
    { what: 'a compressed public key', path: 'src/a.ts', text: `identityKey: '02${fake('hex', 64)}',\n` },
    { what: 'a picture of a page', path: 'src/a.ts', text: `src: 'https://cdn.acme.io/o/compressed?apiKey=${fake('alnum', 20)}&token=${fake('hex', 32)}&alt=media&optimized=true',\n` },
    { what: 'a sign by its number', path: 'src/a_test.go', text: 'pass:  "\\U000f01f5", // md-emoticon\n' },
    { what: 'who signed a URL, as of old', path: 'src/a.ts', text: sample('"https://a.s3.amazonaws.com/b?AWSAccess', 'KeyId=AS', 'IA', fake('base32', 16, 4), '&Expires=1&Signature=x"\n') },
    { what: 'a private key of a test', path: 'src/a_test.go', text: `edPrivateKey = "${fake('base64url', 43)}"\n` },
    { what: 'a token of a form', path: 'testdata/a.html', text: `<input type="hidden" name="authenticity_token" value="${fake('base64', 86)}==" />` },
    { what: 'rolled keys', path: 'docs/a.md', text: `token: ${base64('laskdjflaksdjflkasjdlfkjalskdjfalkdf')}\n` },
    { what: 'a word in other letters', path: 'src/a_test.go', text: 'credentials: "sup3rs3cr3t",\n' },
    { what: 'the key of a search field', path: 'site/docusaurus.config.js', text: `algolia: {\n  appId: 'ABC',\n  apiKey: '${fake('hex', 32)}',\n  indexName: 'acme',\n}` },
    { what: 'a login of everybody', path: 'cmd/main.go', text: sample('tool "postgres:', '//user:pass', 'word@x.us-east-1.aws.com:5439/db"\n') },
    { what: 'a login that says what it is', path: 'src/a_test.go', text: `"Authorization: Basic ${base64('url-user:url-pass')}"` },
    {
      what: 'manifests beside a Secret',
      path: 'docs/setup.md',
      text: 'kind: Secret\ndata:\n  name: x\n---\nkind: Namespace\nitems:\n  kind: ResourceQuota\n```\n    targetBranch: environments/dev\n',
    },
    {
      what: 'fields of a Secret that are no data',
      path: 'deploy/a.yaml',
      text: 'apiVersion: v1\nkind: Secret\nmetadata:\n  namespace: production01\nstringData:\n  level: informational\n',
    },
  ])('$what', ({ path, text }) => {
    expect(QUIET).toContain(worst(path, text));
  });
}); // biome-ignore format: a table

describe('what is worth a look, but nobody is stopped by', () => {
  test.each([
    { what: 'a key pair in a documentation comment', path: 'src/a.d.ts', text: `/**\n * For example, \`${KEY.replace(/\n/g, ' ')}\`\n */` },
    { what: 'a token of a test that says who issued it', path: 'src/a_test.go', text: `token := "${jwt({ iss: 'https://login.acme.com', sub: '42', iat: 1_700_000_000 })}"\n` },
    { what: 'a key of a service in a test', path: 'src/a_test.go', text: `apiKey := "${MIXED}"\n` },
    { what: 'a key of storage behind e.g.', path: 'src/a.go', text: sample('// the account key of Azure Storage, e.g.: AccountKey=', fake('base64', 86), '==\n') },
    { what: 'the id of a key in a test', path: 'testdata/a.json', text: sample('"AK', 'IA', fake('base32', 16, 4), '"\n') },
    { what: 'a header in the help of a command', path: 'src/a.go', text: sample('Long: `\n    $ acme curl --data @- \\\n       <<EOM\n    Authorization: tok', 'en ', fake('loweralnum', 29), '\n') },
    { what: 'a token of a template', path: 'yarnrc.patch', text: sample('+    npmAuth', "Token: 'my-sec", "ret-token',\n") },
    { what: 'a key pair that is a mock', path: 'src/a.ts', text: `/* HARDCODED MOCK KEYS */\nconst PEM =\n  '${KEY.replace(/\n/g, '\\n')}'\n` },
    { what: 'a seed of NATS', path: 'server.conf', text: `nats_nkey: SU${fake('base32', 56)}\n` },
    { what: 'an example in TOML', path: 'providers/dns/acme.toml', text: `Example = '''\nACME_API_KEY=${fake('loweralnum', 45)} \\\nacme run\n` },
    { what: 'a key pair that was generated', path: 'generated/a.key', text: KEY },
    { what: 'a secret of a test server', path: 'init.d/TestShop', text: `SHOP_ADMIN_PASSWORD=${fake('loweralnum', 24, 9)}\n` },
    { what: 'a key that comes with a library', path: 'src/a.ts', text: `const defaultApiKey = "${MIXED}";\n` },
    { what: 'an encrypted one', path: 'src/a.go', text: `const acmeEncryptedClientSecret = "${MIXED}"\n` },
    { what: 'an expired signature', path: 'src/a.ts', text: `const url = '${SAS('2021-04-04')}';` },
    { what: 'a mangled token of a known kind', path: 'ci.sh', text: sample('DEPLOY_TOKEN=', 'ghp', '_', fake('alnum', 47, 3), '\n') },
  ])('$what', ({ path, text }) => {
    expect(worst(path, text)).toBe('warn');
  });
}); // biome-ignore format: a table

describe('the same where it is meant still stops', () => {
  test.each([
    { what: 'a key pair', path: 'config/latest/a.key', text: KEY },
    { what: 'a token', path: 'src/attest/a.go', text: `token := "${jwt({ iss: 'acme', sub: '42', iat: 1_700_000_000 })}"\n` },
    { what: 'a key that a comment assigns', path: 'src/a.ts', text: `// const apiSecret = "${MIXED}";\n` },
    { what: 'a key in a commented block', path: 'src/a.ts', text: `/*\nconst apiSecret = "${MIXED}";\n*/\n` },
    { what: 'a key of a swarm', path: 'src/a.go', text: `const unlock = "${SWARM}"\n` },
    { what: 'a key pair beside resampling', path: 'src/resample/a.pem', text: KEY },
    { what: 'a secret to sign with', path: 'src/a.ts', text: `const sessionSecret = '${fake('alnum', 24)}';\n` },
    { what: 'a key to encrypt with', path: 'config/a.json', text: `{"content-encryption-key": "${fake('base64', 43)}="}` },
    { what: 'a password beside examples', path: 'config/a.yaml', text: `  examples: 3\n  password: ${fake('alnum', 20)}\n` },
    { what: 'a secret behind a docstring', path: 'src/a.py', text: `def f():\n    """Opens.\n\n    """\n    secret = "${fake('alnum', 24)}"\n` },
    { what: 'a secret in other triple quotes', path: 'src/a.py', text: `sql = """\nsecret = "${fake('alnum', 24)}"\n"""\n` },
    { what: 'a token of NATS that opens by itself', path: 'a.conf', text: sample('A: "', part({ typ: 'JWT', alg: 'ed25519-nkey' }), '.', part({ jti: 'X', iat: 1_700_000_000, iss: 'OB', sub: 'AC', nats: { bearer_token: true } }), '.', fake('base64url', 86), '"\n') },
    { what: 'a secret of webhooks', path: 'src/a.go', text: sample('secret = "wh', 'sec_', fake('base64', 43), '="\n') },
    { what: 'a login in a comment that opens something', path: 'src/a.go', text: sample('// postgres:', '//shop:', fake('alnum', 14, 3), '@db.acme.io/shop\n') },
    { what: 'a secret that hangs by a dash', path: 'a.txt', text: `dd_secret_key-${fake('hex', 40)}\n` },
    { what: 'a key in TOML', path: 'acme.toml', text: `Example = '''\nacme run\n'''\nACME_API_KEY="${fake('hex', 45)}"\n` },
    { what: 'a key id beside its name', path: 'src/a.ts', text: sample('const accessKeyId = "AK', 'IA', fake('base32', 16, 4), '";\n') },
    { what: 'a password behind a comment', path: 'src/a.go', text: `/* of the shop */\nvar password = "${fake('alnum', 16)}"\n` },
    { what: 'a key of a service in a test that tells itself', path: 'src/a_test.go', text: sample('key := "sk_', 'live_', fake('alnum', 24), '"\n') },
    { what: 'a key', path: 'src/a.ts', text: `const apiKey = "${MIXED}";\n` },
    { what: 'a signature that opens', path: 'src/a.ts', text: `const url = '${SAS('2031-04-04')}';` },
    {
      what: 'a Secret of Kubernetes',
      path: 'deploy/a.yaml',
      text: `apiVersion: v1\nkind: Secret\nmetadata:\n  name: shop\ndata:\n  password: ${base64(fake('alnum', 18, 8))}\n`,
    },
  ])('$what', ({ path, text }) => {
    expect(worst(path, text)).toBe('block');
  });
}); // biome-ignore format: a table
