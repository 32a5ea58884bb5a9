import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ok, type Result } from '../../result.ts';
import { addFacts, type Fact, factLine } from '../../rotation.ts';
import { LEDGER_FILE } from '../../rotation-key.ts';
import { replace } from '../changes/files.ts';
import { ledgerText } from './project.ts';

const ATTRIBUTES = '.gitattributes';
/** Both sides of a merge are kept, each line once; the order of lines means nothing. */
const UNION = `${LEDGER_FILE} merge=union`;

/** What writing facts would change, as lines of a diff; empty where all of them stand there already. */
export function showFacts(top: string, facts: readonly Fact[]): Result<readonly string[]> {
  const text = ledgerText(top);
  if (!text.ok) return text;
  const before = new Set(text.value.split(/\r?\n/));
  const added = facts.map(factLine).filter((line) => !before.has(line));
  const union = added.length > 0 && text.value === '' ? attributesWith(top) : undefined;
  return ok([
    ...(added.length === 0 ? [] : [`+++ ${LEDGER_FILE}`, ...added.map((line) => `+${line}`)]),
    ...(union === undefined ? [] : [`+++ ${ATTRIBUTES}`, `+${UNION}`]),
  ]);
}

/**
 * Writes facts to the ledger as it is now, in one step; a new one also gets its line in .gitattributes.
 *
 * @returns `write-failed`; nothing was written then
 */
export async function writeFacts(top: string, facts: readonly Fact[]): Promise<Result<undefined>> {
  const text = ledgerText(top);
  if (!text.ok) return text;
  const next = addFacts(text.value, facts);
  if (next === text.value) return ok(undefined);
  try {
    await replace(join(top, LEDGER_FILE), Buffer.from(next));
    const attributes = text.value === '' ? attributesWith(top) : undefined;
    if (attributes !== undefined) await replace(join(top, ATTRIBUTES), Buffer.from(attributes, 'latin1'));
    return ok(undefined);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
    return fail('write-failed', `${LEDGER_FILE} could not be written (${code})`, LEDGER_FILE);
  }
}

/** The text with our line at its end; undefined where it is there, or the file is no text of ours to change. */
function attributesWith(top: string): string | undefined {
  let text = '';
  try {
    text = readFileSync(join(top, ATTRIBUTES), 'latin1');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') return undefined;
  }
  if (text.includes(LEDGER_FILE)) return undefined;
  return `${text}${text === '' || text.endsWith('\n') ? '' : '\n'}${UNION}\n`;
}
