import { chmodSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll } from '@jest/globals';

/** Root reads everything, so what must not be readable is tried as one who does not; who is no root needs no other. */
export const OTHER = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

/** A folder that others may enter, with a copy of the build and a `gitconfig` that trusts every folder; there from `beforeAll` on. */
export function openBuild(): { readonly dir: string } {
  const open = { dir: '' };
  beforeAll(() => {
    open.dir = mkdtempSync(join(tmpdir(), 'secretguard-open-'));
    chmodSync(open.dir, 0o755);
    cpSync(resolve(import.meta.dirname, '../dist'), join(open.dir, 'dist'), { recursive: true });
    writeFileSync(join(open.dir, 'gitconfig'), '[safe]\n\tdirectory = *\n');
  });
  afterAll(() => rmSync(open.dir, { recursive: true, force: true }));
  return open;
}
