import type { Result } from '../../result.ts';

/** Who can wrap a data key. */
export const WRAPPERS = ['aws', 'gcp', 'azure', 'vault', 'age'] as const;
export type WrapperKind = (typeof WRAPPERS)[number];

/** Something that encrypts a data key of 32 bytes for its keepers, and gives it back to them. */
export interface KeyWrap {
  readonly by: WrapperKind;
  /** The key's public name: an ARN, a resource name, a URL, an age recipient. */
  readonly key: string;
  /** @returns text without line breaks */
  wrap(dataKey: Uint8Array): Promise<Result<string>>;
  unwrap(wrapped: string): Promise<Result<Uint8Array>>;
  close(): void;
}
