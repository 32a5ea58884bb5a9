import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import * as z from 'zod/mini';
import { fail, ok, type Result } from '../../result.ts';
import { Secret } from '../../secret.ts';
import { type KeyWrap, WRAPPERS } from './key-wrap.ts';

const FORM = 'secretguard-sealed/1';
const base64 = z.string().check(z.regex(/^[A-Za-z0-9+/]*={0,2}$/));

const envelopeSchema = z.strictObject({
  form: z.literal(FORM),
  /** What it is: a file's name, or a secret's id. */
  of: z.string(),
  wrapped: z.array(z.strictObject({ by: z.enum(WRAPPERS), name: z.string(), data: z.string() })).check(z.minLength(1)),
  iv: base64,
  tag: base64,
  data: base64,
});
export type Envelope = z.infer<typeof envelopeSchema>;

/**
 * Encrypts with AES-256-GCM under a new data key, which each of `wraps` wraps. Everything that stands beside the ciphertext is
 * authenticated with it: nobody can take a keeper out, or pass one file off as another.
 *
 * @param of the name that must be given again to open it
 * @see NIST SP 800-38D: 96-bit nonce, 128-bit tag
 */
export async function seal(content: Secret, of: string, wraps: readonly KeyWrap[]): Promise<Result<Envelope>> {
  const dataKey = randomBytes(32);
  try {
    const wrapped: Envelope['wrapped'] = [];
    for (const wrap of wraps) {
      const done = await wrap.wrap(dataKey);
      if (!done.ok) return done;
      wrapped.push({ by: wrap.by, name: wrap.key, data: done.value });
    }
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', dataKey, iv).setAAD(aad(of, wrapped));
    const data = Buffer.concat([cipher.update(content.reveal(), 'utf8'), cipher.final()]).toString('base64');
    return ok({
      form: FORM,
      of,
      wrapped,
      iv: iv.toString('base64'),
      tag: cipher.getAuthTag().toString('base64'),
      data,
    });
  } finally {
    dataKey.fill(0);
  }
}

/**
 * The content again. `unwrap` is asked for each keeper until one gives the data key.
 *
 * @returns `bad-input` for what was changed after it was sealed, or is another file than `of`
 */
export async function open(
  envelope: Envelope,
  of: string,
  unwrap: (keeper: Envelope['wrapped'][number]) => Promise<Result<Uint8Array>>,
): Promise<Result<Secret>> {
  if (envelope.of !== of) return fail('bad-input', `this is ${JSON.stringify(envelope.of)}, not ${of}`);
  const dataKey = await firstOf(envelope.wrapped, unwrap);
  if (!dataKey.ok) return dataKey;
  try {
    const iv = Buffer.from(envelope.iv, 'base64');
    const tag = Buffer.from(envelope.tag, 'base64');
    if (iv.length !== 12 || tag.length !== 16 || dataKey.value.length !== 32) throw new Error('sizes');
    const decipher = createDecipheriv('aes-256-gcm', dataKey.value, iv, { authTagLength: 16 })
      .setAAD(aad(envelope.of, envelope.wrapped))
      .setAuthTag(tag);
    const plain = Buffer.concat([decipher.update(envelope.data, 'base64'), decipher.final()]);
    return ok(new Secret(plain.toString('utf8')));
  } catch {
    return fail('bad-input', 'it was changed after it was encrypted (or the key is another one): refused');
  } finally {
    dataKey.value.fill(0);
  }
}

async function firstOf(
  keepers: Envelope['wrapped'],
  unwrap: (keeper: Envelope['wrapped'][number]) => Promise<Result<Uint8Array>>,
): Promise<Result<Uint8Array>> {
  const reasons: string[] = [];
  for (const keeper of keepers) {
    const key = await unwrap(keeper);
    if (key.ok) return key;
    reasons.push(`${keeper.by}: ${key.error.message}`);
  }
  return fail('not-allowed', `none of its ${keepers.length} keepers gives the key (${reasons.join('; ')})`);
}

/** @returns `bad-input` for what is no envelope of this form */
export function parseEnvelope(text: string): Result<Envelope> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return fail('bad-input', 'it is no encrypted file (not JSON)');
  }
  const parsed = envelopeSchema.safeParse(value);
  return parsed.success
    ? ok(parsed.data)
    : fail('bad-input', 'it is no encrypted file of a form that this version knows');
}

function aad(of: string, wrapped: Envelope['wrapped']): Buffer {
  return Buffer.from(JSON.stringify([FORM, of, wrapped.map(({ by, name, data }) => [by, name, data])]), 'utf8');
}
