import { defineRules, fake, sample } from '../../src/rule.ts';

export const voiceflow = defineRules(
  {
    provider: 'Voiceflow',
    rotate: 'https://creator.voiceflow.com/',
    revoke: 'Regenerate the key in the settings of the agent.',
    source: 'https://docs.voiceflow.com/reference/authentication',
  },
  [
    {
      id: 'voiceflow-api-key',
      title: 'Voiceflow API key',
      pattern: /\b(VF\.(?:(?:DM|WS)\.)?[0-9a-f]{24}\.[A-Za-z0-9]{16})\b/g,
      keywords: ['vf.'],
      minEntropy: 3.3,
      prefix: 'VF.',
      examples: {
        match: [
          sample('VOICEFLOW_TOKEN=', 'VF.DM.', fake('hex', 24, 1), '.', fake('alnum', 16, 2)),
          sample('{"token": "', 'VF.WS.', fake('hex', 24, 11), '.', fake('alnum', 16, 12), '"}'),
          sample('VOICEFLOW_TOKEN=', 'VF.', fake('hex', 24, 21), '.', fake('alnum', 16, 22)),
        ],
        miss: [
          'VF. is only how such a key begins',
          sample('VOICEFLOW_TOKEN=', 'VF.DM.', fake('hex', 8, 21)),
          sample('VOICEFLOW_TOKEN=', 'VF.', 'x'.repeat(24), '.', 'x'.repeat(16)),
        ],
      },
    },
  ],
);
