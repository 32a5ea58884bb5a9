import type { CheckInput, CheckOutcome } from '../check.ts';
import { fromBase64 } from './base-n.ts';
import { marvin32 } from './marvin32.ts';

interface Service {
  readonly signature: string;
  /** Display name, and what a seed says about the key's rights. */
  readonly name: string;
  readonly seeds: Readonly<Record<string, string>>;
}

const MESSAGING = { Send0000: 'send', Manage00: 'manage', Listen00: 'listen', System00: 'system', Unknown0: '' };

/** @see https://github.com/microsoft/security-utilities (IdentifiableMetadata.cs) */
const SERVICES: readonly Service[] = [
  { signature: '+ASt', name: 'Storage account', seeds: { Default0: '' } },
  { signature: '+ABa', name: 'Batch', seeds: { AbAcct00: '' } },
  {
    signature: 'ACDb',
    name: 'Cosmos DB',
    seeds: {
      MastRW00: 'read and write',
      MastRO00: 'read only',
      SysAll00: 'system',
      SystRW00: 'system',
      SystRO00: 'system',
      Resour00: 'resource',
      Encryp00: 'encryption',
    },
  },
  { signature: 'AzFu', name: 'Functions', seeds: { Functi00: '', Master00: 'master', System00: 'system' } },
  { signature: 'AzCa', name: 'Cache for Redis', seeds: { Access00: '' } },
  { signature: 'AzSe', name: 'AI Search', seeds: { PAdmin00: 'admin', Query000: 'query' } },
  { signature: '+ASb', name: 'Service Bus', seeds: MESSAGING },
  { signature: '+AEh', name: 'Event Hubs', seeds: MESSAGING },
  { signature: '+ARm', name: 'Relay', seeds: MESSAGING },
  { signature: '+ACR', name: 'Container Registry', seeds: { ACRDflt0: '' } },
  { signature: 'AIoT', name: 'IoT', seeds: { IoTHub00: 'hub', DpsKey00: 'device provisioning', Device00: 'device' } },
  {
    signature: 'APIM',
    name: 'API Management',
    seeds: { Tenant00: 'direct management', IoTHub00: 'subscription', Gatewy00: 'gateway', GitKey00: 'repository' },
  },
  { signature: '+AMC', name: 'Machine Learning', seeds: { Classic0: '' } },
  { signature: '+SQL', name: 'SQL', seeds: { UsrPwd00: '' } },
];

/**
 * Azure's identifiable keys: a four-letter signature near the end and, in the last four bytes, the Marvin32 of all before,
 * seeded by the service (and by what the key may do).
 */
export function azureIdentifiable({ value }: CheckInput): CheckOutcome {
  const bytes = fromBase64(value);
  const trimmed = value.replace(/=+$/, '');
  const signature = trimmed.slice(-10, -6);
  const service = SERVICES.find((known) => known.signature === signature);
  // Keys issued before the marks came carry none: nothing is known against them.
  if (!service || bytes.length < 24) return {};
  const sum = bytes.readUInt32LE(bytes.length - 4);
  const body = bytes.subarray(0, -4);
  const seed = Object.keys(service.seeds).find((name) => marvin32(body, name) === sum);
  if (seed === undefined) return { confidence: 'medium', why: 'though its checksum could not be confirmed' };
  const rights = service.seeds[seed];
  return {
    confidence: 'certain',
    title: `Azure ${service.name} key${rights ? ` (${rights})` : ''}`,
    why: 'it carries the mark of its Azure service and its checksum is right',
  };
}
