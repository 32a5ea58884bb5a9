// AssemblyScript. Whether a run of letters of base64 holds readable text: the twin of `readable.ts` in ../../decode.

/** `H4sI` and `UEsD`, as four bytes in memory. */
const GZIP: u32 = 0x49733448;
const ZIP: u32 = 0x44734555;
const NONE: u32 = 64;
/** Where the first letter of a group may stand: at the beginning, or behind a part that is no text. */
const STARTS: u32 = 0xf01;

/** Whether 24 letters, of which the first is at `start`, begin a run that is packed, hexadecimal or base64 of readable text. */
export function holdsText(start: usize): bool {
  if (sextetOf(load<u8>(start - 1)) !== NONE) return false; // it began before what was looked at
  const first = load<u32>(start);
  if (first === GZIP || (first === ZIP && load<u8>(start, 4) === 66)) return true;
  if (isHex((first & 0xffff) === 0x7830 ? start + 2 : start)) return true;
  const low = lowSextets(start) | (lowSextets(start + 16) << 16);
  for (let rest = low & (low >>> 4) & (low >>> 8) & (low >>> 12) & STARTS; rest !== 0; rest &= rest - 1)
    if (isBase64(start + ctz(rest))) return true;
  return false;
}

/** One bit for each of the sixteen bytes at `at` that stands for a number below 32: a byte below 128 begins with it. */
function lowSextets(at: usize): u32 {
  const v = v128.load(at);
  const capital = i8x16.lt_u(i8x16.sub(v, i8x16.splat(65)), i8x16.splat(26));
  return i8x16.bitmask(v128.or(capital, i8x16.lt_u(i8x16.sub(v, i8x16.splat(97)), i8x16.splat(6))));
}

/** 32 hexadecimal digits at `at`, of readable text. */
function isHex(at: usize): bool {
  let odd: u32 = 0;
  for (let k: usize = 0; k < 32; k += 2) {
    const high = digitOf(load<u8>(at + k));
    const low = digitOf(load<u8>(at + k, 1));
    if ((high | low) > 15) return false;
    if (isOdd((high << 4) | low) && ++odd > 1) return false;
  }
  return true;
}

/** 16 letters of base64 at `at`, of readable text: twelve bytes. */
function isBase64(at: usize): bool {
  let odd: u32 = 0;
  for (let k: usize = 0; k < 16; k += 4) {
    let bits: u32 = 0;
    for (let i: usize = 0; i < 4; i++) {
      const sextet = sextetOf(load<u8>(at + k + i));
      if (sextet === NONE) return false;
      bits = (bits << 6) | sextet;
    }
    odd += <u32>isOdd(bits >> 16) + <u32>isOdd((bits >> 8) & 0xff) + <u32>isOdd(bits & 0xff);
    if (odd > 1) return false;
  }
  return true;
}

/** No ASCII that people type. */
function isOdd(byte: u32): bool {
  return (byte < 0x20 || byte > 0x7e) && byte !== 10 && byte !== 13 && byte !== 9;
}

function digitOf(c: u32): u32 {
  if (c - 48 < 10) return c - 48;
  const letter = (c | 32) - 97;
  return letter < 6 ? letter + 10 : NONE;
}

/** What a letter of base64 or base64url stands for; `NONE` of all else. */
function sextetOf(c: u32): u32 {
  if (c - 65 < 26) return c - 65;
  if (c - 97 < 26) return c - 71;
  if (c - 48 < 10) return c + 4;
  if (c === 43 || c === 45) return 62;
  return c === 47 || c === 95 ? 63 : NONE;
}
