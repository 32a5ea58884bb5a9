/**
 * What the name of an environment variable says: whether bundlers write its value into code for browsers, and whether it is
 * a server's secret.
 */

/**
 * `sure`: no vendor hands out anything under such a name that a browser may see. `likely`: most do not (a demo password, a key
 * that each user brings).
 */
export type SecretClass = 'sure' | 'likely';

/**
 * Prefixes by which bundlers choose the variables that they write into code for browsers.
 *
 * @see https://nextjs.org/docs/app/guides/environment-variables#bundling-environment-variables-for-the-browser
 * @see https://vite.dev/guide/env-and-mode
 * @see https://create-react-app.dev/docs/adding-custom-environment-variables
 * @see https://docs.expo.dev/guides/environment-variables
 * @see https://nuxt.com/docs/guide/going-further/runtime-config
 * @see https://svelte.dev/docs/kit/$env-static-public
 * @see https://www.gatsbyjs.com/docs/how-to/local-development/environment-variables
 * @see https://cli.vuejs.org/guide/mode-and-env.html
 * @see https://storybook.js.org/docs/configure/environment-variables
 */
const PUBLIC = /^(?:NEXT_PUBLIC|VITE|REACT_APP|EXPO_PUBLIC|NUXT_PUBLIC|PUBLIC|GATSBY|VUE_APP|STORYBOOK)_/;

/** Words of keys that vendors mean for browsers. */
const PUBLISHABLE =
  /(?:^|_)(?:PUBLISHABLE|ANON|ANONYMOUS|PUBLIC|SITE_?KEY|CLIENT_?ID|APP_?ID|CLIENT_?KEY|BROWSER|MAPS?|MAPBOX|MAPTILER|RECAPTCHA_KEY)(?:_|$)/;

/** Words of what is not meant. */
const PRETENDED = /(?:^|_)(?:DEMO|TEST|MOCK|FAKE|SAMPLE|EXAMPLE|DUMMY|GUEST|DEFAULT|STUB)(?:_|$)/;

const SURE =
  /(?:^|_)(?:SERVICE_ROLE(?:_(?:KEY|SECRET|TOKEN|JWT))?|SECRET_(?:ACCESS_)?KEY|(?:CLIENT|APP|API|CONSUMER|JWT|SESSION|AUTH|NEXTAUTH|COOKIE|WEBHOOK|SIGNING|ENCRYPTION|STRIPE|SHARED|OAUTH|WEBHOOK_SIGNING)_SECRET|PRIVATE_KEY(?:_PEM|_BASE64)?|SIGNING_KEY|SERVICE_ACCOUNT(?:_KEY|_JSON)?|(?:DB|DATABASE|POSTGRES(?:QL)?|PG|MYSQL|MARIADB|MONGO(?:DB)?|REDIS|SMTP|MAIL|EMAIL|ADMIN|ROOT|SA|SSH)_(?:USER_)?(?:PASSWORD|PASSWD|PASS|PWD))$/;

const LIKELY =
  /(?:^|_)(?<!(?:FORGOT|RESET|CHANGE|LOST|UPDATE|CONFIRM|REQUEST)_)(?:SECRET|PASSWORD|PASSWD|PASSPHRASE|CREDENTIALS?|ENCRYPTION_KEY|MASTER_KEY|MNEMONIC|SEED_PHRASE|ADMIN_KEY|(?:GITHUB|GITLAB|NPM|BOT|SLACK|DISCORD|TELEGRAM|ADMIN|SENTRY_AUTH|AUTH|VERCEL|NETLIFY|CLOUDFLARE_API|REPLICATE_API|HF|HUGGINGFACE|NOTION|AIRTABLE|HUBSPOT|SHOPIFY_ADMIN|CONTENTFUL_MANAGEMENT|SANITY_WRITE|SANITY_API_WRITE|DATO_CMS_FULL)_TOKEN|(?:OPENAI|ANTHROPIC|CLAUDE|GROQ|MISTRAL|DEEPSEEK|COHERE|OPENROUTER|PERPLEXITY|TOGETHER|REPLICATE|ELEVENLABS|XAI|HUGGINGFACE|STABILITY|PINECONE|SENDGRID|RESEND|MAILGUN|POSTMARK|BREVO|MAILCHIMP|AIRTABLE|TWILIO|STRIPE|LEMONSQUEEZY|AZURE_OPENAI)_(?:API_)?(?:KEY|TOKEN|SECRET))$/;

/** Whether a bundler takes the value of this variable for everybody's. */
export function isPublicName(name: string): boolean {
  return PUBLIC.test(name);
}

/** What is left of a name without its public prefix: `STRIPE_SECRET_KEY` of `VITE_STRIPE_SECRET_KEY`. */
export function serverName(name: string): string {
  return name.replace(PUBLIC, '');
}

/** Whether the name, its public prefix left aside, is one of a key for browsers: `STRIPE_PUBLISHABLE_KEY`, `SUPABASE_ANON_KEY`. */
export function isPublishableName(name: string): boolean {
  const bare = serverName(name);
  return PUBLISHABLE.test(bare) && !/SERVICE_ROLE|(?:^|_)SECRET(?:_|$)|PRIVATE/.test(bare);
}

/**
 * Whether the name says a server's secret, its public prefix left aside.
 *
 * @returns undefined where it does not, and where it says that nothing is at stake
 */
export function secretClassOf(name: string): SecretClass | undefined {
  const bare = serverName(name);
  if (isPublishableName(name) || PRETENDED.test(bare)) return undefined;
  if (SURE.test(bare)) return 'sure';
  return LIKELY.test(bare) ? 'likely' : undefined;
}
