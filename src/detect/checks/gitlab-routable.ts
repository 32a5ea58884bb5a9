import type { CheckInput, CheckOutcome } from '../check.ts';
import { BASE36, encodeNumber, fromBase64 } from './base-n.ts';
import { crc32 } from './crc32.ts';

/**
 * GitLab's routable tokens: `prefix-PAYLOAD.01.LLCCCCCCC`, LL the payload's length and C a CRC-32, both in base36; the payload
 * decodes to lines such as `o:1` and `u:2`. A token without the dots is a plain one, with nothing to check.
 *
 * @see https://handbook.gitlab.com/handbook/engineering/architecture/design-documents/cells/routable_tokens/
 */
export function gitlabRoutable({ value }: CheckInput): CheckOutcome {
  const parts = /^([a-z]+-)([\w-]+)\.(\d\w)\.(\w\w)(\w{7})$/.exec(value);
  if (!parts) return {};
  const [, , payload = '', , , sum = ''] = parts;
  if (encodeNumber(crc32(value.slice(0, -7)), BASE36, 7) === sum) {
    return { confidence: 'certain', why: 'its checksum is right' };
  }
  const routed = /(^|\n)[copgtu]:[0-9a-z]+(\n|$)/.test(fromBase64(payload).toString('latin1'));
  return routed
    ? { why: 'and it names a GitLab cell' }
    : { confidence: 'medium', why: 'though its checksum could not be confirmed' };
}
