import type { CheckInput, CheckOutcome } from '../check.ts';

/** First digits of the keys that Hardhat, Anvil and `ganache -d` give to everybody. */
const DEVELOPMENT = [
  'ac0974bec3',
  '59c6995e99',
  '5de4111afa',
  '7c85211829',
  '47e179ec19',
  '8b3a350cf5',
  '92db14e403',
  '4bbbf85ce3',
  'dbda1821b8',
  '2a871d0798',
  '4f3edf983a',
  '6cbed15c79',
  '6370fd033f',
  '646f1ce2fd',
  'add53f9a7e',
  '395df67f0c',
  'e485d09850',
  'a453611d94',
  '829e924fdf',
  'b0057716d5',
];

/** 32 bytes under the name of a private key. */
export function evmKey({ value }: CheckInput): CheckOutcome {
  const digits = value.toLowerCase().replace(/^0x/, '');
  if (DEVELOPMENT.some((start) => digits.startsWith(start))) {
    return { severity: 'note', confidence: 'low', why: "it is an account of everybody's local test chain" };
  }
  const bare = digits.replace(/[a-f]/g, '');
  if (/1234567890123/.test(bare) || /^0{24}|^(.{1,8})\1+$|0123456789abcdef/.test(digits) || new Set(digits).size < 10) {
    return { severity: 'note', confidence: 'low', why: 'though it is no random number' };
  }
  return {};
}
