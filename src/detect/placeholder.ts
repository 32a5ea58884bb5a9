/**
 * Whether `value` plainly stands for a secret instead of being one: `xxxx`, `<your-key>`, `${TOKEN}`, `…EXAMPLE`, `12345678`.
 * Random text of 20 to 60 characters passes for one less than once in 10,000.
 */
export function isPlaceholder(value: string): boolean {
  const text = value.trim();
  if (text.length < 3) return true;
  return isMonotonous(text) || WORDS.test(text) || BOUNDED_WORDS.test(text) || ALONE.test(text) || isReference(text);
}

// Words of five letters and more: within 60 random characters one of them turns up about once in 50,000 times.
const WORDS =
  /example|placeholder|change[-_. ]?(?:me|this|it)|replace[-_. ]?(?:me|this|with)|dummy|redacted|not[-_ ]?(?:a[-_ ]?)?real|insert[-_ ](?!into)|your[-_. ](?:api|app|secret|token|key|pass|own|client|access|auth|bot|account|real|super|db|private)|your(?:apikey|secret|token|password|accesskey|key)|foobar|loremipsum|some[-_ ](?:api|secret|token|key|password|random)|<(?:[a-z][a-z_ .:-]{2,60}|[A-Z][A-Z_ .:-]{2,60})>|\.{3}|\xe2\x80\xa6|\*{3}|x{5}|(.)\1{7}|[-_. ](?:here|xxx+)$/i;

// Shorter ones count only where they stand apart.
const BOUNDED_WORDS =
  /(?:^|[-_. /])(?:your|yours|fake|sample|insert|enter|put|xxxx?|todo|tbd|fixme|changeit|masked|removed|hidden|omitted|mysecret|mytoken|mykey|mypassword|myapikey)(?=[-_. /]|$)/i;

const ALONE =
  /^(?:pass(?:word|wd|phrase|code)?|pwd|p[a@]ssw[o0]rd\d{0,4}|secrets?|secret[-_ ]?key|tokens?|(?:api|access|auth|private|public|client)?[-_ ]?(?:key|token|secret)|none|null|nil|undefined|true|false|yes|no|on|off|string|str|text|int|bool|object|any|test(?:ing|er)?\d{0,4}|foo|bar|baz|qux|admin\d{0,4}|root|user(?:name)?|guest|anonymous|nobody|n\/?a|unknown|default|optional|required|empty|value|abc|abc123|qwerty\d{0,3}|letmein|todo|fake|sample|demo|mock|hidden|basic|bearer|digest|oauth2?|jwt|login|email)$/i;

/** One character or a short block again and again, or the alphabet, the digits or the keyboard in a row. */
function isMonotonous(text: string): boolean {
  const bare = text.replace(/[-_.:\s]/g, '').toLowerCase();
  if (bare.length >= 4 && new Set(bare).size <= (bare.length < 10 ? 1 : 2)) return true;
  if (bare.length >= 8 && /^(.{1,6})\1+.{0,5}$/.test(bare) && repeats(bare)) return true;
  return isSequence(bare);
}

/** Whether rising runs (`abcdef`, `67890`) make up most of `bare`, or one long one makes up half. */
function isSequence(bare: string): boolean {
  let run = 1;
  let longest = 1;
  let inRuns = 0;
  for (let i = 1; i <= bare.length; i++) {
    const step = bare.charCodeAt(i) - bare.charCodeAt(i - 1);
    if (step === 1 || (step === -9 && bare[i] === '0')) {
      run++;
      continue;
    }
    if (run >= 5) inRuns += run;
    if (run > longest) longest = run;
    run = 1;
  }
  return (inRuns >= 5 && inRuns * 10 >= bare.length * 7) || (longest >= 9 && longest * 2 >= bare.length);
}

/** Whether a block of at most six characters makes up the whole of `bare` (the last block may be cut). */
function repeats(bare: string): boolean {
  for (let size = 1; size <= 6 && size * 2 <= bare.length; size++) {
    if (bare.startsWith(bare.slice(size)) || bare.slice(size) === bare.slice(0, bare.length - size)) return true;
  }
  return false;
}

const TEMPLATE =
  /\$\{[A-Za-z_][\w.:\-?!+ '"|()[\]/,@$]{0,80}\}|\$\([\w.:\-? '"|/$]{2,80}\)|\{\{[-~#/]?[^{}]{0,80}\}\}|<%[^%]{0,80}%>|%\([\w.]{1,40}\)[sd]|#\{[\w.:\-?!+ '"|()[\]/,@$]{1,80}\}|%[A-Z_]{2}[A-Z_.]{1,40}%|@[A-Z_]{3,40}@|__[A-Za-z]\w{1,40}__|\{(?![^}]{0,40}\d[^}]{0,40}\d)[A-Za-z_][\w.\- ]{2,40}\}|\$[A-Z_]{2}[A-Z0-9_]{1,60}|^\$[A-Za-z_]\w{1,60}$|%[sdv](?![A-Za-z0-9])|^\{\d?\}$/g;

const REFERENCE =
  /^(?:process\.env\b|import\.meta\.env\b|os\.environ|env[.[(]|ENV[[.(]|getenv\(|var\.|local\.|data\.|module\.|secrets?\.[A-Za-z_]|inputs\.|params?\.|config\.|this\.|self\.|op:\/\/|vault:|arn:aws|ssm:|file:\/\/|secret:\/\/|sops:|!Ref|!Sub|!vault|ENC\[|ENC\(|encrypted:|\[[\w .:-]{1,40}\]$|<[^<>]{1,60}>$|\([^()]{1,40}\)$)/;

/** Whether the text refers to a value kept elsewhere, wholly or for the most part. */
function isReference(text: string): boolean {
  if (REFERENCE.test(text)) return true;
  if (!/[$%{#<@_]/.test(text)) return false;
  const rest = text.replace(TEMPLATE, '');
  if (rest.length === text.length) return false;
  const kept = rest.replace(/[^A-Za-z0-9]/g, '').length;
  return kept < 8 || kept * 5 < text.length * 2;
}
