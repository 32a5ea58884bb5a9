// What is packed is for users: its package.json has none of the scripts and tools of this checkout. npm 11 warns whoever installs
// a tarball of a `prepare` in it. `prepack` puts that manifest in place, `postpack` gives the own one back.
import { copyFileSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FOR_THE_CHECKOUT = ['scripts', 'devDependencies', 'lint-staged'];

/** @param folder the checkout */
export function putPackedManifest(folder = '.') {
  const [manifest, own] = paths(folder);
  copyFileSync(manifest, own);
  const packed = Object.entries(JSON.parse(readFileSync(own, 'utf8'))).filter(
    ([key]) => !FOR_THE_CHECKOUT.includes(key),
  );
  writeFileSync(manifest, `${JSON.stringify(Object.fromEntries(packed), null, 2)}\n`);
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
