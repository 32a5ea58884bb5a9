/**
 * How to ask a provider whether a key is alive, with the call that does least: one that says who is asking, and reads or changes
 * nothing of anybody's. The address stands here and comes from no scanned text. Source of each: the provider's API reference.
 */
export interface LiveCheck {
  /** Ids of rules whose findings it is for. */
  readonly rules: readonly string[];
  readonly host: string;
  /** With `{key}` where the provider takes the key in the address. */
  readonly path: string;
  readonly method?: 'GET' | 'POST';
  /** Header that carries the key, with `{key}` in it; `basic`: as the password of `user`. */
  readonly auth: { readonly header: string; readonly value: string } | { readonly basic: string } | 'path';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Statuses that only a key that is alive is given (200 always is one, unless `says` is there). */
  readonly active?: readonly number[];
  /** Statuses that only a dead key is given; 401 where absent. */
  readonly inactive?: readonly number[];
  /** Providers that answer 200 to everybody: what stands in the body for a live key. */
  readonly says?: string;
  /** What stands in the body of an `inactive` status although the key is alive. */
  readonly unless?: string;
  /** The key may belong to another region or a server of one's own: a refusal then says nothing. */
  readonly elsewhere?: true;
}

const BEARER = { header: 'authorization', value: 'Bearer {key}' };
const PLAIN = { header: 'authorization', value: '{key}' };

export const LIVE_CHECKS: readonly LiveCheck[] = [
  {
    rules: ['github-personal-token', 'github-fine-grained-token', 'github-oauth-token'],
    host: 'api.github.com',
    path: '/rate_limit',
    auth: BEARER,
  },
  {
    rules: ['gitlab-personal-token', 'gitlab-routable-token'],
    host: 'gitlab.com',
    path: '/api/v4/personal_access_tokens/self',
    auth: { header: 'private-token', value: '{key}' },
    elsewhere: true,
  },
  { rules: ['npm-access-token'], host: 'registry.npmjs.org', path: '/-/whoami', auth: BEARER },
  {
    rules: ['openai-api-key', 'openai-legacy-key', 'openai-service-account-key'],
    host: 'api.openai.com',
    path: '/v1/models',
    auth: BEARER,
    active: [403],
  },
  {
    rules: ['anthropic-api-key'],
    host: 'api.anthropic.com',
    path: '/v1/models',
    auth: { header: 'x-api-key', value: '{key}' },
    headers: { 'anthropic-version': '2023-06-01' },
  },
  {
    rules: [
      'stripe-live-secret-key',
      'stripe-live-restricted-key',
      'stripe-test-secret-key',
      'stripe-test-restricted-key',
    ],
    host: 'api.stripe.com',
    path: '/v1/balance',
    auth: BEARER,
    active: [403],
  },
  {
    rules: ['slack-bot-token', 'slack-user-token'],
    host: 'slack.com',
    path: '/api/auth.test',
    method: 'POST',
    auth: BEARER,
    says: '"ok":true',
  },
  { rules: ['sendgrid-api-key'], host: 'api.sendgrid.com', path: '/v3/scopes', auth: BEARER, active: [403] },
  {
    rules: ['mailgun-api-key', 'mailgun-full-key'],
    host: 'api.mailgun.net',
    path: '/v3/domains?limit=1',
    auth: { basic: 'api' },
    elsewhere: true,
  },
  {
    rules: ['digitalocean-personal-token', 'digitalocean-oauth-token'],
    host: 'api.digitalocean.com',
    path: '/v2/account',
    auth: BEARER,
    active: [403],
  },
  {
    rules: ['heroku-api-key', 'heroku-legacy-key'],
    host: 'api.heroku.com',
    path: '/account',
    auth: BEARER,
    headers: { accept: 'application/vnd.heroku+json; version=3' },
    active: [403],
  },
  { rules: ['netlify-token', 'netlify-legacy-token'], host: 'api.netlify.com', path: '/api/v1/user', auth: BEARER },
  {
    rules: ['vercel-token', 'vercel-legacy-token'],
    host: 'api.vercel.com',
    path: '/v2/user',
    auth: BEARER,
    inactive: [401, 403],
  },
  {
    rules: ['cloudflare-api-token'],
    host: 'api.cloudflare.com',
    path: '/client/v4/user/tokens/verify',
    auth: BEARER,
    elsewhere: true,
  },
  {
    rules: ['figma-token', 'figma-legacy-token'],
    host: 'api.figma.com',
    path: '/v1/me',
    auth: { header: 'x-figma-token', value: '{key}' },
    inactive: [401, 403],
  },
  {
    rules: ['notion-token', 'notion-secret'],
    host: 'api.notion.com',
    path: '/v1/users/me',
    auth: BEARER,
    headers: { 'notion-version': '2022-06-28' },
    active: [403],
  },
  {
    rules: ['linear-api-key'],
    host: 'api.linear.app',
    path: '/graphql',
    method: 'POST',
    auth: PLAIN,
    headers: { 'content-type': 'application/json' },
    body: '{"query":"{viewer{id}}"}',
    says: '"viewer"',
  },
  { rules: ['asana-personal-token'], host: 'app.asana.com', path: '/api/1.0/users/me?opt_fields=gid', auth: BEARER },
  {
    rules: ['airtable-personal-token', 'airtable-oauth-token'],
    host: 'api.airtable.com',
    path: '/v0/meta/whoami',
    auth: BEARER,
  },
  {
    rules: ['hubspot-private-app-token'],
    host: 'api.hubapi.com',
    path: '/account-info/v3/details',
    auth: BEARER,
    active: [403],
  },
  { rules: ['intercom-access-token'], host: 'api.intercom.io', path: '/me', auth: BEARER },
  {
    rules: ['square-access-token', 'square-personal-token'],
    host: 'connect.squareup.com',
    path: '/v2/merchants/me',
    auth: BEARER,
    active: [403],
    elsewhere: true,
  },
  {
    rules: ['sentry-user-token'],
    host: 'sentry.io',
    path: '/api/0/organizations/?per_page=1',
    auth: BEARER,
    active: [403],
    elsewhere: true,
  },
  {
    rules: ['pagerduty-api-key'],
    host: 'api.pagerduty.com',
    path: '/abilities',
    auth: { header: 'authorization', value: 'Token token={key}' },
    active: [403],
  },
  {
    rules: ['postmark-token'],
    host: 'api.postmarkapp.com',
    path: '/server',
    auth: { header: 'x-postmark-server-token', value: '{key}' },
    headers: { accept: 'application/json' },
    elsewhere: true,
  },
  {
    rules: ['resend-api-key'],
    host: 'api.resend.com',
    path: '/domains',
    auth: BEARER,
    inactive: [400, 401, 403],
    unless: 'restricted_api_key',
  },
  {
    rules: ['telegram-bot-token'],
    host: 'api.telegram.org',
    path: '/bot{key}/getMe',
    auth: 'path',
    inactive: [401, 404],
  },
  {
    rules: ['discord-bot-token'],
    host: 'discord.com',
    path: '/api/v10/users/@me',
    auth: { header: 'authorization', value: 'Bot {key}' },
  },
  {
    rules: ['dropbox-access-token', 'dropbox-short-lived-token'],
    host: 'api.dropboxapi.com',
    path: '/2/check/user',
    method: 'POST',
    auth: BEARER,
    headers: { 'content-type': 'application/json' },
    body: '{"query":""}',
  },
  { rules: ['huggingface-user-token'], host: 'huggingface.co', path: '/api/whoami-v2', auth: BEARER },
  { rules: ['replicate-api-token'], host: 'api.replicate.com', path: '/v1/account', auth: BEARER },
  { rules: ['groq-api-key'], host: 'api.groq.com', path: '/openai/v1/models', auth: BEARER },
  { rules: ['cohere-api-key'], host: 'api.cohere.com', path: '/v1/models?page_size=1', auth: BEARER },
  { rules: ['mistral-api-key'], host: 'api.mistral.ai', path: '/v1/models', auth: BEARER },
  { rules: ['deepseek-api-key'], host: 'api.deepseek.com', path: '/models', auth: BEARER },
  { rules: ['xai-api-key'], host: 'api.x.ai', path: '/v1/api-key', auth: BEARER, inactive: [400, 401] },
  { rules: ['openrouter-api-key'], host: 'openrouter.ai', path: '/api/v1/key', auth: BEARER },
  {
    rules: ['elevenlabs-api-key'],
    host: 'api.elevenlabs.io',
    path: '/v1/user',
    auth: { header: 'xi-api-key', value: '{key}' },
    unless: 'missing_permissions',
  },
  { rules: ['together-api-key'], host: 'api.together.xyz', path: '/v1/models', auth: BEARER },
  { rules: ['fireworks-api-key'], host: 'api.fireworks.ai', path: '/inference/v1/models', auth: BEARER },
  {
    rules: ['pinecone-api-key'],
    host: 'api.pinecone.io',
    path: '/indexes',
    auth: { header: 'api-key', value: '{key}' },
  },
  {
    rules: ['posthog-personal-key'],
    host: 'us.posthog.com',
    path: '/api/users/@me/',
    auth: BEARER,
    active: [403],
    elsewhere: true,
  },
  { rules: ['launchdarkly-access-token'], host: 'app.launchdarkly.com', path: '/api/v2/caller-identity', auth: PLAIN },
  {
    rules: ['circleci-token'],
    host: 'circleci.com',
    path: '/api/v2/me',
    auth: { header: 'circle-token', value: '{key}' },
  },
  { rules: ['buildkite-api-token'], host: 'api.buildkite.com', path: '/v2/access-token', auth: BEARER },
  {
    rules: ['doppler-pt-token', 'doppler-sa-token', 'doppler-ct-token', 'doppler-st-token'],
    host: 'api.doppler.com',
    path: '/v3/me',
    auth: BEARER,
  },
  { rules: ['render-api-key'], host: 'api.render.com', path: '/v1/users', auth: BEARER },
  { rules: ['contentful-personal-token'], host: 'api.contentful.com', path: '/users/me', auth: BEARER },
  {
    rules: ['typeform-personal-token'],
    host: 'api.typeform.com',
    path: '/me',
    auth: BEARER,
    active: [403],
    elsewhere: true,
  },
  { rules: ['calendly-personal-access-token'], host: 'api.calendly.com', path: '/users/me', auth: BEARER },
  { rules: ['clickup-token'], host: 'api.clickup.com', path: '/api/v2/user', auth: PLAIN },
  {
    rules: ['brevo-api-key'],
    host: 'api.brevo.com',
    path: '/v3/account',
    auth: { header: 'api-key', value: '{key}' },
    unless: 'unrecognised IP',
  },
  { rules: ['clerk-secret-key'], host: 'api.clerk.com', path: '/v1/jwks', auth: BEARER },
  { rules: ['supabase-access-token'], host: 'api.supabase.com', path: '/v1/organizations', auth: BEARER },
  {
    rules: ['snyk-personal-or-service-token'],
    host: 'api.snyk.io',
    path: '/rest/self?version=2024-10-15',
    auth: { header: 'authorization', value: 'Token {key}' },
    elsewhere: true,
  },
  {
    rules: ['deepgram-api-key'],
    host: 'api.deepgram.com',
    path: '/v1/auth/token',
    auth: { header: 'authorization', value: 'Token {key}' },
  },
  {
    rules: ['postman-api-key'],
    host: 'api.getpostman.com',
    path: '/me',
    auth: { header: 'x-api-key', value: '{key}' },
  },
  { rules: ['neon-api-key'], host: 'console.neon.tech', path: '/api/v2/users/me', auth: BEARER },
  { rules: ['stability-ai-api-key'], host: 'api.stability.ai', path: '/v1/user/account', auth: BEARER },
  {
    rules: ['mapbox-secret-token'],
    host: 'api.mapbox.com',
    path: '/tokens/v2?access_token={key}',
    auth: 'path',
    says: '"TokenValid"',
  },
  { rules: ['loops-api-key'], host: 'app.loops.so', path: '/api/v1/api-key', auth: BEARER },
];
