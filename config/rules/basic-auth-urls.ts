import { defineRules, fake, sample } from '../../src/rule.ts';

export const basicAuthUrls = defineRules(
  {
    provider: 'Login in a URL',
    revoke:
      'Change the password at the service, then keep it out of the URL (a credential helper, an environment variable).',
    source: 'https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1',
  },
  [
    {
      id: 'url-password',
      title: 'password in a URL',
      pattern:
        /\b(?:https?|ftps?|sftp|ssh|git|svn|wss?|smb|rsync|socks5h?|webdavs?)(?:\+[a-z]{2,8})?:\/\/[^\s:/"'`<>\\]{0,128}:([^\s"'`<>/\\]{1,200}?)@(?![^\s"'`/?#,;\\]{0,255}@)(?=[\w[${(%])/gi,
      keywords: [
        'http://',
        'https://',
        'ftp://',
        'ftps://',
        'ssh://',
        'git://',
        'svn://',
        'ws://',
        'wss://',
        'smb://',
        'socks5',
        'rsync://',
        'webdav',
      ],
      reach: { before: 12, after: 480 },
      check: 'basic-auth-url',
      examples: {
        match: [
          sample('https://deploy:', fake('alnum', 16), '@files.acme.io/upload'),
          sample('git clone https://oauth2:', fake('alnum', 24, 2), '@git.acme.io/team/app.git'),
        ],
        miss: [
          'https://url:8000 @something else',
          'http://localhost:5000/@vite/client',
          'https://registry.npmjs.org/@types/node',
        ],
      },
    },
    {
      id: 'git-url-token',
      title: 'token in the URL of a git remote',
      pattern:
        /\bhttps:\/\/([A-Za-z0-9_]{20,255})@(?:www\.)?(?:github\.com|gitlab\.com|bitbucket\.org|dev\.azure\.com|gitea\.com|codeberg\.org)\//gi,
      keywords: [
        '@github.com',
        '@gitlab.com',
        '@bitbucket.org',
        '@dev.azure.com',
        '@gitea.com',
        '@codeberg.org',
        '@www.github.com',
      ],
      reach: { before: 300, after: 40 },
      minEntropy: 3.5,
      examples: {
        match: [
          sample('git remote add origin https://', fake('alnum', 40), '@github.com/acme/app.git'),
          sample('url = https://', fake('loweralnum', 52, 2), '@dev.azure.com/acme/_git/app'),
        ],
        miss: ['git clone https://someone@github.com/acme/app.git', 'git@github.com:acme/app.git'],
      },
    },
  ],
);
