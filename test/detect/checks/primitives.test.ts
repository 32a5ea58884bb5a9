import { describe, expect, test } from '@jest/globals';
import { BASE36, BASE62, encodeNumber, fromBase32, fromBase58, fromBase62 } from '../../../src/detect/checks/base-n.ts';
import { isBech32 } from '../../../src/detect/checks/bech32.ts';
import { crc32 } from '../../../src/detect/checks/crc32.ts';
import { readDer } from '../../../src/detect/checks/der.ts';
import { marvin32 } from '../../../src/detect/checks/marvin32.ts';

describe('CRC-32', () => {
  test.each([
    ['', 0],
    // The check value that every catalogue of CRCs gives.
    ['123456789', 0xcbf43926],
    ['The quick brown fox jumps over the lazy dog', 0x414fa339],
  ])('%j → %d', (text, want) => {
    expect(crc32(text)).toBe(want);
    expect(crc32(Buffer.from(text))).toBe(want);
  });
});

describe('Marvin32', () => {
  // Of .NET's MarvinTests.cs: input, 64-bit state; the hash is the exclusive or of its halves.
  test.each([
    ['', '30ED35C100CD3C7D'],
    ['AF', '48E73FC77D75DDC1'],
    ['E70F', 'B5F6E1FC485DBFF8'],
    ['37F495', 'F0B07C789B8CF7E8'],
    ['8642DC59', '7008F2E87E9CF556'],
    ['153FB79826', 'E6C08C6DA2AFA997'],
    ['AB427EA8D10FC7', 'E11847E4F0678C41'],
  ])('%s', (input, state) => {
    const seed = Buffer.from('004FB61A001BDBCC', 'hex').toString('latin1');
    const halves = Buffer.from(state, 'hex');
    const want = (halves.readUInt32BE(0) ^ halves.readUInt32BE(4)) >>> 0;
    expect(marvin32(Buffer.from(input, 'hex'), seed)).toBe(want);
  });
});

describe('number systems', () => {
  test('a number keeps its leading zeros', () => {
    expect(encodeNumber(61, BASE62, 3)).toBe('00z');
    expect(encodeNumber(35, BASE36, 1)).toBe('z');
    expect(encodeNumber(0, BASE62, 2)).toBe('00');
  });

  test('base32 of RFC 4648', () => {
    expect(Buffer.from(fromBase32('MZXW6YTBOI') ?? []).toString()).toBe('foobar');
    expect(Buffer.from(fromBase32('mzxw6ytboi') ?? []).toString()).toBe('foobar');
    expect(fromBase32('MZXW1')).toBeUndefined();
  });

  test('base58 of the Internet draft', () => {
    expect(Buffer.from(fromBase58('2NEpo7TZRRrLZSi2U') ?? []).toString()).toBe('Hello World!');
    expect([...(fromBase58('112') ?? [])]).toEqual([0, 0, 1]);
    expect(fromBase58('0')).toBeUndefined();
  });

  test('base62', () => {
    expect([...(fromBase62('10') ?? [])]).toEqual([62]);
    expect(fromBase62('-')).toBeUndefined();
  });
});

describe('bech32', () => {
  // Valid and invalid strings of BIP-173.
  test.each([
    ['A12UEL5L', true],
    ['a12uel5l', true],
    ['abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw', true],
    ['split1checkupstagehandshakeupstreamerranterredcaperred2y9e3w', true],
    ['?1ezyfcl', true],
    ['split1checkupstagehandshakeupstreamerranterredcaperred2y9e3x', false],
    ['pzry9x0s0muk', false],
    ['x1b4n0q5v', false],
    ['li1dgmt3', false],
    ['A1G7SGD8', false],
    ['A12uEL5L', false],
  ])('%s → %s', (text, want) => {
    expect(isBech32(text)).toBe(want);
  });
});

describe('DER', () => {
  test.each([
    { name: 'short length', hex: '020101', want: { tag: 2, start: 2, end: 3 } },
    { name: 'long length', hex: '30820102', want: { tag: 0x30, start: 4, end: 0x106 } },
    { name: 'indefinite length', hex: '3080', want: undefined },
    { name: 'cut head', hex: '3082', want: undefined },
    { name: 'nothing', hex: '', want: undefined },
  ])('$name', ({ hex, want }) => {
    expect(readDer(Buffer.from(hex, 'hex'), 0)).toEqual(want);
  });
});
