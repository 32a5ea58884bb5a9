import { readFileSync } from 'node:fs';
import { Decrypter, Encrypter } from 'age-encryption';
import { fail, ok, type Result } from '../../result.ts';
import type { KeyWrap } from './key-wrap.ts';

/**
 * An age recipient: `age1…`. Its keeper has the identity in a file.
 *
 * @param identityFile as `age-keygen` writes it; needed to open only
 * @see https://age-encryption.org/v1
 */
export function ageWrap(recipient: string, identityFile: string | undefined): KeyWrap {
  return {
    by: 'age',
    key: recipient,
    async wrap(dataKey) {
      const encrypter = new Encrypter();
      try {
        encrypter.addRecipient(recipient);
      } catch {
        return fail('bad-arguments', 'that is no age recipient (age1…)');
      }
      return ok(Buffer.from(await encrypter.encrypt(dataKey)).toString('base64'));
    },
    async unwrap(wrapped) {
      const identities = readIdentities(identityFile);
      if (!identities.ok) return identities;
      const decrypter = new Decrypter();
      try {
        for (const identity of identities.value) decrypter.addIdentity(identity);
        return ok(await decrypter.decrypt(Buffer.from(wrapped, 'base64')));
      } catch {
        return fail('not-allowed', 'the identity is not the one that it was encrypted for');
      }
    },
    close: () => undefined,
  };
}

function readIdentities(file: string | undefined): Result<string[]> {
  if (file === undefined) return fail('not-allowed', 'give the identity with --identity FILE');
  try {
    const lines = readFileSync(file, 'utf8').split(/\r?\n/);
    const identities = lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
    return identities.length > 0 ? ok(identities) : fail('bad-input', 'there is no identity in that file');
  } catch (error) {
    return fail(
      'unreadable',
      `the identity could not be read (${(error as NodeJS.ErrnoException).code ?? 'unknown error'})`,
    );
  }
}
