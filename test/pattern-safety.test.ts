import { describe, expect, test } from '@jest/globals';
import { checkSync } from 'recheck';
import { patternDanger } from '../src/pattern-safety.ts';

const SAFE = [
  String.raw`\b(acme_[0-9a-f]{32})\b`,
  String.raw`\b(acme_[A-Za-z0-9]+)\b`,
  String.raw`acme[_-]?key\s{0,5}[:=]\s{0,5}["']?([a-z0-9]{20,40})["']?`,
  '(?:[a-f0-9]{2}:){15}[a-f0-9]{2}',
  String.raw`([A-Za-z0-9_-]{2,40}\.){2}[a-z]{5}`,
  '(?:ab|cd)+e',
  '(?:[a-z]+-)+[a-z]{3}',
  '(?:a{0,2}b)*c',
  String.raw`(?<name>[a-z]{3}\d{4,80})(?![a-z])`,
  String.raw`https://[^\s:@/]{1,100}:([^\s:@/]{1,100})@`,
  String.raw`[\w.]{1,20}[\w.]{1,20}x`,
  String.raw`(AC[a-f0-9]{32})(?=\s|$)`,
];

const DANGEROUS = [
  '(a+)+b',
  '(a*)*b',
  '(a|a)*b',
  '(a|ab|b)*c',
  '(a|aa)+b',
  '([a-z]+)*=',
  String.raw`(\w+\s?)*:`,
  String.raw`\s*=?\s*=$`,
  '.*,.*,.*,x',
  'x[a-z]+[a-z0-9]+;',
  '(?:[a-z]{1,30}){1,30}!',
  '(?:[a-z]{1,3}){20}!',
  '(?=(a+)+b)',
  'a{0,500}[a-z]{0,500}=',
  '([a-z]+)-([a-z]+|x)*1',
];

describe('patternDanger', () => {
  test.each(SAFE)('lets %s pass', (pattern) => {
    expect(patternDanger(pattern)).toBeUndefined();
  });
  test.each(DANGEROUS)('refuses %s', (pattern) => {
    expect(patternDanger(pattern)).toMatch(/run away/);
  });
  test.each([
    { name: 'a back reference', pattern: String.raw`(a)\1`, want: /back reference/ },
    { name: 'a named back reference', pattern: String.raw`(?<q>["'])x\k<q>`, want: /back reference/ },
    { name: 'letter case, folded', pattern: 'x[a-z]*[A-Z]*;', flags: 'i', want: /run away/ },
    { name: 'hundreds of positions', pattern: 'abcdefgh'.repeat(30), want: /too large/ },
  ])('sees $name', ({ pattern, flags = '', want }) => {
    expect(patternDanger(pattern, flags)).toMatch(want);
  });
  test('nothing that it lets pass runs away by the judgement of recheck', () => {
    const vulnerable = SAFE.map((p) => checkSync(p, '', { timeout: 5000 })).filter(
      (found) => found.status === 'vulnerable' && found.complexity.type === 'exponential',
    );
    expect(vulnerable).toEqual([]);
  });
});
