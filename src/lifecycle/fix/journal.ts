import { createCipheriv, createDecipheriv, createHmac, randomBytes, scryptSync } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { fail, ok, type Result } from '../../result.ts';
import type { Replacement } from './model.ts';

const patch = z.array(z.strictObject({ start: z.number(), end: z.number(), text: z.string() }));
const file = z.strictObject({
  /** From the top level. */
  path: z.string(),
  /** Whether it takes values up: nothing but its length and digests is kept of it then. */
  isEnv: z.boolean(),
  /** Keyed digests; null: not there. */
  before: z.nullable(z.string()),
  after: z.string(),
  beforeSize: z.number(),
  afterSize: z.number(),
  /** From what was there to what is; holds no value. */
  forward: patch,
  /** The way back in the clear, where no value is in it. */
  back: z.nullable(patch),
  /** The way back, readable with the values of `keys` only. */
  sealed: z.nullable(z.string()),
  /** The variables whose values open `sealed`, and the env files that hold them. */
  keys: z.array(z.strictObject({ path: z.string(), name: z.string() })),
});
const schema = z.strictObject({
  version: z.literal(1),
  state: z.enum(['writing', 'done', 'undoing']),
  files: z.array(file),
  /** Entries of the index that are part of it: what stood there, as `update-index --cacheinfo` takes it; null: nothing. */
  staged: z.array(z.strictObject({ path: z.string(), before: z.nullable(z.string()) })),
});

/** One file that a fix changes. */
export type FileRecord = z.infer<typeof file>;
/**
 * What a fix is about to do, or did: enough to end it after a crash and to take it back. Lies in git's own folder. It holds no
 * value: what a file lost is sealed with the values that the env file holds now.
 */
export type Journal = z.infer<typeof schema>;

const NAME = 'fix.json';

/** @returns undefined where there is none; `unreadable` for one that is damaged */
export function readJournal(folder: string): Result<Journal | undefined> {
  const path = journalPath(folder);
  if (!existsSync(path)) return ok(undefined);
  try {
    const parsed = schema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
    if (parsed.success) return ok(parsed.data);
  } catch {
    // told below
  }
  return fail('unreadable', `${path} is damaged: remove it, and look at what git diff says`, path);
}

export function journalPath(folder: string): string {
  return join(folder, NAME);
}

/** Tells whether a text is the one that was meant; says nothing of it without the key. @param key `machineKey` */
export function digestOf(key: Uint8Array, text: string): string {
  return createHmac('sha256', key).update(text, 'latin1').digest('base64url');
}

/** The way back, readable with these values only (scrypt, AES-256-GCM). */
export function seal(back: readonly Replacement[], values: readonly string[]): string {
  const salt = randomBytes(16);
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyFrom(values, salt), nonce);
  const body = Buffer.concat([cipher.update(JSON.stringify(back), 'utf8'), cipher.final()]);
  return Buffer.concat([salt, nonce, cipher.getAuthTag(), body]).toString('base64');
}

/** @returns undefined where the values are other ones now */
export function unseal(sealed: string, values: readonly string[]): Replacement[] | undefined {
  const bytes = Buffer.from(sealed, 'base64');
  try {
    const opened = createDecipheriv('aes-256-gcm', keyFrom(values, bytes.subarray(0, 16)), bytes.subarray(16, 28));
    opened.setAuthTag(bytes.subarray(28, 44));
    const text = Buffer.concat([opened.update(bytes.subarray(44)), opened.final()]).toString('utf8');
    return patch.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function keyFrom(values: readonly string[], salt: Uint8Array): Buffer {
  return scryptSync(JSON.stringify(values), salt, 32, { N: 16384, r: 8, p: 1 });
}
