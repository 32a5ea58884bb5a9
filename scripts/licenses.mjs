// Licences of the packages that esbuild put into the bundle: dist/THIRD-PARTY-LICENSES.txt, from its own account of what it read.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A list that is no package. */
const WORDS = `EFF's long wordlist for passphrases, Joseph Bonneau, Electronic Frontier Foundation, CC BY 3.0 US, https://www.eff.org/dice

The words are used without their dice numbers. https://creativecommons.org/licenses/by/3.0/us/
`;

/** @param metafiles what esbuild says of each build */
export function writeLicenses(metafiles, out) {
  const folders = new Set();
  for (const { inputs } of metafiles) {
    for (const input of Object.keys(inputs)) {
      const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(input)?.[0];
      if (folder !== undefined && inputs[input].bytes > 0) folders.add(folder);
    }
  }
  const data = metafiles.some(({ inputs }) => inputs['config/words.ts'] !== undefined) ? [WORDS] : [];
  const packages = [...folders].map(describe).sort((a, b) => (a.name < b.name ? -1 : 1));
  const head = `secretguard contains parts of the following packages, each under its own licence.\n`;
  writeFileSync(out, [head, ...packages.map(({ text }) => text), ...data].join(`\n${'-'.repeat(80)}\n\n`));
  return packages.length;
}

function describe(folder) {
  const { name, version, license, homepage } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e(?:\.\w+)?$/i.test(entry));
  if (license === undefined && file === undefined) throw new Error(`${name} says nothing about its licence`);
  const terms = file !== undefined && existsSync(join(folder, file)) ? readFileSync(join(folder, file), 'utf8') : '';
  const about = `${name} ${version}, ${license}${homepage === undefined ? '' : `, ${homepage}`}\n`;
  return { name, text: `${about}\n${terms.trim()}\n` };
}
