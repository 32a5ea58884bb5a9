import { ok, type Result } from '../../result.ts';
import { openAws } from './aws.ts';
import { openAzure } from './azure.ts';
import { openGcp } from './gcp.ts';
import type { Manager, ManagerKind, ManagerOptions, Scope, Surroundings } from './manager.ts';
import { sealing } from './sealed-manager.ts';
import { openVault } from './vault.ts';

/** The manager of this kind, for one scope. Its client is loaded now; whether it can be reached shows at the first call. */
export async function openManager(
  kind: ManagerKind,
  scope: Scope,
  options: ManagerOptions,
  surroundings: Surroundings,
): Promise<Result<Manager>> {
  const opened = await openPlain(kind, scope, options, surroundings);
  const keepsOwnKeys = kind === 'aws' || kind === 'gcp';
  return opened.ok && !keepsOwnKeys ? ok(sealing(opened.value, kind, options, surroundings)) : opened;
}

async function openPlain(
  kind: ManagerKind,
  scope: Scope,
  options: ManagerOptions,
  surroundings: Surroundings,
): Promise<Result<Manager>> {
  switch (kind) {
    case 'aws':
      return openAws(scope, options, surroundings);
    case 'gcp':
      return openGcp(scope, options, surroundings);
    case 'azure':
      return openAzure(scope, options, surroundings);
    case 'vault':
      return openVault(scope, options, surroundings);
  }
}
