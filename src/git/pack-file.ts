import { closeSync, fstatSync, openSync } from 'node:fs';
import type { PackEngine } from './pack-engine.ts';
import { readPackIndex } from './pack-index.ts';

/** A pack that an engine reads. */
export interface OpenPack {
  readonly file: number;
  readonly number: number;
}

/**
 * Opens a pack with its index.
 *
 * @param name path without `.pack` and `.idx`
 * @param width bytes of an object id
 * @returns undefined where its index cannot be used
 */
export function openPack(name: string, width: number, engine: PackEngine): OpenPack | undefined {
  const index = readPackIndex(`${name}.idx`, width);
  if (index === undefined) return undefined;
  const file = openSync(`${name}.pack`, 'r');
  return { file, number: engine.open(file, fstatSync(file).size, index, width) };
}

export function closePack({ file, number }: OpenPack, engine: PackEngine): void {
  engine.close(number);
  closeSync(file);
}
