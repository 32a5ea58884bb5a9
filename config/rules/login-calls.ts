import { defineRules, fake, sample } from '../../src/rule.ts';

/** Calls that take a password or a signing secret by its place, without a name that says so. */
export const loginCalls = defineRules(
  {
    provider: 'Login in code',
    revoke: 'Change the password or the secret, and hand it to the program from its environment.',
    source: 'catalogue',
  },
  [
    {
      id: 'jwt-signing-secret',
      title: 'secret that signs JSON Web Tokens',
      source: 'https://www.rfc-editor.org/rfc/rfc7515#appendix-A.1',
      revoke: 'Sign with another secret: tokens that the old one signed are then refused.',
      pattern:
        /\bjwt(?:\.|::|->)(?:sign|verify|encode|decode)\(\s{0,40}(?:\{[^{}'"\n]{0,120}\}|[\w$.[\]>-]{1,60}(?:\([\w$., ]{0,40}\))?)\s{0,8},\s{0,40}["']([^"'\s\r\n]{12,400})["']/gi,
      keywords: ['jwt.sign(', 'jwt.verify(', 'jwt.encode(', 'jwt.decode(', 'jwt::encode(', 'jwt::decode(', 'jwt->'],
      check: 'command-password',
      homemade: true,
      examples: {
        match: [
          sample("const t = jwt.sign({ id }, '", fake('alnum', 40), "', { expiresIn: '1h' });"),
          sample('jwt.encode(payload, "', fake('alnum', 40, 2), '", algorithm="HS256")'),
        ],
        miss: ['jwt.sign({ id }, process.env.SECRET)', "jwt.verify(token, 'secret')"],
      },
    },
    {
      id: 'ldap-bind-password',
      title: 'password of an LDAP bind',
      source: 'https://www.rfc-editor.org/rfc/rfc4513#section-5.1.3',
      pattern:
        /\b(?:simple_|ldap_)?bind(?:_s)?\(\s{0,20}(?:\$\w{1,30},\s{0,4})?["'](?:cn|uid|ou|dc)=[^"'\r\n]{1,200}["'],\s{0,20}["']([^"'\r\n]{4,128})["']/gi,
      keywords: ['bind(', 'bind_s('],
      reach: { before: 24, after: 480 },
      check: 'command-password',
      examples: {
        match: [
          sample('conn.simple_bind_s("cn=admin,dc=acme,dc=io", "', fake('alnum', 14), '")'),
          sample("ldap_bind($conn, 'uid=app,dc=acme,dc=io', '", fake('alnum', 14, 2), "')"),
        ],
        miss: ['l.Bind("cn=admin,dc=acme,dc=io", password)', "$(a).bind('click', 'handler')"],
      },
    },
    {
      id: 'ldap-entry-password',
      title: 'password of an LDAP directory in .NET',
      source: 'https://learn.microsoft.com/dotnet/api/system.directoryservices.directoryentry',
      pattern:
        /\bDirectoryEntry\(\s{0,20}@?"LDAPS?:\/\/[^"\r\n]{1,200}",\s{0,20}@?"[^"\r\n]{1,120}",\s{0,20}@?"([^"\r\n]{4,128})"/gi,
      keywords: ['directoryentry('],
      check: 'command-password',
      examples: {
        match: [
          sample('new DirectoryEntry("LDAP://ldap.acme.io", "cn=admin,dc=acme,dc=io", "', fake('alnum', 14), '")'),
          sample('new DirectoryEntry("LDAPS://ldap.acme.io/dc=acme", @"ACME\\app", "', fake('alnum', 14, 2), '")'),
        ],
        miss: ['new DirectoryEntry("LDAP://ldap.acme.io")', 'new DirectoryEntry(path, user, password)'],
      },
    },
    {
      id: 'login-call-password',
      title: 'password in a call that logs in',
      source: 'https://www.php.net/manual/en/function.ftp-login.php',
      pattern:
        /\b(?:ftp_login|ssh2_auth_password)\(\s{0,20}\$\w{1,40},\s{0,20}["'][^"'\r\n]{1,64}["'],\s{0,20}["']([^"'\r\n]{4,128})["']/g,
      keywords: ['ftp_login', 'ssh2_auth_password'],
      check: 'command-password',
      examples: {
        match: [
          sample('ftp_login($conn, "app", "', fake('alnum', 14), '");'),
          sample("ssh2_auth_password($conn, 'app', '", fake('alnum', 14, 2), "');"),
        ],
        miss: ['ftp_login($conn, $user, $password);', 'ftp_login($conn, "anonymous", "")'],
      },
    },
    {
      id: 'wifi-call-password',
      title: 'password of a wireless network in code',
      source: 'https://docs.arduino.cc/libraries/wifi/',
      pattern:
        /\bWiFi\.begin\(\s{0,8}(?:\(char ?\*\) ?)?"[^"\r\n]{1,64}",\s{0,8}(?:\(char ?\*\) ?)?"([^"\r\n]{8,63})"/g,
      keywords: ['wifi.begin('],
      check: 'command-password',
      examples: {
        match: [
          sample('WiFi.begin("acme", "', fake('alnum', 14), '");'),
          sample('WiFi.begin((char*)"acme", (char*)"', fake('alnum', 14, 2), '");'),
        ],
        miss: ['WiFi.begin(ssid, password);', 'WiFi.begin("acme", "");'],
      },
    },
    {
      id: 'sbt-call-password',
      title: 'password of a repository in sbt',
      source: 'https://www.scala-sbt.org/1.x/docs/Publishing.html#Credentials',
      pattern:
        /\bCredentials\(\s{0,8}"[^"\r\n]{1,80}",\s{0,8}"[^"\r\n]{1,120}",\s{0,8}"[^"\r\n]{1,64}",\s{0,8}"([^"\r\n]{4,128})"/g,
      keywords: ['credentials('],
      check: 'command-password',
      examples: {
        match: [
          sample('credentials += Credentials("Nexus", "repo.acme.io", "app", "', fake('alnum', 14), '")'),
          sample('Credentials(\n  "Nexus",\n  "repo.acme.io",\n  "app",\n  "', fake('alnum', 14, 2), '")'),
        ],
        miss: ['credentials += Credentials(Path.userHome / ".sbt" / ".credentials")', 'new Credentials("app", "acme")'],
      },
    },
  ],
);
