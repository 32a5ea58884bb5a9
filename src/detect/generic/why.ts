import type { Evidence } from './features.ts';

const SAYS = {
  password: 'says password',
  secret: 'says secret',
  token: 'says token',
  apikey: 'says key',
  credential: 'says credential',
  auth: 'says authorization',
  weak: 'could mean a key',
  none: 'does not say what it holds',
} as const;

const LINKS = {
  assign: 'assigned to a name that',
  compare: 'compared with a name that',
  reverse: 'compared with a name that',
  fallback: 'default of a name that',
  argument: 'passed along with a name that',
  wrapped: 'assigned through a call to a name that',
  pair: 'value of an entry whose name',
  element: 'text of an element whose name',
  space: 'stands after a word that',
  joined: 'hangs by a dash on a name that',
  prose: 'a sentence gives it as what',
} as const;

/** One sentence on what speaks for a secret; never quotes the value. */
export function whyOf(evidence: Evidence, service?: string, where?: 'name' | 'line' | 'around'): string {
  const { candidate, name } = evidence;
  const scheme = candidate.scheme === '' ? '' : `, behind "${candidate.scheme}"`;
  const near =
    service === undefined
      ? ''
      : `, ${where === 'name' ? 'which names' : 'near the name of'} ${service}, and has the shape of its keys`;
  return `${LINKS[candidate.link]} ${SAYS[name.kind]}${scheme}${near}; the value is ${rarityOf(evidence)} and stands in ${placeOf(evidence)}`;
}

function rarityOf({ value }: Evidence): string {
  if (value.uuid) return 'a UUID';
  if (value.hex) return `${value.length} hexadecimal digits`;
  if (value.rarity > 10) return 'rare (no common pieces)';
  if (value.digits > 0 && value.symbols > 0) return 'a mix of letters, digits and symbols';
  if (value.rarity > 0) return 'unlike a word';
  if (value.digits > 0) return 'a mix of letters and digits';
  return value.symbols > 0 ? 'a mix of letters and symbols' : 'no word that everybody uses';
}

function placeOf({ place }: Evidence): string {
  if (place.test || place.fixture) return 'a test';
  if (place.example) return 'an example';
  if (place.docs) return 'documentation';
  if (place.locale) return 'a translation';
  if (place.minified || place.generated) return 'generated code';
  if (place.kind === 'env' || place.kind === 'config') return 'settings';
  return place.kind === 'code' ? 'ordinary code' : 'an ordinary file';
}
