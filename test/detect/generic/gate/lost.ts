import { builtInCatalogue } from '../../../../config/catalogue.ts';
import { detect } from '../../../../src/detect/detect.ts';
import { kernelScanner, plainScanner } from '../../../../src/detect/kernel/scanner.ts';
import { findKeywords } from '../../../../src/detect/prefilter.ts';

export const catalogue = builtInCatalogue();
export const plain = plainScanner(catalogue);
const kernel = kernelScanner(catalogue, 1024)!;
export const latin1 = (text: string) => Buffer.from(text, 'latin1');

/** What is found without the gate and not with it, and where the twins disagree. */
export function lostIn(text: string, path: string): string[] {
  const bytes = latin1(text);
  const [ours, twins] = [kernel(bytes, true, path), plain(bytes, true, path)];
  const tell = (hits: typeof ours.hits) =>
    detect({ path, bytes }, catalogue, { hits }).map((f) => `${f.rule} ${f.severity} ${f.line}:${f.column}`);
  const lost = tell(findKeywords(bytes, catalogue.tables)).filter((found) => !tell(ours.hits).includes(found));
  if (JSON.stringify(ours.hits) !== JSON.stringify(twins.hits)) lost.push('kernel and twin disagree');
  return lost.map((what) => `${path}: ${what}: ${JSON.stringify(text).slice(0, 200)}`);
}
