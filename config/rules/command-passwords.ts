import { defineRules, fake, sample } from '../../src/rule.ts';

export const commandPasswords = defineRules(
  {
    provider: 'Command line',
    revoke: 'Change the password, and let the command read it from the environment or from a prompt.',
    source: 'catalogue',
  },
  [
    {
      id: 'command-password',
      title: 'password on a command line',
      source: 'https://manpages.debian.org/sshpass',
      pattern:
        /\b(?:sshpass\s{1,4}-p|redis-cli(?=\s)[^\n|;&]{0,60}?\s-a)\s{0,4}["']?([^\s"'`$<>|;&\\(){}-][^\s"'`$<>|;&\\(){}]{2,127})/g,
      keywords: ['sshpass', 'redis-cli'],
      reach: { before: 24, after: 240 },
      check: 'command-password',
      examples: {
        match: [
          sample('sshpass -p ', fake('alnum', 14), ' ssh app@db.acme.io'),
          sample("redis-cli -h cache.acme.io -a '", fake('alnum', 14, 2), "' ping"),
        ],
        miss: [
          'sshpass -e ssh app@db.acme.io',
          'redis-cli -h cache.acme.io ping',
          'sshpass -p $PASSWORD ssh app@db.acme.io',
        ],
      },
    },
    {
      id: 'mysql-command-password',
      title: 'password on the command line of MySQL',
      source: 'https://dev.mysql.com/doc/refman/8.4/en/command-line-options.html',
      pattern:
        /\b(?:mysql|mysqldump|mysqladmin|mariadb)\s[^\n|;&]{0,60}?\s(?:-p|--password=)["']?([^\s"'`$<>|;&\\(){}-][^\s"'`$<>|;&\\(){}]{2,127})/g,
      keywords: ['mysql ', 'mysqldump ', 'mysqladmin ', 'mariadb '],
      reach: { before: 4, after: 320 },
      check: 'command-password',
      examples: {
        match: [
          sample('mysql -h db.acme.io -u app -p', fake('alnum', 14, 2), ' shop'),
          sample('mysqldump -u app --password=', fake('alnum', 14, 3), ' shop > shop.sql'),
        ],
        miss: ['mysql -u app -p shop < dump.sql', 'mysql -u app --password=$PASSWORD shop'],
      },
    },
    {
      id: 'login-command-password',
      title: 'password in a login command',
      source: 'https://docs.docker.com/reference/cli/docker/login/',
      pattern:
        /\b(?:docker|podman|nerdctl|registry|oc|az|cf)\s{1,4}login\s[^\n|;&]{0,60}?\s(?:-p|--password)[\s=]{1,4}["']?([^\s"'`$<>|;&\\(){}-][^\s"'`$<>|;&\\(){}]{2,1000})/g,
      keywords: ['docker login', 'podman login', 'nerdctl login', 'registry login', 'oc login', 'az login', 'cf login'],
      reach: { before: 4, after: 1200 },
      check: 'command-password',
      examples: {
        match: [
          sample('docker login -u app -p ', fake('alnum', 20, 3), ' registry.acme.io'),
          sample('az login -u app@acme.io --password "', fake('alnum', 20, 4), '"'),
        ],
        miss: ['docker login -u app --password-stdin', 'docker login -u app -p $TOKEN'],
      },
    },
    {
      id: 'powershell-secure-string',
      title: 'password in a PowerShell script',
      source: 'https://learn.microsoft.com/powershell/module/microsoft.powershell.security/convertto-securestring',
      pattern:
        /ConvertTo-SecureString\s{1,4}(?:-String\s{1,4})?["']([^"'$\r\n]{3,200})["']\s{1,4}-(?:AsPlainText|Force)/gi,
      keywords: ['convertto-securestring'],
      check: 'command-password',
      examples: {
        match: [
          sample("ConvertTo-SecureString '", fake('alnum', 14), "' -AsPlainText -Force"),
          sample('ConvertTo-SecureString -String "', fake('alnum', 14, 2), '" -AsPlainText -Force'),
        ],
        miss: [
          'ConvertTo-SecureString $password -AsPlainText -Force',
          'ConvertTo-SecureString -String "$pw" -AsPlainText',
        ],
      },
    },
    {
      id: 'sql-account-password',
      title: 'password of a database account in SQL',
      source: 'https://dev.mysql.com/doc/refman/8.4/en/create-user.html',
      pattern:
        /\b(?:IDENTIFIED\s{1,8}(?:WITH\s{1,8}[\w`'"]{1,40}\s{1,8})?BY|(?:USER|ROLE|LOGIN)\s[^;'\r\n]{1,160}?\bPASSWORD)\s{0,4}=?\s{0,4}N?\\?'([^'\\\r\n]{1,128})\\?'/gi,
      keywords: [
        'identified by',
        'identified with',
        "password '",
        "password='",
        "password = '",
        "password = n'",
        "password=n'",
      ],
      reach: { before: 240, after: 320 },
      check: 'sql-password',
      examples: {
        match: [
          sample("CREATE USER 'app'@'%' IDENTIFIED", " BY '", fake('alnum', 14), "';"),
          sample('ALTER ROLE app WITH LOGIN', " PASSWORD '", fake('alnum', 14, 2), "';"),
          sample('CREATE LOGIN app WITH', " PASSWORD = N'", fake('alnum', 14, 3), "';"),
        ],
        miss: [
          "SELECT * FROM users WHERE password = ''",
          "CREATE USER 'app' IDENTIFIED BY ?",
          'the user is identified by 42',
        ],
      },
    },
    {
      id: 'database-connect-password',
      title: 'password in a call that opens a database',
      source: 'https://www.php.net/manual/en/function.mysqli-connect.php',
      pattern:
        /(?:_p?connect|\bmysqli|\bPDO|getConnection|mysql2?\.connect|MySQLdb\.connect|real_connect|DBI->connect)\s{0,4}\(\s{0,20}["'][^"'\r\n]{1,200}["']\s{0,8},\s{0,20}["'][^"'\r\n]{1,64}["']\s{0,8},\s{0,20}["']([^"'\r\n]{1,128})["']/g,
      keywords: [
        '_connect',
        '_pconnect',
        'mysqli(',
        'mysqli (',
        'pdo(',
        'pdo (',
        'getconnection',
        'mysqldb.connect',
        'pymysql.connect',
        'mysql.connect',
        'mysql2.connect',
        'real_connect',
        'dbi->connect',
      ],
      check: 'command-password',
      examples: {
        match: [
          sample("mysqli_connect('db.acme.io', 'app', '", fake('alnum', 14), "', 'shop')"),
          sample('new PDO("mysql:host=db.acme.io;dbname=shop", "app", "', fake('alnum', 14, 2), '")'),
          sample('DBI->connect("DBI:mysql:shop", "app", "', fake('alnum', 14, 4), '")'),
          sample('DriverManager.getConnection("jdbc:mysql://db.acme.io/shop", "app", "', fake('alnum', 14, 3), '")'),
        ],
        miss: ["mysqli_connect('localhost', $user, $password)", 'DriverManager.getConnection(url, user, password)'],
      },
    },
    {
      id: 'go-dsn-password',
      title: 'password in a data source name of Go',
      source: 'https://github.com/go-sql-driver/mysql#dsn-data-source-name',
      pattern: /(?<![\w/])[\w.-]{1,64}:([^\s"'`@/:\\]{1,128})@(?:tcp|tcp6|unix)\(/g,
      keywords: ['@tcp(', '@tcp6(', '@unix('],
      reach: { before: 240, after: 260 },
      check: 'connection-url',
      examples: {
        match: [
          sample('app:', fake('alnum', 14), '@tcp(db.acme.io:3306)/shop'),
          sample('dsn := "app:', fake('alnum', 14, 2), '@tcp(db.acme.io:3306)/shop?parseTime=true"'),
        ],
        miss: [
          'app@tcp(db.acme.io:3306)/shop',
          '@tcp(db.acme.io:3306)/shop',
          String.raw`"warning:do-not-share\nsession_\n@tcp(\nunix"`,
        ],
      },
    },
    {
      id: 'nuget-config-credential',
      title: 'password in a NuGet.config',
      provider: 'NuGet',
      source: 'https://learn.microsoft.com/nuget/reference/nuget-config-file#packagesourcecredentials',
      pattern:
        /<add\s{1,8}key\s{0,4}=\s{0,4}["'](?:ClearText)?Password["']\s{1,8}value\s{0,4}=\s{0,4}["']([^"'\r\n]{3,400})["']/gi,
      keywords: ['cleartextpassword', '"password"'],
      check: 'command-password',
      examples: {
        match: [
          sample('<add key="ClearTextPassword" value="', fake('alnum', 24), '" />'),
          sample('<add key="Password" value="', fake('alnum', 40, 2), '" />'),
        ],
        miss: ['<add key="ClearTextPassword" value="" />', '<add key="Username" value="somebody" />'],
      },
    },
    {
      id: 'bundler-credentials',
      title: 'credentials of a gem source',
      provider: 'Bundler',
      source: 'https://bundler.io/man/bundle-config.1.html#CREDENTIALS-FOR-GEM-SOURCES',
      pattern:
        /\bBUNDLE_[A-Z0-9_]{2,80}__[A-Z]{2,10}["']?\s{0,4}[=:]\s{0,4}["']?[^\s:"'$]{0,100}:([^\s:"'$@/]{4,200})/g,
      keywords: ['bundle_'],
      check: 'command-password',
      examples: {
        match: [
          sample('BUNDLE_GEMS__ACME__COM=app:', fake('hex', 16)),
          sample('BUNDLE_ENTERPRISE__ACME__COM: "', fake('hex', 8), ':', fake('hex', 8, 2), '"'),
        ],
        miss: ['BUNDLE_PATH: "vendor/bundle"', 'BUNDLE_GEMS__ACME__COM='],
      },
    },
  ],
);
