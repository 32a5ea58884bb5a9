import { fail } from '../result.ts';
import type { World } from './command.ts';
import type { ScanArgs, Scanned } from './scan.ts';
import type { ScanChoice } from './scan-options.ts';
export async function scanHistory(_given: ScanArgs, _choice: ScanChoice, _world: World): Promise<Scanned> {
  return fail('bad-arguments', 'x');
}
