import { defineRules, fake, sample } from '../../src/rule.ts';

export const netrc = defineRules(
  {
    provider: 'Login file',
    revoke: 'Change the password at the service named in the line, and keep the file in the home folder only.',
    source: 'https://www.gnu.org/software/inetutils/manual/html_node/The-_002enetrc-file.html',
  },
  [
    {
      id: 'netrc-password',
      title: 'password in .netrc',
      pattern: /\bmachine\s{1,8}\S{1,63}\s{1,40}login\s{1,8}\S{1,63}\s{1,40}password\s{1,8}([^\s"'`]{1,200})/g,
      keywords: ['machine '],
      check: 'netrc',
      examples: {
        match: [
          sample('machine api.acme.io login deploy password ', fake('alnum', 14)),
          sample('machine api.acme.io\n  login deploy\n  password ', fake('alnum', 20)),
        ],
        miss: ['the machine needs a login and a password', 'machine api.acme.io login deploy'],
      },
    },
    {
      id: 'pgpass-password',
      title: 'password in .pgpass',
      source: 'https://www.postgresql.org/docs/current/libpq-pgpass.html',
      pattern: /^[\w.*-]{1,253}:(?:5432|5433|6432|\*):[\w*-]{1,64}:[\w.@*-]{1,64}:([^\s:"']{1,200})$/gm,
      keywords: [':5432:', ':5433:', ':6432:', ':*:'],
      check: 'pgpass',
      examples: {
        match: [
          sample('db.acme.io:5432:shop:app:', fake('alnum', 16)),
          sample('db.acme.io:*:*:app:', fake('alnum', 16)),
        ],
        miss: ['db.acme.io:5432:shop:app', '"5432:5432"'],
      },
    },
    {
      id: 'filezilla-password',
      title: 'password in a FileZilla site list',
      source: 'https://wiki.filezilla-project.org/Network_Configuration',
      pattern: /<Pass encoding="base64">([A-Za-z0-9+/]{4,200}={0,2})<\/Pass>/g,
      keywords: ['<pass encoding="base64"'],
      examples: {
        match: [
          sample('<Pass encoding="base64">', fake('base64', 16), '</Pass>'),
          sample('<Pass encoding="base64">', fake('base64', 22), '==</Pass>'),
        ],
        miss: ['<Pass encoding="base64"></Pass>', '<Pass />'],
      },
    },
    {
      id: 'password-hash-line',
      title: 'password hash of an account',
      source: 'https://httpd.apache.org/docs/2.4/misc/password_encryptions.html',
      severity: 'warn',
      confidence: 'medium',
      revoke: 'Have the account choose another password: a hash can be guessed at leisure.',
      pattern:
        /(?:^|[\s"'])[\w.@-]{1,64}:((?:\$apr1\$[./A-Za-z0-9]{1,8}\$[./A-Za-z0-9]{22}|\$2[aby]\$\d\d\$[./A-Za-z0-9]{53}|\$[156]\$(?:rounds=\d{1,9}\$)?[./A-Za-z0-9]{1,16}\$[./A-Za-z0-9]{22,86}|\$y\$[./A-Za-z0-9]{1,8}\$[./A-Za-z0-9]{1,86}\$[./A-Za-z0-9]{43}|\{SHA\}[A-Za-z0-9+/]{27}=))(?![./A-Za-z0-9])/gm,
      keywords: ['$apr1$', '$2a$', '$2b$', '$2y$', ':$1$', ':$5$', ':$6$', ':$y$', ':{sha}'],
      examples: {
        match: [
          sample('admin:$', 'apr1$', fake('alnum', 8), '$', fake('alnum', 22)),
          sample('root:$', '6$', fake('alnum', 8), '$', fake('alnum', 86), ':19000:0:99999:7:::'),
        ],
        miss: ['root:x:0:0:root:/root:/bin/sh', sample('const hash = "$', '2b$10$', fake('alnum', 53), '"')],
      },
    },
  ],
);
