// Compiles the kernels from AssemblyScript: node scripts/kernel.mjs writes them into files of TypeScript, with --check it says
// whether that is needed.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = resolve(import.meta.dirname, '..');
const FOLDER = resolve(ROOT, 'src/detect/kernel/assembly');
/**
 * Each folder of sources, the file in it that exports, where the compiled one goes, what it is called there, and from where on its
 * constants lie in memory: layout.ts leaves them room.
 */
const KERNELS = [
  {
    folder: 'src/detect/kernel/assembly',
    entry: 'kernel.ts',
    target: 'src/detect/kernel/wasm.gen.ts',
    name: 'KERNEL',
    constants: 0x8000,
  },
  {
    folder: 'src/git/assembly',
    entry: 'objects.ts',
    target: 'src/git/pack-kernel.gen.ts',
    name: 'PACK_KERNEL',
    constants: 0,
  },
];

const HEAD = '// Compiled by `npm run build` from the files in assembly/; do not edit. Sources: ';

/** What is written once for both twins: the sources, in TypeScript, of files of the kernel. */
const SHARED =
  'name link pair value secret score need facts plain code scheme hidden way judge claims kinds words chars place line common services'
    .split(' ')
    .map((part) => `generic/gate/${part}`)
    .concat('guard', 'lines-near', 'program');

/** AssemblyScript of TypeScript that has numbers, bytes and functions only. */
function shared(source) {
  const text = readFileSync(resolve(ROOT, `src/detect/${source}.ts`), 'utf8');
  const made = text
    .replace(/^\/\/.*/, `// AssemblyScript, made by \`npm run build\` from ../../${source}.ts; do not edit.`)
    .replaceAll(': number', ': i32')
    .replaceAll(': boolean', ': bool')
    .replaceAll(': Uint8Array', ': usize')
    .replace(/'\.\/(?:generic\/gate\/)?bytes\.ts'/, "'./bytes'")
    .replace(/'(?:\.\.?\/)+byte-runs\.ts'/, "'./runs'")
    .replace(/'\.\/([a-z]+)\.ts'/g, "'./gate-$1.gen'");
  writeFileSync(resolve(FOLDER, `${source.replace('generic/gate/', 'gate-')}.gen.ts`), made);
}

/** @returns {Promise<string>} the module that holds a compiled kernel */
async function compile({ folder, entry, name, constants }) {
  const { main } = await import('assemblyscript/asc');
  let binary;
  const { error, stderr } = await main(
    [`${folder}/${entry}`, '-o', 'kernel.wasm', '-O3', '--noAssert', '--runtime', 'stub'].concat(
      // vectors go from function to function of ours, not to the outside
      ['--enable', 'simd', '--disableWarning', '112', '--baseDir', ROOT, '--memoryBase', `${constants}`],
    ),
    { writeFile: (_, content) => (binary = content) },
  );
  if (error) throw new Error(`${folder} does not compile\n${stderr}`);
  const lines = Buffer.from(binary)
    .toString('base64')
    .match(/.{1,110}/g);
  return `${HEAD}${stamp(folder)}
export const ${name} =
${lines.map((line) => `  '${line}'`).join(' +\n')};
`;
}

/** Compiles those that are not what their sources give. */
export async function writeKernel() {
  SHARED.forEach(shared);
  for (const kernel of KERNELS)
    if (!read(kernel.target)?.startsWith(`${HEAD}${stamp(kernel.folder)}\n`))
      writeFileSync(resolve(ROOT, kernel.target), await compile(kernel));
}

/** Changes with the sources and the compiler. */
function stamp(folder) {
  const { version } = JSON.parse(readFileSync(resolve(ROOT, 'node_modules/assemblyscript/package.json'), 'utf8'));
  const hash = createHash('sha256').update(version);
  for (const file of readdirSync(resolve(ROOT, folder)).sort())
    hash.update(`${file}\0`).update(readFileSync(resolve(ROOT, folder, file)));
  return hash.digest('hex').slice(0, 16);
}

function read(target) {
  try {
    return readFileSync(resolve(ROOT, target), 'utf8');
  } catch {
    return undefined;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  SHARED.forEach(shared);
  if (!process.argv.includes('--check')) await writeKernel();
  else
    for (const kernel of KERNELS) {
      if ((await compile(kernel)) === read(kernel.target)) continue;
      console.error(`${kernel.target} is not what its sources give: npm run build`);
      process.exitCode = 1;
    }
}
