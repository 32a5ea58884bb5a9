// npm run bench:false-alarms: blocks and warnings over the added lines of releases and over whole trees. It counts; whether a
// finding is wrong, somebody has to say who looks at it: --show.
//   --releases N      releases of each package (default 10)
//   --packages a,b    packages to take instead of the list in bench/real-code.mjs; `go:` leads a Go module
//   --show            every block and warning, by place and rule
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { measureRealCode } from './real-code.mjs';

const { values: given } = parseArgs({
  options: {
    releases: { type: 'string', default: '10' },
    packages: { type: 'string' },
    show: { type: 'boolean' },
  },
});

/** A copy: the measuring takes minutes, in which somebody may build. */
const work = mkdtempSync(join(tmpdir(), 'secretguard-false-alarms-'));
try {
  cpSync(resolve(import.meta.dirname, '../dist'), join(work, 'dist'), { recursive: true });
  measureRealCode({
    cli: join(work, 'dist/cli.cjs'),
    work,
    packages: given.packages?.split(','),
    releases: Number(given.releases),
    show: given.show,
  });
} finally {
  rmSync(work, { recursive: true, force: true });
}
