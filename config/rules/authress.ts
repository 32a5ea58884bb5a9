import { defineRules, fake, sample } from '../../src/rule.ts';

export const authress = defineRules(
  {
    provider: 'Authress',
    rotate: 'https://authress.io/app/#/manage?focus=clients',
    revoke: 'Delete the access key of the service client and create another.',
    source: 'https://authress.io/knowledge-base/docs/authorization/service-clients',
  },
  [
    {
      id: 'authress-access-key',
      title: 'Authress service client access key',
      pattern:
        /(?<![A-Za-z0-9])((?:sc|ext|scauth|authress)_[A-Za-z0-9]{5,30}\.[A-Za-z0-9]{4,6}\.acc[_-][A-Za-z0-9-]{10,32}\.[A-Za-z0-9+/_=-]{30,120})(?![A-Za-z0-9_-])/g,
      keywords: ['.acc-', '.acc_'],
      minEntropy: 3.8,
      prefix: 'sc_',
      github: ['authress_service_client_access_key'],
      pushProtected: true,
      examples: {
        match: [
          sample(
            'AUTHRESS_KEY=',
            'sc_',
            fake('alnum', 23),
            '.ihwj.acc-',
            fake('loweralnum', 16, 11),
            '.',
            fake('base64url', 64, 21),
          ),
          sample(
            '"sc_',
            fake('alnum', 23, 2),
            '.ihwj.acc-',
            fake('loweralnum', 16, 12),
            '.',
            fake('base64url', 64, 22),
            '"',
          ),
        ],
        miss: [
          'sc_id.key.acc-id.secret',
          sample('sc_', fake('alnum', 23), '.ihwj.acc-', fake('loweralnum', 16), '.', fake('alnum', 8)),
        ],
      },
    },
  ],
);
