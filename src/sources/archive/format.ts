import { isTarHead } from './tar.ts';

/**
 * Which archive the bytes begin like, by content and never by name. Java, Python, NuGet, Android and Office packages are zip files.
 */
export function archiveFormat(bytes: Uint8Array): 'zip' | 'gzip' | 'tar' | undefined {
  const [a, b, c, d, , e = 0] = bytes;
  // the sixth byte, a small number, is a character where a text begins with the same four
  if (a === 0x50 && b === 0x4b && e < 9 && ((c === 3 && d === 4) || (c === 5 && d === 6))) return 'zip';
  if (a === 0x1f && b === 0x8b && c === 8) return 'gzip';
  return isTarHead(bytes) ? 'tar' : undefined;
}
