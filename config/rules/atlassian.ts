import { defineRules, defineServices, fake, sample } from '../../src/rule.ts';

const shared = {
  provider: 'Atlassian',
  rotate: 'https://id.atlassian.com/manage-profile/security/api-tokens',
  revoke: "Revoke the API token in the account's security settings and create another.",
  source: 'https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/',
};

export const atlassian = defineRules(shared, [
  {
    id: 'atlassian-api-token',
    title: 'Atlassian API or access token',
    pattern:
      /(?<![A-Za-z0-9])(AT(?:ATT|CTT|OA|ST|OAUTH)3[A-Za-z0-9_-]{4}[A-Za-z0-9_\-=]{20,300}?(?:(?:=|%3[Dd])[0-9A-F]{8}|(?![A-Za-z0-9_\-=])))(?![A-Za-z0-9_-])/g,
    keywords: ['atatt3', 'atctt3', 'atoa3', 'atst3', 'atoauth3'],
    minEntropy: 3.5,
    prefix: 'ATATT3',
    check: 'atlassian-crc',
    github: ['atlassian_api_token'],
    pushProtected: true,
    examples: {
      match: [
        sample('ATLASSIAN_API_TOKEN=', 'ATATT3xFfGF0', fake('base64url', 170), '=', fake('HEX', 8, 11)),
        sample('"ATATT3xFfGF0', fake('base64url', 170, 2), '=', fake('HEX', 8, 12), '"'),
      ],
      miss: [
        'ATATT3xFfGF0 starts these tokens',
        sample('ATATT3xFfGF0', fake('base64url', 12)),
        sample('ATATT3xFfGF0', 'x'.repeat(170)),
      ],
    },
  },
  {
    id: 'bitbucket-app-password',
    title: 'Bitbucket app password',
    pattern: /(?<![A-Za-z0-9])(ATBB[A-Za-z0-9_\-=.]{24,40}[0-9A-F]{8}|ATBB[A-Za-z0-9]{32})(?![A-Za-z0-9])/g,
    keywords: ['atbb'],
    minEntropy: 3.3,
    prefix: 'ATBB',
    check: 'atlassian-crc',
    rotate: 'https://bitbucket.org/account/settings/app-passwords/',
    revoke: 'Delete the app password in the Bitbucket settings; make an API token instead.',
    source: 'https://support.atlassian.com/bitbucket-cloud/docs/app-passwords/',
    examples: {
      match: [
        sample('BITBUCKET_PASSWORD=', 'ATBB', fake('alnum', 24), fake('HEX', 8, 11)),
        sample('"ATBB', fake('alnum', 24, 2), fake('HEX', 8, 12), '"'),
      ],
      miss: [
        'ATBB starts one of these keys',
        sample('ATBB', fake('alnum', 12)),
        sample('ATBB', 'x'.repeat(24), '0'.repeat(8)),
      ],
    },
  },
  {
    id: 'atlassian-datacenter-token',
    title: 'Jira or Confluence Data Center personal token',
    pattern:
      /(?:jira|confluence|atlassian|crowd)[^\n]{0,80}?(?<![A-Za-z0-9+/])([MNO][A-Za-z0-9]{10}[A-Za-z0-9+/]{33})(?![A-Za-z0-9+/=])/gi,
    keywords: ['jira', 'confluence', 'atlassian', 'crowd'],
    minEntropy: 4,
    check: 'bitbucket-dc',
    confidence: 'medium',
    rotate: 'https://id.atlassian.com/',
    revoke: 'Revoke it under Profile, Personal access tokens of the instance.',
    source: 'https://confluence.atlassian.com/enterprise/using-personal-access-tokens-1026032365.html',
    examples: {
      match: [
        sample('JIRA_TOKEN=', 'NjA0MjE4OTM3MTU1Oj', fake('base64', 26, 5)),
        sample('confluence: "', 'NDA4MjE3OTM2MTU1Oj', fake('base64', 26, 2), '"'),
      ],
      miss: ['JIRA_TOKEN=<personal token>', sample('JIRA_TOKEN=', 'M'.repeat(44))],
    },
  },
  {
    id: 'atlassian-connect-jwt',
    title: 'Atlassian Connect JWT',
    pattern:
      /[?&](?:jwt|acJwt)=(eyJ[A-Za-z0-9_-]{10,200}\.eyJ[A-Za-z0-9_-]{20,1000}\.[A-Za-z0-9_-]{20,200})(?![A-Za-z0-9_-])/g,
    keywords: ['jwt='],
    minEntropy: 4,
    check: 'issued-jwt',
    github: ['atlassian_jwt'],
    pushProtected: true,
    severity: 'warn',
    revoke: 'It lapses within minutes; reinstall the app to change its shared secret.',
    source: 'https://developer.atlassian.com/cloud/jira/platform/understanding-jwt-for-connect-apps/',
    examples: {
      match: [
        sample(
          'https://app.example.com/x?jwt=eyJ',
          fake('base64url', 30),
          '.eyJ',
          fake('base64url', 120),
          '.',
          fake('base64url', 43),
        ),
        sample('&acJwt=eyJ', fake('base64url', 30, 2), '.eyJ', fake('base64url', 90, 2), '.', fake('base64url', 43, 2)),
      ],
      miss: ['?jwt=eyJhbGciOiJIUzI1NiJ9', '&jwt=TOKEN'],
    },
  },
]);

export const atlassianServices = defineServices(shared, [
  {
    id: 'atlassian-legacy-token',
    title: 'Atlassian API token (24 characters)',
    near: ['atlassian', 'jira', 'confluence'],
    shape: /^[A-Za-z0-9]{24}$/,
    github: ['atlassian_api_token'],
    pushProtected: true,
  },
  {
    id: 'jira-datacenter-token',
    title: 'Jira or Confluence personal token',
    near: ['jira', 'confluence', 'atlassian'],
    shape: /^[A-Za-z0-9+/]{44}$/,
    names: ['token', 'pat', 'secret', 'key', 'pass'],
  },
]);
