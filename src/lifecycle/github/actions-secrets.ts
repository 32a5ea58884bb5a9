import sodium from 'libsodium-wrappers';
import * as z from 'zod/mini';
import { fail, ok, type Result } from '../../result.ts';
import type { Secret } from '../../secret.ts';
import type { Place, PlaceEdit } from '../rotation/places.ts';
import type { Hub } from './hub.ts';

const keySchema = z.object({ key_id: z.string(), key: z.string() });
const namesSchema = z.object({ total_count: z.number(), secrets: z.array(z.object({ name: z.string() })) });

/**
 * The Actions secrets of a repository, or of one of its environments, as a place. GitHub gives no value back: they are written
 * blindly, sealed for the repository's public key.
 *
 * @param repository `owner/name`
 * @param environment of GitHub's; undefined: the secrets of the whole repository
 * @see https://docs.github.com/rest/guides/encrypting-secrets-for-the-rest-api
 */
export function actionsPlace(hub: Hub, repository: string, environment: string | undefined, ours: string): Place {
  const [owner = '', repo = ''] = repository.split('/');
  const base =
    environment === undefined
      ? '/repos/{owner}/{repo}/actions/secrets'
      : '/repos/{owner}/{repo}/environments/{environment_name}/secrets';
  const at = { owner, repo, ...(environment === undefined ? {} : { environment_name: environment }) };
  const names = async (): Promise<Result<readonly string[]>> => {
    const answer = await hub.call(`GET ${base}`, { ...at, per_page: 100 });
    if (!answer.ok) return answer;
    const parsed = namesSchema.safeParse(answer.value);
    return parsed.success
      ? ok(parsed.data.secrets.map(({ name }) => name))
      : fail('not-allowed', `${hub.host} shows no Actions secrets of ${repository} to this token`);
  };
  return {
    kind: 'ci',
    id: `github:${repository}${environment === undefined ? '' : `/${environment}`}`,
    environment: ours,
    keepsBoth: false,
    names,
    async compare(name) {
      const there = await names();
      return there.ok ? ok(there.value.includes(name.toUpperCase()) ? 'unknown' : 'absent') : there;
    },
    change: (edits) => change(hub, base, at, edits),
  };
}

async function change(hub: Hub, base: string, at: object, edits: readonly PlaceEdit[]): Promise<Result<undefined>> {
  const written: string[] = [];
  const key = edits.some(({ secret }) => secret !== undefined) ? await publicKey(hub, base, at) : undefined;
  if (key?.ok === false) return key;
  for (const { name, secret } of edits) {
    const where = { ...at, secret_name: name };
    const answer =
      secret === undefined
        ? await hub.call(`DELETE ${base}/{secret_name}`, where)
        : await hub.call(`PUT ${base}/{secret_name}`, {
            ...where,
            encrypted_value: sealFor(key?.value.key ?? '', secret),
            key_id: key?.value.key_id,
          });
    if (!answer.ok) {
      const before = written.length === 0 ? 'nothing was written' : `written before: ${written.join(', ')}`;
      return fail(answer.error.kind, `${name}: ${answer.error.message} (${before})`);
    }
    written.push(name);
  }
  return ok(undefined);
}

async function publicKey(hub: Hub, base: string, at: object): Promise<Result<z.infer<typeof keySchema>>> {
  await sodium.ready;
  const answer = await hub.call(`GET ${base}/public-key`, { ...at });
  if (!answer.ok) return answer;
  const parsed = keySchema.safeParse(answer.value);
  return parsed.success
    ? ok(parsed.data)
    : fail('not-allowed', `${hub.host} gives this token no key to write Actions secrets with`);
}

/** A sealed box: only GitHub can open it. */
function sealFor(key: string, secret: Secret): string {
  const box = sodium.crypto_box_seal(
    sodium.from_string(secret.reveal()),
    sodium.from_base64(key, sodium.base64_variants.ORIGINAL),
  );
  return sodium.to_base64(box, sodium.base64_variants.ORIGINAL);
}
