import { defineRules, defineServices, fake, sample } from '../../src/rule.ts';

export const nuget = defineRules(
  {
    provider: 'NuGet',
    rotate: 'https://www.nuget.org/account/apikeys',
    revoke: 'Delete the key under API Keys, or regenerate it.',
    source: 'https://learn.microsoft.com/nuget/nuget-org/publish-a-package',
  },
  [
    {
      id: 'nuget-api-key',
      title: 'NuGet API key',
      pattern: /\b(oy2[a-z0-9]{43})\b/g,
      keywords: ['oy2'],
      minEntropy: 3.5,
      prefix: 'oy2',
      github: ['nuget_api_key'],
      pushProtected: true,
      examples: {
        match: [
          sample('NUGET_TOKEN=', 'oy2', fake('loweralnum', 43, 1)),
          sample('{"token": "', 'oy2', fake('loweralnum', 43, 11), '"}'),
        ],
        miss: [
          'oy2 is only how such a key begins',
          sample('NUGET_TOKEN=', 'oy2', fake('loweralnum', 14, 21)),
          sample('NUGET_TOKEN=', 'oy2', 'x'.repeat(43)),
          sample('oy2', fake('base64url', 50, 31)),
        ],
      },
    },
    {
      // The two passwords left out are those of the documentation.
      id: 'nuget-config-password',
      title: 'Password in a NuGet configuration',
      pattern:
        /key="ClearTextPassword"\s{1,8}value="(?!%[^"%]{1,80}%"|\$[({]|33f!!lloppa"|hal\+9ooo_da!sY")([^"\s]{6,200})"/gi,
      keywords: ['cleartextpassword'],
      minEntropy: 2.3,
      confidence: 'medium',
      source: 'https://learn.microsoft.com/nuget/reference/nuget-config-file',
      revoke: 'Change the password of the feed and keep it in a credential provider.',
      examples: {
        match: [
          sample('<add key="ClearTextPassword" value="', fake('alnum', 18, 1), '" />'),
          sample('<add key="ClearTextPassword" value="', fake('alnum', 18, 11), '" />'),
        ],
        miss: [
          sample('<add key="ClearTextPassword" value="', 'x'.repeat(18), '" />'),
          '<add key="ClearTextPassword" value="%FEED_PASSWORD%" />',
        ],
      },
    },
  ],
);

export const nugetServices = defineServices(
  {
    provider: 'NuGet',
    rotate: 'https://www.nuget.org/account/apikeys',
    revoke: 'Delete the key under API Keys, or regenerate it.',
    source: 'https://learn.microsoft.com/nuget/nuget-org/publish-a-package',
  },
  [
    {
      id: 'nuget-api-key-named',
      title: 'NuGet API key',
      near: ['nuget'],
      shape: /^[a-z0-9]{46}$/,
    },
  ],
);
