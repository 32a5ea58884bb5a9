import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fail, ok, type Result } from '../../result.ts';

/** Lines of these packages that still run on a Node older than 22. */
const FOR_OLDER_NODE: Readonly<Record<string, string>> = {
  '@google-cloud/secret-manager': '@google-cloud/secret-manager@6',
  '@google-cloud/kms': '@google-cloud/kms@5',
  '@azure/keyvault-secrets': '@azure/keyvault-secrets@4.11',
  '@azure/keyvault-keys': '@azure/keyvault-keys@4.10.0',
  '@azure/identity': '@azure/identity@4.13.1',
};

/**
 * An official client, as the user's project has it installed: nobody carries the clients of managers that they do not use.
 *
 * @param cwd where to look from, upwards
 * @param probe a name that the module exports
 * @returns `not-installed`, with what to install
 */
export async function loadClient<T>(name: string, probe: keyof T & string, cwd: string): Promise<Result<T>> {
  for (const from of [join(cwd, 'package.json'), import.meta.url]) {
    try {
      const path = createRequire(from).resolve(name);
      const module: Record<string, unknown> = await import(pathToFileURL(path).href);
      const found = probe in module ? module : module['default'];
      return ok(found as T);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code !== 'MODULE_NOT_FOUND' && code !== 'ERR_MODULE_NOT_FOUND')
        return fail(
          'not-installed',
          `${name} is installed but does not start on Node ${process.versions.node}${hint(name)}`,
        );
    }
  }
  return fail('not-installed', `this needs ${name}, the official client: npm install -D ${wanted(name)}${hint(name)}`);
}

function isOld(): boolean {
  return Number(process.versions.node.split('.')[0]) < 22;
}

function wanted(name: string): string {
  return isOld() ? (FOR_OLDER_NODE[name] ?? name) : name;
}

function hint(name: string): string {
  return isOld() && name in FOR_OLDER_NODE ? ` (newer ones need Node 22; you have ${process.versions.node})` : '';
}
