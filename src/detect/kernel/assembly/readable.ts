// AssemblyScript. Whether a run of letters of base64 holds readable text: the twin of `readable.ts` in ../../decode.

/** `H4sI` and `UEsD`, as four bytes in memory. */
const GZIP: u32 = 0x49733448;
const ZIP: u32 = 0x44734555;
const NONE: u32 = 64;

/** Whether 24 letters, of which the first is at `start`, begin a run that is packed, hexadecimal or base64 of readable text. */
export function holdsText(start: usize): bool {
  if (sextetOf(load<u8>(start - 1)) !== NONE) return false; // it began before what was looked at
  const first = load<u32>(start);
  if (first === GZIP || (first === ZIP && load<u8>(start, 4) === 66)) return true;
  if (isHex((first & 0xffff) === 0x7830 ? start + 2 : start)) return true;
  if (isBase64(start)) return true;
  for (let skip: usize = 8; skip < 12; skip++) if (isBase64(start + skip)) return true;
  return false;
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

/** 16 letters of base64 at `at`, of readable text: twelve bytes, the first of each three below 128. */
function isBase64(at: usize): bool {
  let odd: u32 = 0;
  for (let k: usize = 0; k < 16; k += 4) if (sextetOf(load<u8>(at + k)) > 31) return false;
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
