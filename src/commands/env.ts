import { readFileSync } from 'node:fs';
import { basename, relative, resolve, sep } from 'node:path';
import * as z from 'zod/mini';
import type { ManagerOptions } from '../lifecycle/managers/manager.ts';
import { open, parseEnvelope, seal } from '../lifecycle/sealed/envelope.ts';
import type { KeyWrap, WrapperKind } from '../lifecycle/sealed/key-wrap.ts';
import { openWrap, type WrapOptions } from '../lifecycle/sealed/open-wrap.ts';
import { sealedTarget, writeOpened, writeSealed } from '../lifecycle/sealed/sealed-file.ts';
import { printable } from '../report/text.ts';
import { fail, ok, type Result } from '../result.ts';
import { Secret } from '../secret.ts';
import { consent } from './changes/dialogue.ts';
import { defineCommand, type ExitCode, type World } from './command.ts';
import { guardedEnvFile } from './env-files/place-at.ts';
import { privateFolderOf, refuse, topLevel } from './repository.ts';

const many = z.optional(z.array(z.string()));
const text = z.optional(z.string());
const args = z.object({
  age: many,
  'aws-key': many,
  'gcp-key': many,
  'azure-key': many,
  'vault-key': many,
  identity: text,
  region: text,
  address: text,
  transit: text,
  endpoint: text,
  yes: z.optional(z.boolean()),
  'dry-run': z.optional(z.boolean()),
  positionals: z.array(z.string()),
});
type EnvArgs = z.infer<typeof args>;

/** Options that name a keeper, and whose kind each is. */
const KEEPERS = [
  ['age', 'age'],
  ['aws-key', 'aws'],
  ['gcp-key', 'gcp'],
  ['azure-key', 'azure'],
  ['vault-key', 'vault'],
] as const satisfies readonly (readonly [keyof EnvArgs, WrapperKind])[];

export const env = defineCommand<EnvArgs>({
  name: 'env',
  summary: 'Encrypt an env file so that it can be committed, and decrypt it.',
  usage: 'encrypt|decrypt ENV-FILE [--age RECIPIENT] [--aws-key KEY] … [--dry-run] [--yes]',
  options: {
    age: { type: 'string', value: 'RECIPIENT', multiple: true, help: 'encrypt: age1…; may stand several times' },
    'aws-key': { type: 'string', value: 'KEY', multiple: true, help: 'encrypt: AWS KMS key id or ARN' },
    'gcp-key': { type: 'string', value: 'NAME', multiple: true, help: 'encrypt: Google Cloud KMS key name' },
    'azure-key': { type: 'string', value: 'URL', multiple: true, help: 'encrypt: Azure Key Vault key URL' },
    'vault-key': { type: 'string', value: 'NAME', multiple: true, help: 'encrypt: key of Vault’s transit engine' },
    identity: { type: 'string', short: 'i', value: 'FILE', help: 'decrypt: age identities' },
    region: { type: 'string', value: 'REGION', help: 'AWS (default: from the ARN, or AWS_REGION)' },
    address: { type: 'string', value: 'URL', help: 'Vault, OpenBao (default: VAULT_ADDR)' },
    transit: { type: 'string', value: 'PATH', help: 'Vault: the transit engine (default: transit)' },
    endpoint: { type: 'string', value: 'URL', help: 'another server of the same API, such as an emulator' },
    yes: { type: 'boolean', short: 'y', help: 'do not ask' },
    'dry-run': { type: 'boolean', help: 'say what would be written, write nothing' },
  },
  examples: [
    'secretguard env encrypt .env.production --age age1… --age age1…',
    'secretguard env encrypt .env.production --aws-key alias/acme-env',
    'secretguard env decrypt .env.production --identity ~/.config/age/keys.txt',
  ],
  args,
  async run(given, world) {
    const [verb, name, another] = given.positionals;
    if ((verb !== 'encrypt' && verb !== 'decrypt') || name === undefined || another !== undefined)
      return refuse(
        { error: { kind: 'bad-arguments', message: 'say what to do: env encrypt FILE, or env decrypt FILE' } },
        world,
      );
    const top = topLevel(world);
    if (!top.ok) return refuse(top, world);
    const file = resolve(world.cwd, name.replace(/\.encrypted$/, ''));
    const path = relative(top.value, file).split(sep).join('/');
    return verb === 'encrypt' ? encrypt(file, path, given, world) : decrypt(file, path, given, world);
  },
});

async function encrypt(file: string, path: string, given: EnvArgs, world: World): Promise<ExitCode> {
  const content = contentOf(file, path);
  if (!content.ok) return refuse(content, world);
  const at = privateFolderOf(world);
  if (!at.ok) return refuse(at, world);
  const wraps = await keepersOf(given, world);
  if (!wraps.ok) return refuse(wraps, world);
  try {
    world.out(
      `${printable(path)} → ${printable(path)}.encrypted, for ${wraps.value.map(({ by, key }) => `${by} ${key}`).join(', ')}\n`,
    );
    const stopped = await mayWrite(given, world);
    if (stopped !== undefined) return stopped;
    const sealed = await seal(new Secret(content.value), basename(file), wraps.value);
    if (!sealed.ok) return refuse(sealed, world);
    const done = writeSealed(at.value.folder, sealedTarget(file), sealed.value);
    if (!done.ok) return refuse(done, world);
    world.out(
      `  written: ${printable(path)}.encrypted; it may be committed (an ignore rule .env.* needs !.env*.encrypted after it)\n`,
    );
    return 0;
  } finally {
    for (const wrap of wraps.value) wrap.close();
  }
}

async function decrypt(file: string, path: string, given: EnvArgs, world: World): Promise<ExitCode> {
  const content = contentOf(sealedTarget(file), `${path}.encrypted`);
  if (!content.ok) return refuse(content, world);
  const envelope = parseEnvelope(content.value);
  if (!envelope.ok) return refuse(envelope, world);
  const place = guardedEnvFile(file, path, world);
  if (!place.ok) return refuse(place, world);
  const opened = await open(envelope.value, basename(file), async ({ by, name, data }) => {
    const wrap = await openWrap(by, name, optionsOf(given), world);
    if (!wrap.ok) return wrap;
    try {
      return await wrap.value.unwrap(data);
    } finally {
      wrap.value.close();
    }
  });
  if (!opened.ok) return refuse(opened, world);
  world.out(`${printable(path)}.encrypted → ${printable(path)}\n`);
  const stopped = await mayWrite(given, world);
  if (stopped !== undefined) return stopped;
  const done = writeOpened(place.value.folder, file, opened.value);
  if (!done.ok) return refuse(done, world);
  world.out(`  written: ${printable(path)}, readable by its owner only\n`);
  return 0;
}

async function mayWrite(given: EnvArgs, world: World): Promise<ExitCode | undefined> {
  if (given['dry-run'] === true) {
    world.out('Dry run: nothing was written.\n');
    return 0;
  }
  return (await consent({ yes: given.yes === true, world }, 'env')) ? undefined : 1;
}

function contentOf(file: string, path: string): Result<string> {
  try {
    return ok(readFileSync(file, 'utf8'));
  } catch (error) {
    return fail(
      'unreadable',
      `${path} could not be read (${(error as NodeJS.ErrnoException).code ?? 'unknown error'})`,
      path,
    );
  }
}

async function keepersOf(given: EnvArgs, world: World): Promise<Result<KeyWrap[]>> {
  const wraps: KeyWrap[] = [];
  for (const [option, kind] of KEEPERS)
    for (const key of given[option] ?? []) {
      const wrap = await openWrap(kind, key, optionsOf(given), world);
      if (!wrap.ok) return wrap;
      wraps.push(wrap.value);
    }
  if (wraps.length > 0) return ok(wraps);
  return fail('bad-arguments', `for whom? Give ${KEEPERS.map(([option]) => `--${option}`).join(', ')}`);
}

function optionsOf({ region, address, transit, endpoint, identity }: EnvArgs): WrapOptions & ManagerOptions {
  return { region, address, transit, endpoint, identityFile: identity };
}
