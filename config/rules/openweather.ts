import { defineRules, defineServices, fake, sample } from '../../src/rule.ts';

export const openweather = defineRules(
  {
    provider: 'OpenWeather',
    rotate: 'https://home.openweathermap.org/api_keys',
    revoke: 'Delete the key under API keys and generate a new one.',
    source: 'https://openweathermap.org/appid',
  },
  [
    {
      id: 'openweather-url-key',
      title: 'OpenWeather API key in a URL',
      pattern: /openweathermap\.org\/[^\s"'`]{1,200}?[?&](?:appid|APPID)=([0-9a-f]{32})(?![0-9a-zA-Z])/g,
      keywords: ['openweathermap.org/'],
      minEntropy: 2.8,
      github: ['openweather_api_key'],
      severity: 'warn',
      examples: {
        match: [
          sample('https://api.openweathermap.org/data/2.5/weather?q=Oslo&appid=', fake('hex', 32, 1)),
          sample('https://api.openweathermap.org/data/3.0/onecall?appid=', fake('hex', 32, 11), '&units=metric'),
        ],
        miss: [
          sample('https://api.openweathermap.org/data/2.5/weather?q=Oslo&appid=', fake('hex', 10, 21)),
          sample('https://api.openweathermap.org/data/3.0/onecall?appid=', 'x'.repeat(32), '&units=metric'),
        ],
      },
    },
  ],
);

export const openweatherServices = defineServices(
  {
    provider: 'OpenWeather',
    rotate: 'https://home.openweathermap.org/api_keys',
    revoke: 'Delete the key under API keys and generate a new one.',
    source: 'https://openweathermap.org/appid',
  },
  [
    {
      id: 'openweather-api-key',
      title: 'OpenWeather API key',
      near: ['openweather', 'openweathermap', 'owm'],
      shape: /^[0-9A-Za-z]{32}$/,
      names: ['key', 'appid', 'token'],
      github: ['openweather_api_key'],
      severity: 'warn',
    },
  ],
);
