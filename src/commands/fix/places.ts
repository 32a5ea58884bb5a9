import { closedFolders } from '../../git/closed-folders.ts';
import { readingEnv, runGit } from '../../git/run-git.ts';
import { clientVia, IS_PAGE, type Reach } from '../../lifecycle/fix/client-reach.ts';
import { bytesOf, type CodePlace, isCode } from '../../lifecycle/fix/code-fix.ts';
import { type EnvSchema, findSchema } from '../../lifecycle/fix/env-schema.ts';
import type { JsParser } from '../../lifecycle/fix/js/parse.ts';
import type { Replacement } from '../../lifecycle/fix/model.ts';
import { isNextPage } from '../../lifecycle/fix/next-page.ts';
import { declareNuxt } from '../../lifecycle/fix/nuxt-config.ts';
import { factsOf, type ProjectFacts, type Tree, textOf } from '../../lifecycle/fix/project-facts.ts';
import type { Way } from '../../lifecycle/fix/way.ts';
import { clientReason, looksLikeClient, publicWayOf, wayOf } from '../../lifecycle/fix/ways.ts';
import { type Failure, ok, type Result } from '../../result.ts';
import { fromBinary } from '../../unicode.ts';

/** Where a file stands, and what else has to know the variables that it will read. */
export interface FixPlace extends CodePlace {
  readonly facts: ProjectFacts;
  /** File that declares variables (a schema, Nuxt's config); undefined: none does. */
  readonly declaredIn: string | undefined;
}

/** Answers what the project says of its files; asks each package once. */
export interface Places {
  readonly tree: Tree;
  /** Folders that git could not list: what is in them is not known. */
  readonly unread: readonly Failure[];
  of(path: string, text: string): FixPlace;
  /** What `file` needs so that it knows `names`; undefined where it cannot be edited. Offsets in bytes. */
  declaration(file: string, text: string, names: readonly string[]): readonly Replacement[] | undefined;
}

/** @param parser why there is none, in words, where it cannot be loaded */
export function placesOf(top: string, env: NodeJS.ProcessEnv, parser: JsParser | string): Result<Places> {
  const args = ['-c', 'core.fsmonitor=false', 'ls-files', '-z', '-co', '--exclude-standard', '--deduplicate'];
  const listed = runGit(args, { cwd: top, env: readingEnv(env) });
  if (!listed.ok) return listed;
  const tree = { top, files: new Set(listed.value.stdout.toString('utf8').split('\0').filter(Boolean)) };
  const reaches = new Map<string, Reach>();
  const schemas = new Map<string, EnvSchema | undefined>();
  const schemaOf = (facts: ProjectFacts) => {
    if (!schemas.has(facts.folder) && typeof parser !== 'string')
      schemas.set(facts.folder, findSchema(facts, tree, parser));
    return schemas.get(facts.folder);
  };
  return ok({
    tree,
    unread: closedFolders(listed.value.stderr.toString('latin1')),
    of(path, text) {
      const facts = factsOf(path, tree);
      const schema = isCode(path) ? schemaOf(facts) : undefined;
      const own = schema === undefined || schema.path === path ? undefined : schema.wayFrom(path, text);
      const inPackage = path.slice(facts.folder.length);
      const way = wayOf(inPackage, text, facts, own);
      const via = isCode(path) ? (clientVia(path, tree, reaches) ?? looksLikeClient(path, text, facts)) : undefined;
      const client = via === undefined ? undefined : clientReason(via, facts.framework);
      const declaredIn =
        nuxtConfigFor(facts, tree, way, client) ?? (own !== undefined && way === own ? schema?.path : undefined);
      const isPage = facts.framework === 'next' && via === IS_PAGE && isNextPage(inPackage);
      return { facts, way, client, isPage, publicWay: publicWayOf(facts.framework), parser, declaredIn };
    },
    declaration(file, text, names) {
      if (typeof parser === 'string') return undefined;
      const code = fromBinary(text);
      const schema = [...schemas.values()].find((known) => known?.path === file);
      const wanted = schema === undefined ? declareNuxt(code, names, parser) : schema.declare(names);
      return wanted === undefined ? undefined : bytesOf(code, wanted);
    },
  });
}

/** Nuxt's config, where the variables of a file are read through it. */
function nuxtConfigFor(
  { framework, folder }: ProjectFacts,
  tree: Tree,
  way: Way,
  client: string | undefined,
): string | undefined {
  if (framework !== 'nuxt' || (client === undefined && way.prefix !== 'NUXT_')) return undefined;
  const ends = ['ts', 'js', 'mts', 'mjs'];
  return (
    ends.map((end) => `${folder}nuxt.config.${end}`).find((path) => textOf(tree, path) !== undefined) ??
    `${folder}nuxt.config.ts`
  );
}
