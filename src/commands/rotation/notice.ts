import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { rotationNotice } from '../../report/rotation.ts';
import { counted, onOneLine } from '../../report/text.ts';
import { isSameState, type RotationStamp, stampText } from '../check/rotation-stamp.ts';
import type { World } from '../command.ts';
import { openProject } from './project.ts';
import { survey } from './survey.ts';

/** Slow hashes that a commit may wait for, some 0.12 s of processor time each. */
const HOOK_LIMIT = 4;

/**
 * What a commit should say of the rotation: '' where all is well. What is due is said once a day, new values only when an env
 * file or the ledger changed: a developer's own keys need not be recorded.
 */
export async function rotationNote(stamp: RotationStamp, world: Pick<World, 'cwd' | 'env' | 'now'>): Promise<string> {
  const project = await openProject(undefined, world);
  if (!project.ok) return `secretguard: rotation: not checked: ${onOneLine(project.error.message)}\n`;
  const seen = await survey(project.value, HOOK_LIMIT);
  if (!seen.ok) return `secretguard: rotation: not checked: ${onOneLine(seen.error.message)}\n`;
  const { report, unhashed } = seen.value;
  const isNew = !isSameState(stamp);
  if (unhashed === 0) keep(stamp, project.value.now);
  const notice = rotationNotice(isNew ? report : { ...report, fresh: [] });
  const more = unhashed === 0 ? '' : `new      ${counted(unhashed, 'value')} more: npx secretguard rotate status\n`;
  return notice + more === '' ? '' : `secretguard: rotation:\n${notice}${more}`;
}

function keep({ file, state }: RotationStamp, now: Date): void {
  const draft = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(draft, stampText(state, now), { mode: 0o600 });
    renameSync(draft, file);
  } catch {
    // told once more with the next commit
  }
}
