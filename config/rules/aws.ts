import { defineRules, defineServices, fake, fakeUuid, sample } from '../../src/rule.ts';

const shared = {
  provider: 'AWS',
  rotate: 'https://console.aws.amazon.com/iam/home#/security_credentials',
  revoke:
    'Deactivate the access key in IAM, create another one, then delete the old key and look through CloudTrail for its use.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html',
};

export const aws = defineRules(shared, [
  {
    // The id alone opens nothing, but where it stands in code its secret is not far: worth stopping for.
    id: 'aws-access-key-id',
    title: 'AWS access key id',
    pattern:
      /(?<![A-Za-z0-9])((?:A3T[A-Z0-9]|AKIA|ASIA|ABIA|ACCA)(?![A-Z0-9]{0,16}EXAMPLE)[A-Z0-9]{16})(?![A-Za-z0-9])/g,
    keywords: ['a3t', 'akia', 'asia', 'abia', 'acca'],
    minEntropy: 2.6,
    prefix: 'AKIA',
    check: 'aws-key-id',
    examples: {
      match: [sample('AWS_ACCESS_KEY_ID=AKIA', fake('base32', 16)), sample('"ASIA', fake('base32', 16, 2), '"')],
      miss: [
        'AKIA starts a long-lived key, ASIA a temporary one',
        sample('AKIA', 'IOSFODNN7', 'EXAMPLE'),
        sample('AKIA', fake('base32', 9)),
        sample('TODAYIN', 'ASIA', 'ASACKOFRICEFELL'),
      ],
    },
  },
  {
    id: 'aws-secret-access-key',
    title: 'AWS secret access key',
    pattern:
      /(?:aws[\w.\- ]{0,24}?(?:secret|sk\b)|secret[_\-. ]?access[_\-. ]?key)[\w.-]{0,24}["'`\])]{0,3}\s{0,8}(?::?=|=>|[:,>]|\s)\s{0,12}["'`]{0,2}(?![A-Za-z0-9+/]{0,33}EXAMPLE)([A-Za-z0-9+/]{40})(?![A-Za-z0-9+/=])/gi,
    keywords: ['aws', 'secret_access', 'secret-access', 'secretaccess', 'secret.access', 'secret access'],
    minEntropy: 3.8,
    github: ['aws_access_key_id + aws_secret_access_key'],
    pushProtected: true,
    examples: {
      match: [
        sample('aws_secret_access_key = ', fake('base64', 40)),
        sample('"awsSecretKey": "', fake('base64', 40, 2), '"'),
        sample("secretAccessKey: '", fake('base64', 40, 3), "'"),
      ],
      miss: [
        sample('aws_secret_access_key = ', 'a'.repeat(40)),
        sample('aws_secret_access_key = ', fake('base64', 39)),
        sample('aws_secret_access_key = ', 'wJalrXUtnFEMI/K7MDENG', '/bPxRfiCYEXAMPLEKEY'),
        sample('aws_secret_sha1 = ', fake('hex', 40)),
      ],
    },
  },
  {
    // A hash of 40 hex digits has at most 4 bits a character, so it is not taken for a secret.
    id: 'aws-key-pair',
    title: 'AWS secret access key beside its id',
    pattern:
      /(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}(?![A-Z0-9])[\s\S]{1,160}?(?<![A-Za-z0-9+/])(?![A-Za-z0-9+/]{0,33}EXAMPLE)([A-Za-z0-9+/]{40})(?![A-Za-z0-9+/=])/g,
    keywords: ['akia', 'asia', 'abia', 'acca'],
    minEntropy: 4.1,
    github: [
      'aws_access_key_id + aws_secret_access_key',
      'aws_secret_access_key + aws_session_token + aws_temporary_access_key_id',
    ],
    pushProtected: true,
    examples: {
      match: [
        sample('id: AKIA', fake('base32', 16), '\nkey: ', fake('base64', 40)),
        sample('AKIA', fake('base32', 16, 2), ',', fake('base64', 40, 2)),
      ],
      miss: [
        sample('AKIA', fake('base32', 16), ' in commit ', fake('hex', 40)),
        sample('AKIA', fake('base32', 16), '\nkey: ', fake('base64', 36)),
      ],
    },
  },
  {
    id: 'aws-key-pair-reversed',
    title: 'AWS secret access key before its id',
    pattern:
      /(?<![A-Za-z0-9+/])(?![A-Za-z0-9+/]{0,33}EXAMPLE)([A-Za-z0-9+/]{40})(?![A-Za-z0-9+/=])[\s\S]{1,160}?(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}(?![A-Z0-9])/g,
    keywords: ['akia', 'asia', 'abia', 'acca'],
    minEntropy: 4.1,
    reach: { before: 300, after: 40 },
    github: ['aws_access_key_id + aws_secret_access_key'],
    pushProtected: true,
    examples: {
      match: [
        sample('key: ', fake('base64', 40), '\nid: AKIA', fake('base32', 16)),
        sample('"', fake('base64', 40, 2), '", "AKIA', fake('base32', 16, 2), '"'),
      ],
      miss: [
        sample('commit ', fake('hex', 40), ' drops AKIA', fake('base32', 16)),
        sample(fake('base64', 30), ' AKIA', fake('base32', 16)),
      ],
    },
  },
  {
    id: 'aws-session-token',
    title: 'AWS session token',
    pattern:
      /(?<![A-Za-z0-9+/])((?:IQoJb3JpZ2lu|FwoGZXIvYXdz|FQoGZXIvYXdz|FQoDYXdz|AQoDYXdz)[A-Za-z0-9+/]{80,4000}={0,2})(?![A-Za-z0-9+/=])/g,
    keywords: ['iqojb3jpz2lu', 'fwogzxivyxdz', 'fqogzxivyxdz', 'fqodyxdz', 'aqodyxdz'],
    minEntropy: 4,
    prefix: 'IQoJb3JpZ2lu',
    reach: { before: 40, after: 4200 },
    github: ['aws_secret_access_key + aws_session_token + aws_temporary_access_key_id'],
    pushProtected: true,
    revoke: "It expires by itself within 36 hours; until then revoke the role's active sessions in IAM.",
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_use-resources.html',
    examples: {
      match: [
        sample('AWS_SESSION_TOKEN=', 'IQoJb3JpZ2lu', fake('base64', 300)),
        sample('"SessionToken": "FwoGZXIvYXdz', fake('base64', 400), '=="'),
      ],
      miss: [
        'IQoJb3JpZ2lu starts one of these keys',
        sample('IQoJb3JpZ2lu', fake('base64', 12)),
        sample('IQoJb3JpZ2lu', 'x'.repeat(300)),
      ],
    },
  },
  {
    id: 'aws-session-token-named',
    title: 'AWS session token',
    pattern: /aws_?session_?token["'`]{0,2}\s{0,4}[:=]\s{0,4}["'`]?([A-Za-z0-9+/=._-]{32,4000})(?![A-Za-z0-9+/=])/gi,
    keywords: ['session_token', 'sessiontoken'],
    minEntropy: 3.5,
    reach: { before: 40, after: 4200 },
    confidence: 'medium',
    examples: {
      match: [
        sample('AWS_SESSION_TOKEN=', fake('base64', 120)),
        sample('awsSessionToken: "', fake('base64', 200, 2), '"'),
      ],
      miss: ['AWS_SESSION_TOKEN=$(aws sts get-session-token)', sample('aws_session_token = ', 'x'.repeat(60))],
    },
  },
  {
    id: 'aws-bedrock-api-key',
    title: 'Amazon Bedrock API key (long-lived)',
    pattern: /(?<![A-Za-z0-9+/])(ABSK[A-Za-z0-9+/]{100,280}={0,2})(?![A-Za-z0-9+/=])/g,
    keywords: ['absk'],
    minEntropy: 4,
    prefix: 'ABSK',
    github: ['aws_api_key'],
    source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html',
    examples: {
      match: [
        sample('AWS_BEARER_TOKEN_BEDROCK=', 'ABSKQmVkcm9ja0FQSUtleS', fake('base64', 110)),
        sample('"ABSKQmVkcm9ja0FQSUtleS', fake('base64', 110, 2), '"'),
      ],
      miss: [
        'ABSKQmVkcm9ja0FQSUtleS starts one of these keys',
        sample('ABSKQmVkcm9ja0FQSUtleS', fake('base64', 12)),
        sample('ABSKQmVkcm9ja0FQSUtleS', 'x'.repeat(110)),
      ],
    },
  },
  {
    id: 'aws-bedrock-short-term-key',
    title: 'Amazon Bedrock API key (short-term)',
    pattern:
      /(?<![A-Za-z0-9])(bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t[A-Za-z0-9+/]{40,2400}={0,2})(?![A-Za-z0-9+/=])/g,
    keywords: ['bedrock-api-key-'],
    minEntropy: 4,
    prefix: 'bedrock-api-key-',
    reach: { before: 20, after: 2600 },
    github: ['aws_api_key'],
    revoke:
      'It expires with its session, at most 12 hours after it was made; revoke the sessions of the identity that made it.',
    source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html',
    examples: {
      match: [
        sample('AWS_BEARER_TOKEN_BEDROCK=', 'bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t', fake('base64', 400)),
        sample('"bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t', fake('base64', 400, 2), '"'),
      ],
      miss: [
        'bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t starts one of these keys',
        sample('bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t', fake('base64', 12)),
        sample('bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t', 'x'.repeat(400)),
      ],
    },
  },
  {
    id: 'aws-appsync-api-key',
    title: 'AWS AppSync API key',
    pattern: /(?<![A-Za-z0-9])(da2-[a-z0-9]{26})(?![A-Za-z0-9])/g,
    keywords: ['da2-'],
    minEntropy: 3,
    prefix: 'da2-',
    github: ['aws_api_key'],
    rotate: 'https://console.aws.amazon.com/appsync',
    revoke: 'Delete the key in the settings of the AppSync API and create another.',
    source: 'https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html',
    examples: {
      match: [
        sample('APPSYNC_API_KEY=', 'da2-', fake('loweralnum', 26)),
        sample('"da2-', fake('loweralnum', 26, 2), '"'),
      ],
      miss: ['da2- starts one of these keys', sample('da2-', fake('loweralnum', 12)), sample('da2-', 'x'.repeat(26))],
    },
  },
  {
    id: 'amazon-mws-auth-token',
    title: 'Amazon MWS auth token',
    pattern:
      /(?<![A-Za-z0-9])(amzn\.mws\.[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![A-Za-z0-9])/g,
    keywords: ['amzn.mws.'],
    minEntropy: 3,
    prefix: 'amzn.mws.',
    rotate: 'https://sellercentral.amazon.com/apps/manage',
    revoke: 'Remove the app in Seller Central and authorise it anew.',
    source: 'https://developer-docs.amazon.com/sp-api/docs',
    examples: {
      match: [sample('MWS_AUTH_TOKEN=', 'amzn.mws.', fakeUuid()), sample('"amzn.mws.', fakeUuid(2), '"')],
      miss: [
        'amzn.mws. starts one of these keys',
        sample('amzn.mws.', fakeUuid().slice(0, 20)),
        sample('amzn.mws.', '00000000-0000-0000-0000-000000000000'),
      ],
    },
  },
  {
    id: 'amazon-lwa-token',
    title: 'Login with Amazon access or refresh token',
    pattern: /(?<![A-Za-z0-9])(Atz[ar]\|[A-Za-z0-9_-]{60,2000})(?![A-Za-z0-9_-])/g,
    keywords: ['atza|', 'atzr|'],
    minEntropy: 4,
    prefix: 'Atzr|',
    reach: { before: 20, after: 2100 },
    rotate: 'https://developer.amazon.com/loginwithamazon/console/site/lwa/overview.html',
    revoke: "Have the user or seller withdraw the app's authorisation, then authorise it again.",
    source: 'https://developer.amazon.com/docs/login-with-amazon/refresh-token.html',
    examples: {
      match: [
        sample('LWA_REFRESH_TOKEN=', 'Atzr|', fake('base64url', 200)),
        sample('"Atzr|', fake('base64url', 200, 2), '"'),
      ],
      miss: [
        'Atzr| starts one of these keys',
        sample('Atzr|', fake('base64url', 12)),
        sample('Atzr|', 'x'.repeat(200)),
      ],
    },
  },
]);

export const awsServices = defineServices(shared, [
  {
    id: 'aws-api-gateway-key',
    title: 'Amazon API Gateway key',
    near: ['apigateway', 'executeapi', 'awsapi'],
    shape: /^[A-Za-z0-9]{40}$/,
    names: ['key'],
    github: ['aws_api_key'],
    source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-setup-api-key-with-console.html',
  },
  {
    id: 'aws-secret-access-key-loose',
    title: 'AWS secret access key',
    near: ['aws', 'amazon'],
    shape: /^[A-Za-z0-9/+=]{40}$/,
    names: ['secret', 'sk'],
    github: ['aws_access_key_id + aws_secret_access_key'],
    pushProtected: true,
  },
  {
    id: 'aws-ses-smtp-password',
    title: 'Amazon SES SMTP password',
    near: ['ses', 'amazonses', 'awsses'],
    shape: /^B[A-Za-z0-9/+]{43}$/,
    names: ['pass', 'smtp'],
    source: 'https://docs.aws.amazon.com/ses/latest/dg/smtp-credentials.html',
  },
]);
