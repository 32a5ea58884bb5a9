import { defineRules, fake, sample } from '../../src/rule.ts';

const BEGIN = '-----BEGIN ';
const END = '-----END ';
const DASHES = '-----';

export const privateKeys = defineRules(
  {
    provider: 'Private keys',
    revoke: 'Make a new key pair, replace the public key wherever it is trusted, and take the old one out there.',
    source: 'https://www.rfc-editor.org/rfc/rfc7468',
  },
  [
    {
      id: 'private-key',
      title: 'private key',
      homemade: true,
      // With its end, whatever stands between; else as far as lines of base64 go.
      pattern:
        /(-----BEGIN (?:[A-Z0-9]{2,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----(?:(?:[^-]|-(?!----(?:END|BEGIN))){32,15000}-----END (?:[A-Z0-9]{2,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----|(?:[^A-Za-z0-9+/=-][^A-Za-z0-9/=-]{0,40}[A-Za-z0-9/][A-Za-z0-9+/=]{19,4000}){1,200}))/g,
      keywords: ['private key-----', 'private key block-----'],
      reach: { before: 64, after: 16000 },
      check: 'pem',
      github: ['github_ssh_private_key'],
      examples: {
        match: [
          sample(
            BEGIN,
            'RSA PRIVATE KEY',
            DASHES,
            '\nMIIEpAIBAAKCAQEA',
            fake('alnum', 48),
            '\n',
            END,
            'RSA PRIVATE KEY',
            DASHES,
          ),
          sample(
            'key: "',
            BEGIN,
            'PRIVATE KEY',
            DASHES,
            '\\nMIIEvgIBADAN',
            fake('alnum', 52),
            '\\n',
            END,
            'PRIVATE KEY',
            DASHES,
            '"',
          ),
          sample(
            '"',
            BEGIN,
            'EC PRIVATE KEY',
            DASHES,
            '" +\n  "MHcCAQEE',
            fake('alnum', 56),
            '" +\n  "',
            fake('alnum', 64),
          ),
        ],
        miss: [
          sample(BEGIN, 'PUBLIC KEY', DASHES, '\n', fake('base64', 64), '\n', END, 'PUBLIC KEY', DASHES),
          sample(BEGIN, 'PRIVATE KEY', DASHES, '\nanything\n', END, 'PRIVATE KEY', DASHES),
          sample('if (text.startsWith("', BEGIN, 'PRIVATE KEY', DASHES, '")) return true;'),
        ],
      },
    },
    {
      id: 'private-key-der',
      title: 'private key (base64 without its armour)',
      homemade: true,
      // The heads of RSA keys in PKCS#1 and PKCS#8, of EC keys in SEC 1 and PKCS#8, and of Ed25519 in PKCS#8.
      pattern:
        /(?<![A-Za-z0-9+/])((?:MII[A-Za-z0-9+/]{2}[AQgw]IBA(?:AK[BC]|AJB|DANBgkqhkiG9w0BAQE)|MHcCAQEEI|MIGkAgEBBD|MIGHAgEAMBMGByqGSM49|MC4CAQAwBQYDK2VwBCIE)[A-Za-z0-9+/]{20,4000}(?:(?:\\[nr]|\s){1,24}[A-Za-z0-9+/]{16,4000}){0,100}(?:(?:\\[nr]|\s){1,24}[A-Za-z0-9+/]{1,63}(?==))?={0,2})/g,
      keywords: [
        'ibaakb',
        'ibaakc',
        'ibaajb',
        'ibadanbgkqhkig9w0baqe',
        'mhccaqeei',
        'migkagebbd',
        'mighageambmgbyqgsm49',
        'mc4caqawbqydk2vwbcie',
      ],
      reach: { before: 24, after: 8000 },
      check: 'pem',
      examples: {
        match: [
          sample('key=MIIEpAIBAAKC', fake('alnum', 900), '=='),
          sample('<key>MIIEvgIBADANBgkqhkiG9w0BAQE', fake('alnum', 64), '\n', fake('alnum', 64, 2), '\n</key>'),
        ],
        miss: [
          sample('MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKC', fake('alnum', 300)),
          'MIIEpAIBAAKC is how an RSA key begins',
        ],
      },
    },
    {
      id: 'putty-private-key',
      title: 'PuTTY private key',
      homemade: true,
      source: 'https://the.earth.li/~sgtatham/putty/0.83/htmldoc/AppendixC.html',
      pattern: /(PuTTY-User-Key-File-[123]: [^\0]{40,12000}?Private-(?:MAC|Hash): [0-9a-f]{40,64})/g,
      keywords: ['putty-user-key-file'],
      reach: { before: 8, after: 12000 },
      check: 'pem',
      examples: {
        match: [
          sample(
            'PuTTY-User-Key-File-2: ssh-rsa\nEncryption: none\nComment: me\nPublic-Lines: 1\n',
            fake('base64', 64),
            '\nPrivate-Lines: 1\n',
            fake('base64', 64, 2),
            '\nPrivate-MAC: ',
            fake('hex', 40),
          ),
          sample(
            'PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\nComment: me\nPublic-Lines: 1\n',
            fake('base64', 64, 3),
            '\nPrivate-Lines: 1\n',
            fake('base64', 48, 4),
            '\nPrivate-MAC: ',
            fake('hex', 64),
          ),
        ],
        miss: [
          'PuTTY-User-Key-File-2: ssh-rsa',
          'The file starts with PuTTY-User-Key-File-3: and its Private-MAC: at the end',
        ],
      },
    },
    {
      id: 'jwk-private-key',
      title: 'private key in a JSON Web Key',
      homemade: true,
      source: 'https://www.rfc-editor.org/rfc/rfc7517',
      pattern: /\\?["']?\bd\\?["']?\s{0,4}:\s{0,4}\\?["']([A-Za-z0-9_-]{42,1400})\\?["']/g,
      keywords: ['"kty"', "'kty'", 'kty:', 'kty\\"'],
      reach: { before: 3000, after: 3000 },
      pair: { pattern: /\bkty\\?["']?\s{0,4}:\s{0,4}\\?["'](RSA|EC|OKP)\b/g, within: 3000 },
      minEntropy: 4,
      examples: {
        match: [
          sample('{"kty":"EC","crv":"P-256","d":"', fake('base64url', 43), '"}'),
          sample("{ d: '", fake('base64url', 342), "', kty: 'RSA' }"),
        ],
        miss: ['{"kty":"EC","crv":"P-256","x":"…","y":"…"}', '{"kty":"RSA","d":"short"}'],
      },
    },
    {
      id: 'jwk-symmetric-key',
      title: 'symmetric key in a JSON Web Key',
      homemade: true,
      source: 'https://www.rfc-editor.org/rfc/rfc7518#section-6.4',
      pattern: /\\?["']?\bk\\?["']?\s{0,4}:\s{0,4}\\?["']([A-Za-z0-9_-]{22,400})\\?["']/g,
      keywords: ['"oct"', "'oct'", '\\"oct\\"'],
      reach: { before: 600, after: 600 },
      pair: { pattern: /\bkty\\?["']?\s{0,4}:\s{0,4}\\?["'](oct)\b/g, within: 600 },
      minEntropy: 3.5,
      examples: {
        match: [
          sample('{"kty":"oct","k":"', fake('base64url', 43), '"}'),
          sample("{ k: '", fake('base64url', 64, 2), "', kty: 'oct' }"),
        ],
        miss: ['{"kty":"oct","kid":"1"}', '{"kty":"oct","k":"short"}'],
      },
    },
    {
      id: 'xml-rsa-private-key',
      title: 'RSA private key in XML',
      homemade: true,
      source: 'https://learn.microsoft.com/dotnet/api/system.security.cryptography.rsa.toxmlstring',
      pattern: /<D>\s{0,40}([A-Za-z0-9+/]{40,1000}={0,2})\s{0,40}<\/D>/g,
      keywords: ['<rsakeyvalue', '</rsakeyvalue'],
      reach: { before: 4000, after: 4000 },
      minEntropy: 4,
      examples: {
        match: [
          sample('<RSAKeyValue><Modulus>…</Modulus><D>', fake('base64', 170), '==</D></RSAKeyValue>'),
          sample('<RSAKeyValue>\n <D>', fake('base64', 342, 2), '==</D>\n</RSAKeyValue>'),
        ],
        miss: [
          sample('<RSAKeyValue><Modulus>', fake('base64', 170), '==</Modulus><Exponent>AQAB</Exponent></RSAKeyValue>'),
          '<RSAKeyValue><D>short</D></RSAKeyValue>',
        ],
      },
    },
    {
      id: 'kubeconfig-client-key',
      title: 'client key of a kubeconfig',
      homemade: true,
      source: 'https://kubernetes.io/docs/concepts/configuration/organize-cluster-access-kubeconfig/',
      revoke:
        'Have the cluster sign a new client certificate; certificates cannot be revoked one by one in Kubernetes.',
      pattern: /client-key-data\\?["']?\s{0,4}:\s{0,4}\\?["']?([A-Za-z0-9+/]{60,8000}={0,2})/g,
      keywords: ['client-key-data'],
      reach: { before: 4, after: 8100 },
      check: 'base64-pem',
      examples: {
        match: [
          sample('client-key-data: LS0tLS1CRUdJTiBSU0EgUFJJVkFURSBLRVktLS0tLQ', fake('base64', 400)),
          sample('"client-key-data": "LS0tLS1CRUdJTiBFQyBQUklWQVRFIEtFWS0tLS0t', fake('base64', 200), '"'),
        ],
        miss: ['client-key-data: DATA+OMITTED', 'client-key-data: REDACTED'],
      },
    },
    {
      id: 'wireguard-private-key',
      title: 'WireGuard private key',
      homemade: true,
      provider: 'WireGuard',
      source: 'https://www.wireguard.com/quickstart/',
      pattern:
        /\b(?:Private|Preshared)Key["']?\s{0,4}[=:]\s{0,4}["']?([A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=)(?![A-Za-z0-9+/=])/gi,
      keywords: ['privatekey', 'presharedkey'],
      minEntropy: 4,
      examples: {
        match: [
          sample('[Interface]\nPrivateKey = ', fake('base64', 42), 'A='),
          sample('PresharedKey=', fake('base64', 42, 2), 'E='),
        ],
        miss: [sample('PublicKey = ', fake('base64', 42), 'A='), 'PrivateKey = <your private key>'],
      },
    },
    {
      id: 'tor-onion-key',
      title: 'key of a Tor onion service',
      provider: 'Tor',
      source: 'https://spec.torproject.org/control-spec/commands.html#add_onion',
      pattern:
        /(?:ED25519-V3:(?=[A-Za-z0-9+/]{86}==)|== ed25519v1-secret: type0 ==\0{3})([A-Za-z0-9+/]{86}==|[\0-\xff]{64})/g,
      keywords: ['ed25519-v3:', 'ed25519v1-secret'],
      minEntropy: 4,
      examples: {
        match: [
          sample('ADD_ONION ED25519-V3:', fake('base64', 86), '== Port=80'),
          sample('== ed25519v1-secret: type0 ==\0\0\0', fake('base64', 64, 2)),
        ],
        miss: ['ADD_ONION ED25519-V3:KEY Port=80', 'the file starts with == ed25519v1-secret: type0 =='],
      },
    },
  ],
);
