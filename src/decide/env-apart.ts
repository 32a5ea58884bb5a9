import { isPublicName, secretClassOf, serverName } from '../variables.ts';
import type { ViolationDraft } from './decide.ts';
import { type EnvRole, envRole } from './environments.ts';

/** One assignment of an env file. Its value is compared in memory and goes nowhere. */
export interface EnvVariable {
  readonly file: string;
  readonly name: string;
  readonly value: string;
  readonly isSecret: boolean;
  readonly mode?: 'test' | 'live';
  readonly weak?: string;
}

interface Placed extends EnvVariable {
  readonly role: EnvRole;
  /** Folder of the file: '' or ending in `/`. */
  readonly folder: string;
}

/** What is wrong with how env files keep environments apart. Files and variables are named, values never. */
export function envApart(variables: readonly EnvVariable[]): ViolationDraft[] {
  const placed = variables.flatMap((variable) => {
    const role = envRole(variable.file);
    if (role === undefined || variable.value === '') return [];
    return { ...variable, role, folder: variable.file.slice(0, variable.file.lastIndexOf('/') + 1) };
  });
  const own = placed.filter(({ role }) => role !== 'example');
  return [...shared(own), ...mixed(own), ...likeExample(own, placed), ...weak(own), ...twice(own), ...publicOnes(own)];
}

/** The same secret in two environments: whoever has the weaker one has the other. */
function shared(own: readonly Placed[]): ViolationDraft[] {
  const drafts: ViolationDraft[] = [];
  for (const group of byValue(own.filter((v) => v.isSecret && v.role !== 'unknown'))) {
    const roles = [...new Set(group.map((v) => v.role))];
    if (roles.length < 2) continue;
    const worst = group.find((v) => v.role === 'production') ?? group[0]!;
    const others = group.filter((v) => v.role !== worst.role);
    drafts.push({
      kind: 'env-shared',
      verdict: worst.role === 'production' ? 'block' : 'warn',
      path: worst.file,
      subject: subjectOf([worst, ...others]),
      detail: `${worst.name} has the same value in ${worst.role} as ${listed(others)}`,
      next: [`make a key of its own for ${worst.role}, and put the shared one out of use`],
    });
  }
  return drafts;
}

function mixed(own: readonly Placed[]): ViolationDraft[] {
  return own.flatMap((variable): ViolationDraft[] => {
    const { file, name, mode, role } = variable;
    if (mode === 'test' && role === 'production')
      return [
        {
          kind: 'env-mixed',
          verdict: 'warn',
          path: file,
          subject: name,
          detail: `${name} is a test key, in production`,
          next: ['put the live key there, or take the line out'],
        },
      ];
    if (mode === 'live' && (role === 'development' || role === 'test'))
      return [
        {
          kind: 'env-mixed',
          verdict: 'block',
          path: file,
          subject: name,
          detail: `${name} is a live key, in ${role}`,
          next: [`put a test key there; the live one belongs on the servers of production only`],
        },
      ];
    return [];
  });
}

/** A value that the example gives everybody. */
function likeExample(own: readonly Placed[], all: readonly Placed[]): ViolationDraft[] {
  const examples = all.filter((v) => v.role === 'example');
  return own.flatMap((variable): ViolationDraft[] => {
    if (secretClassOf(variable.name) === undefined && !variable.isSecret && variable.weak === undefined) return [];
    const same = examples.find(
      (e) => e.value === variable.value && e.name === variable.name && variable.folder.startsWith(e.folder),
    );
    if (same === undefined) return [];
    return [
      {
        kind: 'env-example',
        verdict: variable.role === 'production' ? 'block' : 'warn',
        path: variable.file,
        subject: variable.name,
        detail: `${variable.name} has the value that ${same.file} shows to everybody`,
        next: [`give it a value of its own; leave it empty in ${same.file}`],
      },
    ];
  });
}

function weak(own: readonly Placed[]): ViolationDraft[] {
  return own.flatMap(({ file, name, weak: why, role }): ViolationDraft[] => {
    if (why === undefined) return [];
    const verdict = role === 'production' ? 'block' : role === 'staging' ? 'warn' : 'note';
    return [
      {
        kind: 'env-weak',
        verdict,
        path: file,
        subject: name,
        detail: `${name} is weak: ${why}`,
        next: verdict === 'note' ? [] : ['make a strong one: npx secretguard generate'],
      },
    ];
  });
}

/** Names under which hosts give one and the same database; nobody could tell them apart. */
const ADDRESS = /(?:URL|URI|DSN|HOST|DATABASE|POSTGRES|PG|MYSQL|MONGO|REDIS|KV)/;

/** One value under two names of one file: turning one off turns off both, and nobody remembers that. */
function twice(own: readonly Placed[]): ViolationDraft[] {
  const drafts: ViolationDraft[] = [];
  for (const [file, list] of grouped(
    own.filter((v) => v.isSecret),
    (v) => v.file,
  )) {
    for (const group of byValue(list)) {
      const names = [...new Set(group.map((v) => v.name))].sort();
      const [first, ...rest] = names;
      if (first === undefined || rest.length === 0) continue;
      drafts.push({
        kind: 'env-twice',
        verdict: names.every((name) => ADDRESS.test(name)) ? 'note' : 'warn',
        path: file,
        subject: names.join(' '),
        detail: `${first} and ${rest.join(', ')} have the same value`,
        next: ['give each purpose a key of its own, or one variable one name'],
      });
    }
  }
  return drafts;
}

/** A server's secret under a name whose values bundlers hand out; the file may never be in git, the bundle is for everybody. */
function publicOnes(own: readonly Placed[]): ViolationDraft[] {
  return own.flatMap(({ file, name, isSecret, mode }): ViolationDraft[] => {
    const kind = isPublicName(name) ? secretClassOf(name) : undefined;
    if (kind === undefined) return [];
    return [
      {
        kind: 'env-public',
        verdict: kind === 'sure' || (isSecret && mode === 'live') ? 'block' : 'warn',
        path: file,
        subject: name,
        detail: `${name} is named like a server's secret, and its prefix hands it to every browser`,
        next: [
          `name it ${serverName(name)} and read it on the server only; if a build with it was deployed, revoke it`,
        ],
      },
    ];
  });
}

function listed(variables: readonly Placed[]): string {
  const unique = [...new Set(variables.map((v) => `${v.name} in ${v.role} (${v.file})`))];
  return unique.join(', ');
}

/** Tells violations of one file apart without the value. */
function subjectOf(variables: readonly Placed[]): string {
  return [...new Set(variables.map((v) => `${v.file} ${v.name}`))].sort().join(' ');
}

function byValue(variables: readonly Placed[]): Placed[][] {
  return [...grouped(variables, (v) => v.value).values()];
}

function grouped(variables: readonly Placed[], by: (variable: Placed) => string): Map<string, Placed[]> {
  const groups = new Map<string, Placed[]>();
  for (const variable of variables) {
    const group = groups.get(by(variable));
    if (group === undefined) groups.set(by(variable), [variable]);
    else group.push(variable);
  }
  return groups;
}
