import { isExample, isInBlockComment, isInDocstring } from '../comment.ts';
import type { Place } from '../place.ts';
import type { Candidate } from './candidate.ts';

/** The line up to `at`, at most 160 characters of it. */
export function lineBefore(text: string, at: number): string {
  const head = text.slice(Math.max(0, at - 160), at);
  return head.slice(head.lastIndexOf('\n') + 1);
}

/** Whether an ellipsis follows: an example that shows how the value begins. */
export function isCut(text: string, { start, end }: Candidate): boolean {
  const after = text.slice(end, end + 3);
  return after === '...' || after === '\xe2\x80\xa6' || (end - start > 3 && text.startsWith('...', end - 3));
}

/** `github.com/acme/http-auth v1.2.3`: the last part of a path, with a version or a commit behind. */
export function isOfPath(text: string, { nameStart, link }: Candidate): boolean {
  return link === 'space' && text.charCodeAt(nameStart - 1) === 47;
}

const PGP_ID = /^(?:0x)?(?:[0-9A-F]{8}|[0-9A-F]{16}|[0-9A-F]{20}|[0-9A-F]{40})$/;
const PGP = /\b(?:gpg|pgp|keyserver|recv|[RD]SA)\b/i;

/** The id or fingerprint of a PGP key: public. */
export function isPgpId(value: string, before: string): boolean {
  return /^(?:0x)?[0-9a-f]{16}$/i.test(value) ? KEY_ID.test(before) : PGP_ID.test(value) && PGP.test(before);
}

/** Names of keys that go by 16 digits: `Key ID`, `releaseManagerKey`. */
const KEY_ID = /\b(?:gpg|pgp|keyserver|recv|[RD]SA)\b|key ?id$|(?:release|signing|manager)[\w.]{0,12}key$/i;

/** Characters that no one types into a line of code. */
const LONG_LINE = 500;

/** Whether `at` stands in a line that only a machine writes. */
export function isOfLongLine(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - LONG_LINE), at);
  const after = text.slice(at, at + LONG_LINE).split('\n', 1)[0] ?? '';
  return before.length - before.lastIndexOf('\n') - 1 + after.length >= LONG_LINE;
}

/** Whether a comment tells of the value rather than assigning it: `// "token": "…"`, what a service answers. */
export function isTold(text: string, { nameStart, nameEnd, start }: Candidate, head: string, { kind }: Place): boolean {
  if (text.slice(nameEnd, start).includes('=')) return false;
  return /^\s*\/\/|[,;{}]\s*\/\//.test(head) || (kind === 'code' && isInBlockComment(text, nameStart));
}

/** `"password": { "4dab…": "…" }`, `["Password"],"8ZsakT":["…"]`: what looks like the value names an entry. */
export function isNameOfEntry(text: string, { nameEnd, start, end }: Candidate): boolean {
  return /[{\]]/.test(text.slice(nameEnd, start)) && /^\\?["'`][ \t]{0,4}:/.test(text.slice(end, end + 8));
}

/**
 * Whether a comment shows the value as documentation shows an answer (an entry of JSON or YAML, or an element, and nothing
 * assigned), or a field named `example` does.
 */
export function isShown(
  text: string,
  { nameStart, nameEnd, start, link }: Candidate,
  head: string,
  { kind }: Place,
): boolean {
  const code = kind === 'code';
  if (isExample(text, nameStart) || (code && isInDocstring(text, nameStart))) return true;
  if (!code || text.slice(nameEnd, start).includes('=')) return false;
  if (/^\s*\*/.test(head)) return true;
  const quoted = link === 'element' || text.charCodeAt(nameStart - 1) === 34;
  return quoted && (/^\s*\/\//.test(head) || isInBlockComment(text, nameStart));
}

/** `new PublicKey("…")`: what the value is given to says that it is public. */
export function isGivenAsPublic(text: string, { nameEnd, start, link }: Candidate): boolean {
  return link === 'wrapped' && /public_?key|pubkey|address/i.test(text.slice(nameEnd, start));
}

/** Algolia's keys for searching, as pages hand them out: the index is named beside. */
const SEARCH = /\bdocsearch\b|\bindexName\b/i;

/** Whether the value is the key of a search field in a page: everybody who opens it gets it. */
export function isSearchKey(text: string, { name, start, end }: Candidate): boolean {
  if (!/api_?-?key$/i.test(name) || !/^[0-9a-f]{32}$/.test(text.slice(start, end))) return false;
  return SEARCH.test(text.slice(Math.max(0, start - 300), end + 200));
}

/** Pictures of a build's state, whose token opens nothing else. */
const BADGE = /badge|\bshields\.io\/|\.svg\?/;

/** Whether the line before says that what follows is public: a build badge, a download from Firebase, the name of a resource. */
export function isPublicThere(head: string, after: string): boolean {
  if (/^(?:&[\w%.=-]{1,60}){0,1}&alt=media\b/.test(after)) return true;
  return BADGE.test(head) || head.includes('alt=media&') || /arn:aws[\w:.*/-]{0,100}$/.test(head);
}
