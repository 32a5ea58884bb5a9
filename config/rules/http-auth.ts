import { defineRules, fake, sample } from '../../src/rule.ts';

export const httpAuth = defineRules(
  {
    provider: 'HTTP',
    revoke: 'Change the password or replace the token at the service that the request goes to.',
    source: 'https://www.rfc-editor.org/rfc/rfc7617',
  },
  [
    {
      id: 'http-basic-auth',
      title: 'login in an HTTP Authorization header',
      // a login begins with a character of ASCII, and its base64 so; prose goes on with any letter
      pattern: /(?<![\w.-])[Bb][Aa][Ss][Ii][Cc] \s{0,3}([I-Za-f][A-Za-z0-9+/_-]{7,799}={0,2})(?![A-Za-z0-9+/_=.-])/g,
      keywords: ['basic '],
      check: 'basic-header',
      examples: {
        match: [
          sample('Authorization: Basic ', 'ZGVwbG95', 'OnM4Zkt3MnFMOXZO'),
          sample("headers: { Authorization: 'Basic ", 'YWNtZTpo', 'NGhhS2wyTXdR', "' }"),
        ],
        miss: ['Authorization: Basic <base64>', 'basic auth is enough', 'Basic introduction', "'Basic ' + btoa(login)"],
      },
    },
    {
      id: 'http-authorization-token',
      title: 'token in an HTTP Authorization header',
      source: 'https://www.rfc-editor.org/rfc/rfc6750',
      confidence: 'medium',
      pattern:
        /\bauthorization\\?["']?\]?\s{0,3}[:=,]\s{0,3}\\?["'`]?(?:Bearer|Token|Api-?(?:Token|Key)|Key|GenieKey|SSWS|Bot|Splunk|OAuth|PVEAPIToken|Discogs)[\s=]{1,3}(?:token=)?\\?["']?([A-Za-z0-9_\-.~+/=|:]{12,2000})/gi,
      keywords: ['authorization'],
      reach: { before: 4, after: 2100 },
      minEntropy: 3,
      check: 'opaque-token',
      examples: {
        match: [
          sample("Authorization: 'Bearer ", fake('alnum', 40), "'"),
          sample('curl -H "Authorization: Token ', fake('hex', 40, 2), '"'),
        ],
        miss: ['Authorization: Bearer $TOKEN', 'authorization: Bearer <your access token>', 'Authorization: Bearer'],
      },
    },
    {
      id: 'curl-header-secret',
      title: 'secret in a header of a curl command',
      source: 'https://curl.se/docs/manpage.html#-H',
      confidence: 'medium',
      pattern:
        /(?:\s-H|--header)[\s=]{0,3}\\?["'](?!Idempotency)[\w-]{0,40}(?:authorization|auth|token|key|secret|password)\s{0,2}:\s{0,2}(?:(?!Basic)[A-Za-z][\w-]{2,20}[\s=]{1,3})?\\?["']?([^\s"'`\\<>{}$()]{8,2000})/gi,
      keywords: ['curl'],
      reach: { before: 4, after: 3000 },
      minEntropy: 2.6,
      check: 'opaque-token',
      examples: {
        match: [
          sample('curl -X GET -H "apikey: ', fake('hex', 32), '" https://api.acme.io'),
          sample("curl --header 'X-Api-Token: ", fake('alnum', 24, 2), "' https://api.acme.io"),
        ],
        miss: ['curl -H "apikey: $API_KEY" https://api.acme.io', 'curl -H "Content-Type: application/json"'],
      },
    },
    {
      id: 'curl-user-password',
      title: 'login in a curl command',
      source: 'https://curl.se/docs/manpage.html#-u',
      pattern: /\s(?:-u|--user|--proxy-user)[\s=]{0,3}\\?["']?[^\s:"'`$<>\\{}]{1,100}:([^\s"'`<>\\]{1,200})/g,
      keywords: ['curl'],
      reach: { before: 0, after: 2000 },
      check: 'curl-user',
      examples: {
        match: [
          sample('curl -u deploy:', fake('alnum', 16), ' https://api.acme.io/v1'),
          sample("curl --user 'deploy:", fake('alnum', 20, 2), "' https://api.acme.io/v1"),
        ],
        miss: ['curl -u deploy https://api.acme.io', 'curl --user "$USER:$PASSWORD" https://api.acme.io'],
      },
    },
  ],
);
