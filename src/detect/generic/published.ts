import { PUBLISHED } from '../../../config/generic/published.ts';

let published: ReadonlySet<number> | undefined;

/** Whether `value` is an example that a standard or a vendor's documentation prints. */
export function isPublished(value: string): boolean {
  published ??= new Set(PUBLISHED);
  return published.has(hashOf(value));
}

/** FNV-1a, 32 bits. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
