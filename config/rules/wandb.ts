import { defineRules, defineServices, fake, sample } from '../../src/rule.ts';

export const wandb = defineRules(
  {
    provider: 'Weights & Biases',
    rotate: 'https://wandb.ai/authorize',
    revoke: 'Delete the key under User settings, API keys and create a new one.',
    source: 'https://docs.wandb.ai/guides/track/environment-variables/',
  },
  [
    {
      id: 'wandb-api-key',
      title: 'Weights & Biases API key',
      pattern: /\b(wandb_v1_[A-Za-z0-9_]{60,100})\b/g,
      keywords: ['wandb_v1_'],
      minEntropy: 3.6,
      prefix: 'wandb_v1_',
      github: ['wandb_api_key'],
      examples: {
        match: [
          sample('WANDB_TOKEN=', 'wandb_v1_', fake('alnum', 27, 1), '_', fake('alnum', 49, 2)),
          sample('{"token": "', 'wandb_v1_', fake('alnum', 27, 11), '_', fake('alnum', 49, 12), '"}'),
        ],
        miss: [
          'wandb_v1_ is only how such a key begins',
          sample('WANDB_TOKEN=', 'wandb_v1_', fake('alnum', 27, 21), '_', fake('alnum', 16, 22)),
          sample('WANDB_TOKEN=', 'wandb_v1_', 'x'.repeat(27), '_', 'x'.repeat(49)),
        ],
      },
    },
    {
      id: 'wandb-api-key-assigned',
      title: 'Weights & Biases API key',
      pattern:
        /(?:WANDB_API_KEY|wandb_api_key|wandb\.login\(\s{0,4}key)["']?\s{0,4}[:=,]{1,3}\s{0,4}["']?([0-9a-f]{40})(?![0-9A-Za-z])/g,
      keywords: ['wandb_api_key', 'wandb.login'],
      minEntropy: 2.9,
      github: ['wandb_api_key'],
      examples: {
        match: [sample('WANDB_API_KEY=', fake('hex', 40, 1)), sample('wandb.login(key="', fake('hex', 40, 11), '")')],
        miss: [sample('WANDB_API_KEY=', fake('hex', 13, 21)), sample('wandb.login(key="', 'x'.repeat(40), '")')],
      },
    },
  ],
);

export const wandbServices = defineServices(
  {
    provider: 'Weights & Biases',
    rotate: 'https://wandb.ai/authorize',
    revoke: 'Delete the key under User settings, API keys and create a new one.',
    source: 'https://docs.wandb.ai/guides/track/environment-variables/',
  },
  [
    {
      id: 'wandb-legacy-key',
      title: 'Weights & Biases API key',
      near: ['wandb', 'weightsandbiases'],
      shape: /^[0-9A-Za-z]{40}$/,
      github: ['wandb_api_key'],
    },
  ],
);
