/** What the name of an env file says: a secret one blocks, a shared one is a warning, an example is neither. */
export type EnvName = 'secret' | 'shared' | 'example';

/** Segments that name a file without real values. */
const EXAMPLES = new Set([
  'example',
  'examples',
  'sample',
  'samples',
  'template',
  'templates',
  'tmpl',
  'tpl',
  'dist',
  'schema',
  'defaults',
  'vault',
  'encrypted', // secretguard env encrypt
]);

/**
 * Judges a file by its name, whatever it holds.
 *
 * @param path `/`-separated
 * @returns undefined for what is no env file.
 */
export function envName(path: string): EnvName | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (name !== '.env' && !name.startsWith('.env.')) return undefined;
  const segments = name.split('.').slice(2);
  if (segments.some((s) => EXAMPLES.has(s.toLowerCase()))) return 'example';
  if (segments.length === 0 || name === '.env.keys' || name === '.env.production') return 'secret';
  return segments[segments.length - 1] === 'local' ? 'secret' : 'shared';
}
