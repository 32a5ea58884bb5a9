import { defineRules, defineServices, fake, sample } from '../../src/rule.ts';

export const telegram = defineRules(
  {
    provider: 'Telegram',
    rotate: 'https://t.me/BotFather',
    revoke: 'Send /revoke to @BotFather and use the token it answers with.',
    source: 'https://core.telegram.org/bots/features#botfather',
    strict: true,
  },
  [
    {
      id: 'telegram-bot-token',
      title: 'Telegram bot token',
      pattern: /(?<![A-Za-z0-9:/.-])((?:bot)?[0-9]{7,16}:AA[A-Za-z0-9_-]{33})(?![A-Za-z0-9_-])/g,
      keywords: [':aa'],
      minEntropy: 3.8,
      github: ['telegram_bot_token'],
      examples: {
        match: [
          sample('TELEGRAM_TOKEN=', fake('digits', 10, 1), ':AA', fake('base64url', 33, 2)),
          sample('{"token": "', fake('digits', 10, 11), ':AA', fake('base64url', 33, 12), '"}'),
        ],
        miss: [
          sample('TELEGRAM_TOKEN=', fake('digits', 10, 21), ':AA', fake('base64url', 11, 22)),
          sample('TELEGRAM_TOKEN=', 'x'.repeat(10), ':AA', 'x'.repeat(33)),
          sample('arn:aws:sns:aaa:', fake('digits', 12, 31), ':AA', fake('lower', 33, 32)),
        ],
      },
    },
    {
      id: 'telegram-bot-url',
      title: 'Telegram bot token in a URL',
      pattern: /api\.telegram\.org\/(?:file\/)?bot([0-9]{5,16}:[A-Za-z0-9_-]{35})(?![A-Za-z0-9_-])/g,
      keywords: ['api.telegram.org/'],
      minEntropy: 3.8,
      github: ['telegram_bot_token'],
      examples: {
        match: [
          sample(
            'https://api.telegram.org/bot',
            fake('digits', 10, 1),
            ':AA',
            fake('base64url', 33, 2),
            '/sendMessage',
          ),
          sample(
            'https://api.telegram.org/file/bot',
            fake('digits', 9, 11),
            ':AA',
            fake('base64url', 33, 12),
            '/photo.jpg',
          ),
        ],
        miss: [
          sample('https://api.telegram.org/bot', fake('digits', 10, 21), ':AA', fake('base64url', 11, 22)),
          sample('https://api.telegram.org/file/bot', 'x'.repeat(9), ':AA', 'x'.repeat(33), '/photo.jpg'),
        ],
      },
    },
  ],
);

export const telegramServices = defineServices(
  {
    provider: 'Telegram',
    rotate: 'https://t.me/BotFather',
    revoke: 'Send /revoke to @BotFather and use the token it answers with.',
    source: 'https://core.telegram.org/bots/features#botfather',
  },
  [
    {
      id: 'telegram-bot-token-named',
      title: 'Telegram bot token',
      near: ['telegram', 'tgram'],
      shape: /^(?:bot)?[0-9]{5,16}:[A-Za-z0-9_-]{35}$/,
      github: ['telegram_bot_token'],
    },
  ],
);
