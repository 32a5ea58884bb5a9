import type { Result } from '../../result.ts';
import type { Secret } from '../../secret.ts';
import { replacePrivately } from '../rotation/private-folder.ts';
import type { Envelope } from './envelope.ts';

/** Where the encrypted twin of an env file stands: beside it. */
export function sealedTarget(file: string): string {
  return `${file}.encrypted`;
}

/** Pretty, so that a change of keepers can be reviewed; replaced in one step. `folder`: where a draft may lie. */
export function writeSealed(folder: string, target: string, envelope: Envelope): Result<undefined> {
  return replacePrivately(folder, target, Buffer.from(`${JSON.stringify(envelope, null, 2)}\n`));
}

/** For its owner only; `folder`: where a draft may lie, which git never adds. */
export function writeOpened(folder: string, file: string, content: Secret): Result<undefined> {
  return replacePrivately(folder, file, Buffer.from(content.reveal(), 'utf8'));
}
