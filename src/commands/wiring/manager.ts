/** A package manager, as far as it matters for hooks: what it runs after an install, and where it puts packages. */
export type Manager = 'npm' | 'pnpm' | 'yarn' | 'yarn-berry' | 'bun';

const LOCKFILES: readonly (readonly [string, Manager])[] = [
  ['pnpm-lock.yaml', 'pnpm'],
  ['pnpm-workspace.yaml', 'pnpm'],
  ['bun.lock', 'bun'],
  ['bun.lockb', 'bun'],
  ['package-lock.json', 'npm'],
  ['npm-shrinkwrap.json', 'npm'],
];

/** Names whose presence tells managers apart; `managerOf` wants to know which of them are there. */
export const MANAGER_FILES: readonly string[] = [
  ...LOCKFILES.map(([name]) => name),
  'yarn.lock',
  '.yarnrc.yml',
  '.pnp.cjs',
];

/**
 * The manager of a project: what its `packageManager` field says, else what its lock files tell, else npm.
 *
 * @param field the field, '' without one
 * @param present which of `MANAGER_FILES` are there
 */
export function managerOf(field: string, present: ReadonlySet<string>): Manager {
  const named = /^(npm|pnpm|yarn|bun)@(\d+)/.exec(field);
  if (named?.[1] === 'yarn') return named[2] === '1' ? 'yarn' : 'yarn-berry';
  if (named !== null) return named[1] as Manager;
  if (present.has('.yarnrc.yml') || present.has('.pnp.cjs')) return 'yarn-berry';
  if (present.has('yarn.lock')) return 'yarn';
  return LOCKFILES.find(([name]) => present.has(name))?.[1] ?? 'npm';
}

/** What a colleague types; `home` is the folder of the package below the top level, '' for the top level itself. */
export function installCommand(manager: Manager, home: string): string {
  const command = `${manager === 'yarn-berry' ? 'yarn' : manager} install`;
  return home === '' ? command : `cd ${home} && ${command}`;
}

export function addCommand(manager: Manager): string {
  if (manager === 'npm') return 'npm install -D secretguard';
  return `${manager === 'yarn-berry' ? 'yarn' : manager} add -D secretguard`;
}

/** How the command line is reached in this project. */
export function runCommand(manager: Manager): string {
  if (manager === 'npm') return 'npx secretguard';
  if (manager === 'bun') return 'bunx secretguard';
  return manager === 'pnpm' ? 'pnpm exec secretguard' : 'yarn secretguard';
}

/** Root script that runs after a colleague's install: Yarn 2 and newer never run `prepare`. */
export function armScript(manager: Manager): 'prepare' | 'postinstall' {
  return manager === 'yarn-berry' ? 'postinstall' : 'prepare';
}
