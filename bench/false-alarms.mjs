// npm run bench:false-alarms: blocks and warnings over released code, at the versions pinned in bench/unseen.json. It counts; whether
// a finding is wrong, somebody has to say who looks at it: --show.
//   --half untouched|earlier|working    those that no fix was made on (default), or others (unseen.mjs)
//   --before DIR                another build (a dist folder) to count in the same run
//   --releases N, --packages a,b    instead: the last N releases of the packages given, or of the list in bench/real-code.mjs
//   --show                      every block and warning, by place and rule
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { measureRealCode } from './real-code.mjs';
import { measureUnseen } from './unseen.mjs';

const { values: given } = parseArgs({
  options: {
    half: { type: 'string', default: 'untouched' },
    before: { type: 'string' },
    releases: { type: 'string' },
    packages: { type: 'string' },
    show: { type: 'boolean', default: false },
  },
});

/** A copy: the measuring takes minutes, in which somebody may build. */
const work = mkdtempSync(join(tmpdir(), 'secretguard-false-alarms-'));
try {
  cpSync(resolve(import.meta.dirname, '../dist'), join(work, 'dist'), { recursive: true });
  if (given.releases === undefined && given.packages === undefined) await pinned();
  else
    measureRealCode({
      cli: join(work, 'dist/cli.cjs'),
      work,
      packages: given.packages?.split(','),
      releases: Number(given.releases ?? '10'),
      show: given.show,
    });
} finally {
  rmSync(work, { recursive: true, force: true });
}

async function pinned() {
  const before = given.before === undefined ? [] : [{ title: 'before', dist: resolve(given.before) }];
  const builds = [...before, { title: 'now', dist: join(work, 'dist') }];
  await measureUnseen({ half: given.half, builds, show: given.show });
}
