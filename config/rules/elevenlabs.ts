import { defineRules, defineServices, fake, sample } from '../../src/rule.ts';

const shared = {
  provider: 'ElevenLabs',
  rotate: 'https://elevenlabs.io/app/settings/api-keys',
  revoke: 'Delete the key in the settings and create another.',
  source: 'https://elevenlabs.io/docs/api-reference/authentication',
};

export const elevenlabs = defineRules(shared, [
  {
    id: 'elevenlabs-api-key',
    title: 'ElevenLabs API key',
    pattern: /(?<![A-Za-z0-9_-])(sk_[0-9a-f]{48})(?![A-Za-z0-9_-])/g,
    keywords: ['sk_'],
    minEntropy: 3.2,
    prefix: 'sk_',
    examples: {
      match: [sample('ELEVENLABS_API_KEY=', 'sk_', fake('hex', 48)), sample('"sk_', fake('hex', 48, 2), '"')],
      miss: ['sk_ starts one of these keys', sample('sk_', fake('hex', 12)), sample('sk_', '0'.repeat(48))],
    },
  },
]);

export const elevenlabsServices = defineServices(shared, [
  {
    id: 'elevenlabs-legacy-key',
    title: 'ElevenLabs API key (32 digits)',
    near: ['elevenlabs', 'elevenlab', 'xiapi'],
    shape: /^[0-9a-f]{32}$/,
  },
]);
