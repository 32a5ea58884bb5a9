import { posix } from 'node:path';
import { runGit } from '../../git/run-git.ts';
import type { Move } from '../../lifecycle/fix/model.ts';
import { makeNamer, type Namer } from '../../lifecycle/fix/namer.ts';
import type { Framework, ProjectFacts, Tree } from '../../lifecycle/fix/project-facts.ts';
import { usedNames } from '../../lifecycle/fix/used-names.ts';
import { parseEnv } from '../../sources/env-file.ts';
import { fromBinary } from '../../unicode.ts';
import { exists, readState } from '../changes/files.ts';
import { inTree } from './find.ts';

/** An env file that takes values up, and its example, which takes their names. */
export interface EnvFix {
  readonly path: string;
  readonly moves: readonly Move[];
  /** Whether the framework that reads it puts variables in the place of `$NAME`. */
  readonly expands: boolean;
  /** What it holds now, one character a byte; undefined: it is not there. */
  readonly before: string | undefined;
  readonly example: string;
  readonly exampleBefore: string | undefined;
  readonly names: readonly string[];
}

/** Where the values of a folder's files go. */
export interface Home {
  readonly path: string;
  readonly folder: string;
  readonly before: string | undefined;
  readonly namer: Namer;
  readonly expands: boolean;
}

/** Frameworks that read `.env.local` before `.env`. */
const READS_LOCAL: ReadonlySet<Framework> = new Set(['next', 'vite', 'sveltekit', 'astro', 'cra', 'expo']);
const EXPANDS: ReadonlySet<Framework> = new Set([...READS_LOCAL, 'nuxt', 'gatsby']);
const EXAMPLES = ['.env.example', '.env.sample', '.env.template'];

/** Finds the env file for each source file; each is read once. */
export class Homes {
  readonly #homes = new Map<string, Home>();
  readonly #tree: Tree;
  readonly #env: NodeJS.ProcessEnv;

  constructor(tree: Tree, env: NodeJS.ProcessEnv) {
    this.#tree = tree;
    this.#env = env;
  }

  /** The env file that the project uses for this file; why not, where it cannot be read. */
  async of(path: string, facts: ProjectFacts): Promise<Home | string> {
    const folder = /(?:^|\/)(?:docker-)?compose[\w.-]*\.ya?ml$/.test(path)
      ? folderOf(path)
      : await this.#folder(path, facts);
    const name = /compose[\w.-]*\.ya?ml$/.test(path) ? '.env' : await this.#name(folder, facts);
    const file = folder + name;
    const known = this.#homes.get(file);
    if (known !== undefined) return known;
    const state = await readState(this.#tree.top, file);
    if (!state.ok) return state.error.message;
    const text = fromBinary(state.value?.text ?? '');
    const used = usedNames(this.#tree);
    const namer = makeNamer(parseEnv(text), used);
    const home = { path: file, folder, before: state.value?.text, namer, expands: EXPANDS.has(facts.framework) };
    this.#homes.set(file, home);
    return home;
  }

  /** What is to be written, of what code will read. @param isWanted whether a file that is fixed reads the name */
  async fixes(isWanted: (home: Home, name: string) => boolean): Promise<EnvFix[]> {
    const fixes: EnvFix[] = [];
    for (const home of this.#homes.values()) {
      const moves = home.namer.pending.filter(({ name }) => isWanted(home, name));
      if (moves.length === 0) continue;
      const there = await Promise.all(EXAMPLES.map((name) => exists(inTree(this.#tree.top, home.folder + name))));
      const example = home.folder + (EXAMPLES[there.indexOf(true)] ?? '.env.example');
      const state = await readState(this.#tree.top, example);
      const exampleBefore = state.ok ? state.value?.text : '';
      const listed = new Set(parseEnv(exampleBefore ?? '').map(({ name }) => name));
      const names = moves.map(({ name }) => name).filter((name) => !listed.has(name));
      fixes.push({ path: home.path, before: home.before, moves, expands: home.expands, example, exampleBefore, names });
    }
    return fixes;
  }

  /** The nearest folder upwards that has an env file; else that of the package, where its framework looks there. */
  async #folder(path: string, { folder: own, framework, deps }: ProjectFacts): Promise<string> {
    const looksHere = framework !== 'node' || deps.has('dotenv');
    for (let folder = folderOf(path); ; folder = folderOf(folder.slice(0, -1))) {
      if (folder === '' || (looksHere && folder === own)) return folder;
      if ((await this.#has(`${folder}.env`)) || (await this.#has(`${folder}.env.local`))) return folder;
    }
  }

  async #name(folder: string, { framework }: ProjectFacts): Promise<string> {
    const [hasEnv, hasLocal] = [await this.#has(`${folder}.env`), await this.#has(`${folder}.env.local`)];
    if (hasLocal && (READS_LOCAL.has(framework) || !hasEnv)) return '.env.local';
    if (!READS_LOCAL.has(framework)) return '.env';
    return hasEnv && !this.#isTracked(`${folder}.env`) ? '.env' : '.env.local';
  }

  #has(path: string): Promise<boolean> {
    return exists(inTree(this.#tree.top, path));
  }

  #isTracked(path: string): boolean {
    const listed = runGit(['--literal-pathspecs', 'ls-files', '-z', '--', path], {
      cwd: this.#tree.top,
      env: this.#env,
    });
    return !listed.ok || listed.value.stdout.length > 0;
  }
}

/** '' or `a/b/`. */
function folderOf(path: string): string {
  const folder = posix.dirname(path);
  return folder === '.' ? '' : `${folder}/`;
}
