import { defineRules, defineServices, fake, sample } from '../../src/rule.ts';

export const twitch = defineRules(
  {
    provider: 'Twitch',
    rotate: 'https://dev.twitch.tv/console/apps',
    revoke: 'Generate a new client secret in the console, or revoke the token at /oauth2/revoke.',
    source: 'https://dev.twitch.tv/docs/authentication/',
  },
  [
    {
      id: 'twitch-chat-token',
      title: 'Twitch chat password',
      pattern: /(?<![A-Za-z0-9_-])(oauth:[a-z0-9]{30})(?![A-Za-z0-9_-])/g,
      keywords: ['oauth:'],
      minEntropy: 3.5,
      prefix: 'oauth:',
      source: 'https://dev.twitch.tv/docs/chat/irc/',
      examples: {
        match: [
          sample('TWITCH_TOKEN=', 'oauth:', fake('loweralnum', 30, 1)),
          sample('{"token": "', 'oauth:', fake('loweralnum', 30, 11), '"}'),
        ],
        miss: [
          'oauth: is only how such a key begins',
          sample('TWITCH_TOKEN=', 'oauth:', fake('loweralnum', 10, 21)),
          sample('TWITCH_TOKEN=', 'oauth:', 'x'.repeat(30)),
        ],
      },
    },
  ],
);

export const twitchServices = defineServices(
  {
    provider: 'Twitch',
    rotate: 'https://dev.twitch.tv/console/apps',
    revoke: 'Generate a new client secret in the console, or revoke the token at /oauth2/revoke.',
    source: 'https://dev.twitch.tv/docs/authentication/',
  },
  [
    {
      id: 'twitch-secret',
      title: 'Twitch client secret or token',
      near: ['twitch'],
      shape: /^[a-z0-9]{30}$/,
    },
  ],
);
