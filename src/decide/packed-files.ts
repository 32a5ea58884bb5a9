import type { ViolationDraft } from './decide.ts';
import { envName } from './env-names.ts';

/** Names of files that hold keys and belong in no package, with what they are. */
const BLOCKED: readonly (readonly [name: RegExp, what: string])[] = [
  [/(?:^|\/)\.dev\.vars(?:\.[^/]*)?$/, 'variables of a developer'],
  [/(?:^|\/)\.(?:npmrc|yarnrc\.yml|pypirc|netrc|git-credentials|pgpass|my\.cnf)$|(?:^|\/)_netrc$/, 'a file of logins'],
  [/(?:^|\/)\.htpasswd$/, 'password hashes'],
  [/(?:^|\/)id_(?:rsa|dsa|ecdsa|ed25519)$|\.(?:ppk|p12|pfx|jks|keystore|kdbx)$/i, 'a private key or a store of keys'],
  [/\.tfstate(?:\.backup)?$|\.tfvars(?:\.json)?$/, 'state or variables of Terraform, which hold secrets as they are'],
  [/(?:^|\/)\.(?:aws\/credentials|docker\/config\.json|kube\/config)$|(?:^|\/)kubeconfig$/, 'logins of a command line'],
  [/(?:^|\/)[\w-]*service[-_]?account[\w-]*\.json$/i, 'the key of a service account'],
];
const WARNED: readonly (readonly [name: RegExp, what: string])[] = [
  [/\.(?:pem|key)$/i, 'perhaps a private key'],
  [/(?:^|\/)credentials\.json$/i, 'perhaps a file of logins'],
  [/\.(?:sqlite3?|db|dump|sql\.gz)$/i, 'perhaps a database'],
  [/(?:^|\/)\.secretguard(?:rc|allow|\/.*)/, 'a file of this tool, of no use to others'],
];

/**
 * Files that a package would publish and should not, by their names; what they hold is scanned besides.
 *
 * @param settled what the project's settings say of an env file, see `settledBy`
 */
export function packedViolations(
  paths: readonly string[],
  settled: (path: string) => 'block' | 'warn' | 'harmless' | undefined,
): ViolationDraft[] {
  return paths.flatMap((path) => {
    const env = envName(path);
    if (env !== undefined && env !== 'example' && settled(path) !== 'harmless')
      return [violation(path, 'block', 'an env file')];
    const blocked = BLOCKED.find(([name]) => name.test(path));
    if (blocked !== undefined) return [violation(path, 'block', blocked[1])];
    const warned = WARNED.find(([name]) => name.test(path));
    return warned === undefined ? [] : [violation(path, 'warn', warned[1])];
  });
}

function violation(path: string, verdict: 'block' | 'warn', what: string): ViolationDraft {
  return {
    kind: 'packed-file',
    verdict,
    path,
    detail: `npm would publish it: ${what}`,
    next: [
      'name what is to be published, and nothing else, in "files" of package.json',
      'if it was published before, revoke what it holds: a version of a package stays where it was fetched',
    ],
  };
}
