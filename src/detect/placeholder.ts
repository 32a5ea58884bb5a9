/**
 * Whether `value` plainly stands for a secret instead of being one: `xxxx`, `<your-key>`, `${TOKEN}`, `…EXAMPLE`, `12345678`.
 * Random text of 20 to 60 characters passes for one less than once in 10,000.
 */
export function isPlaceholder(value: string): boolean {
  const text = value.trim();
  if (text.length < 3) return true;
  const lower = text.toLowerCase();
  return saysSo(lower) || isAlone(lower) || isTemplate(lower) || isReference(text) || isMonotonous(lower);
}

// Looked for one by one and not as one expression: compiling that costs a hook more than all the looking.

/** Anywhere: of five letters and more, so that 60 random characters hold one about once in 50,000 times. */
const ANYWHERE =
  'example|placeholder|arn:aws|changeme|change-me|change_me|change me|changethis|change_this|change-this|change_it|changeit|replaceme|replace_me|replace-me|replace_with|replace-with|replacewith|dummy|redacted|notreal|not-real|not_real|not-a-real|not_a_real|insert-|insert_|yourapi|your-api|your_api|your api|your-app|your_app|your-secret|your_secret|your secret|yoursecret|your-token|your_token|your token|yourtoken|your-key|your_key|your key|yourkey|your-pass|your_pass|your pass|yourpass|your-own|your_own|your-client|your_client|your-access|your_access|your-auth|your_auth|your-bot|your_bot|your-account|your_account|your-private|your_private|your-super|your_db|foobar|loremipsum|some-secret|some_secret|some-token|some_token|some-api|some_api|some-key|some_key|some-random|some_random|...|\xe2\x80\xa6|***|xxxxx'.split(
    '|',
  );

/** Shorter ones count only between separators. */
const APART =
  ' your yours fake blank sample insert enter put xxx xxxx todo tbd fixme masked removed hidden omitted mysecret mytoken mykey mypassword myapikey ';
const LAST = ' here xxx ';

/** Values of one word. */
export const ALONE =
  ' pass password passwd passphrase passcode pwd p@ssword p@ssw0rd passw0rd secret secrets secretkey token tokens key apikey accesskey authkey privatekey publickey clientkey apitoken accesstoken authtoken clientsecret apisecret none null nil undefined true false yes no on off string str text int bool object any test testing tester foo bar baz qux admin root user username guest anonymous nobody na unknown default optional required empty value abc qwerty letmein todo fake sample demo mock hidden basic bearer digest oauth oauth2 jwt login email mytoken mysecret mypassword mykey myapikey ';

function saysSo(lower: string): boolean {
  for (const word of ANYWHERE) if (lower.includes(word)) return true;
  if (lower.includes('<') && /<[a-z][a-z_ .:-]{2,60}>/.test(lower)) return true;
  const words = lower.split(/[-_. /]/);
  if (words.length === 1) return false;
  for (const word of words) if (word.length > 2 && APART.includes(` ${word} `)) return true;
  return LAST.includes(` ${words[words.length - 1]} `) && words[words.length - 1] !== '';
}

/** The whole value is one of the words that people put where a secret goes, with at most four digits behind. */
function isAlone(lower: string): boolean {
  if (lower.length > 16) return false;
  const word = lower.replace(/[-_ /]/g, '').replace(/\d{1,4}$/, '');
  return ALONE.includes(` ${word} `) && word !== '';
}

const TEMPLATE_WORDS =
  ' my your the a an this is some super secret key api token pass password auth access private client app npm registry value string ';

/** `my-secret-token`, `super_secret_key`: nothing but words that say what it is, and whose. */
function isTemplate(lower: string): boolean {
  if (lower.length > 40 || !/^(?:my|your|the|an?|this|some|super)[-_ ]/.test(lower)) return false;
  return lower.split(/[-_ ]/).every((word) => TEMPLATE_WORDS.includes(` ${word} `));
}

/** One character or a short block again and again, or the alphabet or the digits in a row. */
function isMonotonous(lower: string): boolean {
  const bare = lower.replace(/[-_.:\s]/g, '');
  if (bare.length >= 4 && distinctUpTo(bare, 3) <= (bare.length < 10 ? 1 : 2)) return true;
  if (bare.length >= 8 && repeats(bare)) return true;
  return isSequence(bare) || hasLongRun(bare) || isStaircase(bare);
}

/** Number of different characters, counted up to `most`. */
function distinctUpTo(text: string, most: number): number {
  let seen = '';
  for (let i = 0; i < text.length && seen.length < most; i++)
    if (!seen.includes(text.charAt(i))) seen += text.charAt(i);
  return seen.length;
}

/** Whether a block of at most six characters makes up the whole of `bare` (the last block may be cut). */
function repeats(bare: string): boolean {
  for (let size = 1; size <= 6 && size * 2 <= bare.length; size++) {
    if (bare.slice(size) === bare.slice(0, bare.length - size)) return true;
  }
  return false;
}

/** Eight times the same character in a row. */
function hasLongRun(bare: string): boolean {
  let run = 1;
  for (let i = 1; i < bare.length; i++) {
    run = bare.charCodeAt(i) === bare.charCodeAt(i - 1) ? run + 1 : 1;
    if (run >= 8) return true;
  }
  return false;
}

/** `aabbccddeeff00112233`: short rising runs, each character several times, and nothing else. */
function isStaircase(bare: string): boolean {
  const once = bare.replace(/(.)\1+/g, '$1');
  return bare.length >= 12 && once.length >= 6 && once.length * 3 <= bare.length * 2 && isOfRuns(once);
}

/** Whether nearly all of `once` is in rising runs of three and more: `abc123def456`. */
export function isOfRuns(once: string): boolean {
  let inRuns = 0;
  let run = 1;
  for (let i = 1; i <= once.length; i++) {
    if (once.charCodeAt(i) - once.charCodeAt(i - 1) === 1) run++;
    else {
      if (run >= 3) inRuns += run;
      run = 1;
    }
  }
  return inRuns * 10 >= once.length * 9;
}

/** Whether runs (`abcdef`, `67890`, `asdfgh`, `poiuyt`) make up most of `bare`, or one long one makes up half. */
function isSequence(bare: string): boolean {
  let run = 1;
  let ways = ANY_WAY;
  let longest = 1;
  let inRuns = 0;
  for (let i = 1; i <= bare.length; i++) {
    const step = stepAt(bare, i);
    if ((step & ways) !== 0) {
      run++;
      ways &= step;
      continue;
    }
    if (run >= 5) inRuns += run;
    if (run > longest) longest = run;
    run = step === 0 ? 1 : 2;
    ways = step === 0 ? ANY_WAY : step;
  }
  return (inRuns >= 5 && inRuns * 10 >= bare.length * 7) || (longest >= 9 && longest * 2 >= bare.length);
}

const ROWS = 'qwertyuiop asdfghjkl zxcvbnm';
const [RISING, ALONG_ROW, BACK_ALONG_ROW, ANY_WAY] = [1, 2, 4, 7];

/** Whether the character at `i` follows the one before in the alphabet or the digits, or on a row of the keyboard. */
function stepAt(bare: string, i: number): number {
  if (i >= bare.length) return 0;
  const step = bare.charCodeAt(i) - bare.charCodeAt(i - 1);
  const [before, at] = [bare.charAt(i - 1), bare.charAt(i)];
  return (
    (step === 1 || (step === -9 && at === '0') ? RISING : 0) |
    (ROWS.includes(before + at) ? ALONG_ROW : 0) |
    (ROWS.includes(at + before) ? BACK_ALONG_ROW : 0)
  );
}

const TEMPLATE =
  /\$\{[A-Za-z_][\w.:\-?!+ '"|()[\]/,@$#%*=^]{0,80}\}|\$\([\w.:\-? '"|/$]{2,80}\)|\{\{[-~#/]?[^{}]{0,80}\}\}|<%[^%]{0,80}%>|%\([\w.]{1,40}\)[sd]|#\{[\w.:\-?!+ '"|()[\]/,@$]{1,80}\}|%[A-Z_]{2}[A-Z_.]{1,40}%|@[A-Z_]{3,40}@|__[A-Za-z]\w{1,40}__|\{(?![^}]{0,40}\d[^}]{0,40}\d)[A-Za-z_][\w.\- ]{2,40}\}|\$[A-Z_]{2}[A-Z0-9_]{1,60}|^\$[A-Za-z_]\w{1,60}$|%[sdv](?![A-Za-z0-9])|^\{\d?\}$/g;

const PREFIXES =
  'process.env|import.meta.env|os.environ|env.|env[|env(|ENV.|ENV[|ENV(|getenv(|var.|local.|data.|module.|inputs.|param.|params.|config.|this.|self.|op://|vault:|arn:aws|ssm:|file://|secret://|sops:|!Ref|!Sub|!vault|ENC[|ENC(|encrypted:'.split(
    '|',
  );

/** Whether the text refers to a value kept elsewhere, wholly or for the most part. */
function isReference(text: string): boolean {
  for (const prefix of PREFIXES) if (text.startsWith(prefix)) return true;
  if (/^(?:secrets?\.[A-Za-z_]|\[[\w .:-]{1,40}\]$|<[^<>]{1,60}>$|\([^()]{1,40}\)$)/.test(text)) return true;
  if (!/[$%{#<@]|__/.test(text)) return false;
  const rest = text.replace(TEMPLATE, '');
  if (rest.length === text.length) return false;
  const kept = rest.replace(/[^A-Za-z0-9]/g, '').length;
  return kept < 8 || kept * 5 < text.length * 2;
}
