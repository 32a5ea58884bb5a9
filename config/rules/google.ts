import { defineRules, defineServices, fake, sample } from '../../src/rule.ts';

const shared = {
  provider: 'Google',
  rotate: 'https://console.cloud.google.com/apis/credentials',
  revoke:
    'Delete or regenerate the credential in the Google Cloud console, and restrict the new one to the APIs and places that need it.',
  source: 'https://cloud.google.com/docs/authentication/api-keys',
};

export const google = defineRules(shared, [
  {
    // A warning: Maps and Firebase keys are meant to stand in web pages, behind restrictions; but the same shape opens Gemini.
    id: 'google-api-key',
    title: 'Google API key',
    pattern: /(?<![A-Za-z0-9])(AIza[A-Za-z0-9_-]{35})(?![A-Za-z0-9_-])/g,
    keywords: ['aiza'],
    minEntropy: 3.2,
    prefix: 'AIza',
    github: ['google_api_key', 'google_gemini_api_key'],
    severity: 'warn',
    examples: {
      match: [
        sample('GOOGLE_API_KEY=', 'AIzaSy', fake('base64url', 33)),
        sample('"AIzaSy', fake('base64url', 33, 2), '"'),
      ],
      miss: [
        'AIzaSy starts one of these keys',
        sample('AIzaSy', fake('base64url', 12)),
        sample('AIzaSy', 'x'.repeat(33)),
      ],
    },
  },
  {
    id: 'google-bound-api-key',
    title: 'Google API key bound to a service account',
    pattern: /(?<![A-Za-z0-9])(AQ\.Ab8RN6[A-Za-z0-9_-]{42,64})(?![A-Za-z0-9_-])/g,
    keywords: ['aq.ab8rn6'],
    minEntropy: 3.5,
    prefix: 'AQ.',
    github: ['google_gcp_api_key_bound_service_account', 'google_gemini_api_key'],
    examples: {
      match: [
        sample('GEMINI_API_KEY=', 'AQ.Ab8RN6', fake('base64url', 44)),
        sample('"AQ.Ab8RN6', fake('base64url', 44, 2), '"'),
      ],
      miss: [
        'AQ.Ab8RN6 starts one of these keys',
        sample('AQ.Ab8RN6', fake('base64url', 12)),
        sample('AQ.Ab8RN6', 'x'.repeat(44)),
      ],
    },
  },
  {
    id: 'google-oauth-client-secret',
    title: 'Google OAuth client secret',
    pattern: /(?<![A-Za-z0-9])(GOCSPX-[A-Za-z0-9_-]{28})(?![A-Za-z0-9_-])/g,
    keywords: ['gocspx-'],
    minEntropy: 3,
    prefix: 'GOCSPX-',
    github: ['google_oauth_client_id + google_oauth_client_secret'],
    pushProtected: true,
    revoke: 'Add a new secret to the OAuth client, deploy it, then disable and delete the old one.',
    source: 'https://developers.google.com/identity/protocols/oauth2',
    examples: {
      match: [
        sample('GOOGLE_CLIENT_SECRET=', 'GOCSPX-', fake('base64url', 28)),
        sample('"GOCSPX-', fake('base64url', 28, 2), '"'),
      ],
      miss: [
        'GOCSPX- starts one of these keys',
        sample('GOCSPX-', fake('base64url', 12)),
        sample('GOCSPX-', 'x'.repeat(28)),
      ],
    },
  },
  {
    id: 'google-oauth-client-secret-legacy',
    title: 'Google OAuth client secret (before 2021)',
    pattern:
      /\.apps\.googleusercontent\.com[\s\S]{0,320}?client_?secret["'\s:=>,]{1,12}([A-Za-z0-9_-]{24})(?![A-Za-z0-9_-])/gi,
    keywords: ['.apps.googleusercontent.com'],
    minEntropy: 3.3,
    github: ['google_oauth_client_id + google_oauth_client_secret'],
    pushProtected: true,
    source: 'https://developers.google.com/identity/protocols/oauth2',
    examples: {
      match: [
        sample('{"client_id":"1-a.apps.googleusercontent.com","client_secret":"', fake('base64url', 24), '"}'),
        sample('id = 1-a.apps.googleusercontent.com\nclient_secret = ', fake('base64url', 24, 2)),
      ],
      miss: [
        sample('1-a.apps.googleusercontent.com client_secret: ', 'x'.repeat(24)),
        'client_id: 1-a.apps.googleusercontent.com, client_secret: process.env.SECRET',
      ],
    },
  },
  {
    // Stands in every sign-in page: only worth a note.
    id: 'google-oauth-client-id',
    title: 'Google OAuth client id',
    pattern: /(?<![A-Za-z0-9])([0-9]{6,21}-[a-z0-9]{32}\.apps\.googleusercontent\.com)(?![A-Za-z0-9])/g,
    keywords: ['.apps.googleusercontent.com'],
    minEntropy: 3,
    severity: 'note',
    examples: {
      match: [
        sample('client_id=', fake('digits', 12), '-', fake('loweralnum', 32), '.apps.googleusercontent.com'),
        sample('"', fake('digits', 12, 2), '-', fake('loweralnum', 32, 2), '.apps.googleusercontent.com"'),
      ],
      miss: [
        'your-id.apps.googleusercontent.com',
        sample('1234-', fake('loweralnum', 20), '.apps.googleusercontent.com'),
      ],
    },
  },
  {
    id: 'google-oauth-access-token',
    title: 'Google OAuth access token',
    pattern: /(?<![A-Za-z0-9])(ya29\.(?:[A-Za-z0-9]{1,2}\.)?[A-Za-z0-9_-]{20,2048})(?![A-Za-z0-9_-])/g,
    keywords: ['ya29.'],
    minEntropy: 3.5,
    prefix: 'ya29.',
    reach: { before: 20, after: 2200 },
    github: ['google_oauth_access_token'],
    pushProtected: true,
    rotate: 'https://myaccount.google.com/permissions',
    revoke: 'It lapses within an hour; revoke it at once by a POST to oauth2.googleapis.com/revoke.',
    source: 'https://developers.google.com/identity/protocols/oauth2',
    examples: {
      match: [
        sample('ACCESS_TOKEN=', 'ya29.a0', fake('base64url', 160)),
        sample('"ya29.a0', fake('base64url', 160, 2), '"'),
      ],
      miss: [
        'ya29.a0 starts one of these keys',
        sample('ya29.a0', fake('base64url', 12)),
        sample('ya29.a0', 'x'.repeat(160)),
      ],
    },
  },
  {
    id: 'google-oauth-refresh-token',
    title: 'Google OAuth refresh token',
    pattern: /(?<![A-Za-z0-9/])(1\/\/0[A-Za-z0-9_-]{35,200})(?![A-Za-z0-9_-])/g,
    keywords: ['1//0'],
    minEntropy: 3.5,
    prefix: '1//0',
    github: ['google_oauth_refresh_token'],
    pushProtected: true,
    rotate: 'https://myaccount.google.com/permissions',
    revoke: "Revoke the grant (oauth2.googleapis.com/revoke or the account's permissions page) and sign in again.",
    source: 'https://developers.google.com/identity/protocols/oauth2',
    examples: {
      match: [sample('REFRESH_TOKEN=', '1//0', fake('base64url', 98)), sample('"1//0', fake('base64url', 98, 2), '"')],
      miss: ['1//0 starts one of these keys', sample('1//0', fake('base64url', 12)), sample('1//0', 'x'.repeat(98))],
    },
  },
  {
    id: 'google-oauth-refresh-token-legacy',
    title: 'Google OAuth refresh token (old form)',
    pattern: /refresh_?token["'`]{0,2}\s{0,4}[:=]\s{0,4}["'`]?(1\/[A-Za-z0-9_-]{43,64})(?![A-Za-z0-9_-])/gi,
    keywords: ['refresh_token', 'refreshtoken'],
    minEntropy: 3.8,
    github: ['google_oauth_refresh_token'],
    pushProtected: true,
    rotate: 'https://myaccount.google.com/permissions',
    revoke: "Revoke the grant on the account's permissions page and sign in again.",
    source: 'https://developers.google.com/identity/protocols/oauth2',
    examples: {
      match: [
        sample('"refresh_token": "1/', fake('base64url', 43), '"'),
        sample('refreshToken = 1/', fake('base64url', 64, 2)),
      ],
      miss: ['refresh_token: 1/2 of the way', sample('refresh_token=1/', 'x'.repeat(43))],
    },
  },
  {
    id: 'google-storage-hmac-secret',
    title: 'Google Cloud Storage HMAC secret',
    pattern: /GOOG[A-Z0-9]{20,57}(?![A-Za-z0-9])[\s\S]{1,200}?(?<![A-Za-z0-9+/])([A-Za-z0-9+/]{40})(?![A-Za-z0-9+/=])/g,
    keywords: ['goog1e', 'googts', 'gs_access_key', 'gs_secret', 'hmac'],
    minEntropy: 4.1,
    github: [
      'google_cloud_storage_access_key_secret + google_cloud_storage_service_account_access_key_id',
      'google_cloud_storage_access_key_secret + google_cloud_storage_user_access_key_id',
    ],
    pushProtected: true,
    rotate: 'https://console.cloud.google.com/storage/settings;tab=interoperability',
    revoke: 'Deactivate the HMAC key under Cloud Storage, Settings, Interoperability, then delete it.',
    source: 'https://cloud.google.com/storage/docs/authentication/hmackeys',
    examples: {
      match: [
        sample('id: GOOG1E', fake('upperalnum', 55), '\nsecret: ', fake('base64', 40)),
        sample('GOOGTS', fake('upperalnum', 18), ' ', fake('base64', 40, 2)),
      ],
      miss: [
        sample('GOOG1E', fake('upperalnum', 55), ' at ', fake('hex', 40)),
        sample('GOOG1E', fake('upperalnum', 55), ' and no secret'),
      ],
    },
  },
  {
    id: 'google-storage-hmac-boto',
    title: 'Google Cloud Storage HMAC secret (.boto)',
    pattern: /gs_secret_access_key\s{0,4}[:=]\s{0,4}["']?([A-Za-z0-9+/]{40})(?![A-Za-z0-9+/=])/gi,
    keywords: ['gs_secret_access_key'],
    minEntropy: 3.8,
    github: ['google_cloud_storage_access_key_secret + google_cloud_storage_user_access_key_id'],
    pushProtected: true,
    rotate: 'https://console.cloud.google.com/storage/settings;tab=interoperability',
    revoke: 'Deactivate the HMAC key under Cloud Storage, Settings, Interoperability, then delete it.',
    source: 'https://cloud.google.com/storage/docs/boto-gsutil',
    examples: {
      match: [
        sample('gs_secret_access_key = ', fake('base64', 40)),
        sample('gs_secret_access_key="', fake('base64', 40, 2), '"'),
      ],
      miss: ['gs_secret_access_key = <your secret>', sample('gs_secret_access_key = ', fake('base64', 30))],
    },
  },
]);

export const googleServices = defineServices(shared, [
  {
    id: 'google-recaptcha-secret',
    title: 'reCAPTCHA secret key',
    near: ['recaptcha', 'captcha'],
    shape: /^6L[A-Za-z0-9_-]{38}$/,
    names: ['secret', 'private'],
    rotate: 'https://www.google.com/recaptcha/admin',
    revoke: 'Create new keys in the reCAPTCHA admin console and delete the old site.',
    source: 'https://developers.google.com/recaptcha/docs/verify',
  },
  {
    id: 'google-client-secret-loose',
    title: 'Google OAuth client secret',
    near: ['google', 'gcp', 'gmail', 'youtube'],
    shape: /^[A-Za-z0-9_-]{24}$/,
    names: ['clientsecret', 'client_secret', 'secret'],
    github: ['google_oauth_client_id + google_oauth_client_secret'],
    pushProtected: true,
  },
]);
