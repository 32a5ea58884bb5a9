import { defineRules, fake, sample } from '../../src/rule.ts';

/** Commands of servers and archives that take the password as an option. */
export const commandPasswords2 = defineRules(
  {
    provider: 'Command line',
    revoke: 'Change the password, and let the command read it from the environment, a file or a prompt.',
    source: 'catalogue',
  },
  [
    {
      id: 'mongo-command-password',
      title: 'password on the command line of MongoDB',
      source: 'https://www.mongodb.com/docs/mongodb-shell/reference/options/',
      pattern:
        /\bmongo(?:sh|dump|restore|export|import|stat|top)?\s[^\n|;&]{0,60}?\s(?:-p|--password)[\s=]{1,4}["']?([^\s"'`$<>|;&\\(){}-][^\s"'`$<>|;&\\(){}]{2,127})/g,
      keywords: ['mongo ', 'mongosh ', 'mongodump ', 'mongorestore ', 'mongoexport ', 'mongoimport '],
      reach: { before: 4, after: 360 },
      check: 'command-password',
      examples: {
        match: [
          sample('mongosh --host db.acme.io -u app -p ', fake('alnum', 14), ' shop'),
          sample('mongodump --host db.acme.io --username app --password=', fake('alnum', 14, 2)),
        ],
        miss: ['mongosh --host db.acme.io -u app -p', 'mongodump --username app --password $PASSWORD'],
      },
    },
    {
      id: 'sqlserver-command-password',
      title: 'password on the command line of SQL Server',
      source: 'https://learn.microsoft.com/sql/tools/sqlcmd/sqlcmd-utility',
      pattern:
        /\b(?:sqlcmd|bcp|isql|osql)\s[^\n|;&]{0,60}?\s-P\s{0,4}["']?([^\s"'`$<>|;&\\(){}-][^\s"'`$<>|;&\\(){}]{2,127})/g,
      keywords: ['sqlcmd', 'bcp ', 'isql ', 'osql '],
      reach: { before: 8, after: 360 },
      check: 'command-password',
      examples: {
        match: [
          sample("sqlcmd -S db.acme.io -U sa -P '", fake('alnum', 14), "' -Q 'SELECT 1'"),
          sample('bcp shop.dbo.a out a.csv -S db.acme.io -U sa -P ', fake('alnum', 14, 2)),
        ],
        miss: ['sqlcmd -S db.acme.io -E', 'sqlcmd -S db.acme.io -U sa -P $SA_PASSWORD'],
      },
    },
    {
      id: 'oracle-command-password',
      title: 'password on the command line of Oracle',
      source: 'https://docs.oracle.com/en/database/oracle/oracle-database/19/sqpug/starting-SQL-Plus.html',
      pattern:
        /\b(?:sqlplus|sqlldr|expdp|impdp|rman)\s(?:-\w{1,8}\s){0,3}["']?\w{1,64}\/([^\s"'`$<>|;&\\(){}@/]{3,127})@[\w/.:-]{1,128}/g,
      keywords: ['sqlplus ', 'sqlldr ', 'expdp ', 'impdp ', 'rman '],
      reach: { before: 4, after: 360 },
      check: 'command-password',
      examples: {
        match: [
          sample('sqlplus -s app/', fake('alnum', 14), '@shop @report.sql'),
          sample('expdp app/', fake('alnum', 14, 2), '@//db.acme.io:1521/shop'),
        ],
        miss: ['sqlplus / as sysdba', 'sqlplus app/$PASSWORD@shop'],
      },
    },
    {
      id: 'ldap-command-password',
      title: 'password on the command line of an LDAP tool',
      source: 'https://www.openldap.org/software/man.cgi?query=ldapsearch',
      pattern:
        /\bldap(?:search|modify|add|delete|passwd|whoami|compare)\s[^\n|;&]{0,60}?\s-w\s{0,4}["']?([^\s"'`$<>|;&\\(){}-][^\s"'`$<>|;&\\(){}]{2,127})/g,
      keywords: ['ldapsearch', 'ldapmodify', 'ldapadd', 'ldapdelete', 'ldapwhoami', 'ldapcompare', 'ldappasswd'],
      reach: { before: 4, after: 480 },
      check: 'command-password',
      examples: {
        match: [
          sample('ldapsearch -x -D "cn=admin,dc=acme,dc=io" -w ', fake('alnum', 14), ' -b dc=acme'),
          sample("ldapadd -D cn=admin -w '", fake('alnum', 14, 2), "' -f a.ldif"),
        ],
        miss: ['ldapsearch -x -D cn=admin -W -b dc=acme', 'ldapsearch -x -D cn=admin -w $LDAP_PASSWORD'],
      },
    },
    {
      id: 'share-command-password',
      title: 'password of a network share on a command line',
      source: 'https://www.samba.org/samba/docs/current/man-html/smbclient.1.html',
      pattern:
        /\b(?:(?:smbclient|rpcclient|smbget|smbmap)\s[^\n|;&]{0,60}?\s(?:-U|--user)[\s=]{0,4}["']?[^\s"'`%]{1,64}%|net\s{1,4}use\s[^\n|;&]{0,60}?\/user:\S{1,64}\s{1,4}["']?)([^\s"'`$<>|;&\\(){}/%-][^\s"'`$<>|;&\\(){}%]{2,127})/gi,
      keywords: ['smbclient', 'rpcclient', 'smbget', 'smbmap', 'net use'],
      reach: { before: 4, after: 400 },
      check: 'command-password',
      examples: {
        match: [
          sample('smbclient //nas.acme.io/share -U app%', fake('alnum', 14)),
          sample('net use Z: //nas.acme.io/share /user:app ', fake('alnum', 14, 2)),
        ],
        miss: ['smbclient //nas.acme.io/share -U app', 'net use Z: //nas.acme.io/share /user:app %PASSWORD%'],
      },
    },
    {
      id: 'archive-command-password',
      title: 'password of an archive on a command line',
      source: 'https://infozip.sourceforge.net/Zip.html',
      pattern:
        /(?<![\w.-])(?:(?:un)?zip\s(?:-[a-zA-Z]{1,8}\s){0,3}-P\s{0,2}|7z[ar]?\s[axu]\s(?:[^\n|;&]{0,60}?\s)?-p)["']?([^\s"'`$<>|;&\\(){}-][^\s"'`$<>|;&\\(){}]{3,127})/g,
      keywords: ['zip -', '7z ', '7za ', '7zr '],
      reach: { before: 4, after: 240 },
      check: 'command-password',
      examples: {
        match: [
          sample('zip -r -P ', fake('alnum', 14), ' a.zip src'),
          sample('7z x -p', fake('alnum', 14, 2), ' a.7z'),
        ],
        miss: ['zip -r a.zip src', '7z x -p$PASSWORD a.7z'],
      },
    },
    {
      id: 'httpie-login',
      title: 'login on the command line of HTTPie',
      source: 'https://httpie.io/docs/cli/basic-auth',
      pattern:
        /(?<![\w./-])https?\s(?:[^\n|;&:]{0,80}?\s)?(?:-a|--auth)[\s=]{0,4}["']?[^\s"'`:$]{1,64}:([^\s"'`$<>|;&\\(){}-][^\s"'`$<>|;&\\(){}]{2,127})/g,
      keywords: ['http -', 'https -', 'http get ', 'http post ', 'http put ', 'http patch ', 'http delete '],
      reach: { before: 4, after: 320 },
      check: 'command-password',
      examples: {
        match: [
          sample('http -a app:', fake('alnum', 14), ' api.acme.io/v1'),
          sample('http POST --auth=app:', fake('alnum', 14, 2), ' api.acme.io/v1'),
        ],
        miss: ['http -a app api.acme.io/v1', 'http -a app:$PASSWORD api.acme.io/v1'],
      },
    },
    {
      id: 'piped-password',
      title: 'password piped into a command',
      source: 'https://manpages.debian.org/chpasswd',
      pattern:
        /\becho\s{1,4}(?:-[ne]{1,2}\s{1,4})?["']?(?:[\w.-]{1,32}:)?([^\s"'`$<>|;&\\(){}:-][^\s"'`$<>|;&\\(){}:]{3,127})["']?\s{0,4}\|\s{0,4}(?:(?:\/usr\/s?bin\/)?(?:sudo\s{1,4}-S|(?:sudo\s{1,4})?(?:chpasswd|passwd\s{1,4}--stdin))|docker\s{1,4}login)\b/g,
      keywords: ['sudo -s', 'chpasswd', '--stdin', 'docker login'],
      reach: { before: 200, after: 24 },
      check: 'command-password',
      examples: {
        match: [
          sample("echo '", fake('alnum', 14), "' | sudo -S apt-get update"),
          sample('echo "app:', fake('alnum', 14, 2), '" | chpasswd'),
        ],
        miss: ['echo "$PASSWORD" | sudo -S apt-get update', 'echo "app:$PASSWORD" | chpasswd'],
      },
    },
  ],
);
