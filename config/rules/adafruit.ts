import { defineRules, defineServices, fake, sample } from '../../src/rule.ts';

const shared = {
  provider: 'Adafruit',
  rotate: 'https://io.adafruit.com/',
  revoke: 'Regenerate the key on the key page of Adafruit IO.',
  source: 'https://io.adafruit.com/api/docs/',
};

export const adafruit = defineRules(shared, [
  {
    id: 'adafruit-io-key',
    title: 'Adafruit IO key',
    pattern: /(?<![A-Za-z0-9])(aio_[A-Za-z0-9]{28})(?![A-Za-z0-9_])/g,
    keywords: ['aio_'],
    minEntropy: 3,
    prefix: 'aio_',
    github: ['adafruit_io_key'],
    pushProtected: true,
    examples: {
      match: [sample('ADAFRUIT_IO_KEY=', 'aio_', fake('alnum', 28)), sample('"aio_', fake('alnum', 28, 2), '"')],
      miss: ['aio_ starts one of these keys', sample('aio_', fake('alnum', 12)), sample('aio_', 'x'.repeat(28))],
    },
  },
]);

export const adafruitServices = defineServices(shared, [
  {
    id: 'adafruit-legacy-key',
    title: 'Adafruit IO key (32 characters)',
    near: ['adafruit'],
    shape: /^[a-z0-9_-]{32}$/,
  },
]);
