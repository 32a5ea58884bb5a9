// What is packed is for users: its package.json has none of the scripts and tools of this checkout. npm 11 warns whoever installs
// a tarball of a `prepare` in it. `prepack` puts that manifest in place, `postpack` gives the own one back.
import { copyFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FOR_THE_CHECKOUT = ['scripts', 'devDependencies', 'lint-staged'];

/**
 * @param folder the checkout
 * @throws where a killed pack left the packed manifest, and somebody edited it since
 */
export function putPackedManifest(folder = '.') {
  const [manifest, own] = paths(folder);
  if (existsSync(own)) {
    if (readFileSync(manifest, 'utf8') !== packedForm(own))
      throw new Error('package.json.own is left from a pack that was killed: put it back as package.json');
    putOwnManifest(folder);
  }
  copyFileSync(manifest, own);
  writeFileSync(manifest, packedForm(own));
}

function packedForm(file) {
  const entries = Object.entries(JSON.parse(readFileSync(file, 'utf8')));
  return `${JSON.stringify(Object.fromEntries(entries.filter(([key]) => !FOR_THE_CHECKOUT.includes(key))), null, 2)}\n`;
}

export function putOwnManifest(folder = '.') {
  const [manifest, own] = paths(folder);
  renameSync(own, manifest);
}

function paths(folder) {
  return [join(folder, 'package.json'), join(folder, 'package.json.own')];
}

if (process.argv[2] === '--packed') putPackedManifest();
if (process.argv[2] === '--own') putOwnManifest();
