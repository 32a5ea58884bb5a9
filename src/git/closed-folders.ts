import { type Failure, fail } from '../result.ts';
import { toGitPath } from './quoted-path.ts';

/** git keeps warning on stderr, which is kept up to about this many bytes. */
export const MOST_COMPLAINT = 1 << 16;

// git ends with 0 all the same (dir.c, open_cached_dir); LC_ALL=C keeps the words as they are here.
const OPENING = "warning: could not open directory '";
const WARNING = /^warning: could not open directory '([\s\S]*?)\/?': ([^\n]*)$/gm;

/**
 * The folders that `git ls-files -o` could not look into, as its warnings say.
 *
 * @param complaint what it printed on stderr, one character a byte
 * @param prefix what it stood in, below the top level; '' or ending in `/`: paths are given below it
 */
export function closedFolders(complaint: string, prefix = ''): readonly Failure[] {
  const failures: Failure[] = [];
  for (const [, raw = '', why = ''] of complaint.matchAll(WARNING)) {
    const below = `${raw}/`.startsWith(prefix) ? raw.slice(prefix.length) : raw;
    const { error } = fail('unreadable', `the folder could not be read (${why})`, toGitPath(below || '.').path);
    failures.push(error);
  }
  // a warning is cut off at 4,096 bytes (usage.c), and with it the end of a long name
  if (complaint.split(OPENING).length - 1 > failures.length) {
    const { error } = fail('unreadable', 'folders could not be read whose paths are longer than git can tell');
    failures.push(error);
  }
  if (complaint.length >= MOST_COMPLAINT) {
    const { error } = fail('unreadable', 'git named more folders that it could not read than are listed here');
    failures.push(error);
  }
  return failures;
}
