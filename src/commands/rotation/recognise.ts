import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { privateFolder } from '../../git/private-folder.ts';
import { openFingerprinter } from '../../lifecycle/rotation/slow-fingerprint.ts';
import type { Outcome } from '../../model.ts';
import type { Key } from '../../rotation-key.ts';
import { LEDGER_FILE } from '../../rotation-key.ts';
import type { Secret } from '../../secret.ts';
import type { World } from '../command.ts';
import { topLevel } from '../repository.ts';
import { withFinding } from '../scan/conclude.ts';
import { readKeys } from './project.ts';
import { keysWith } from './survey.ts';

/** Slow hashes that one scan makes for this, some 0.12 s of processor time each; what was hashed once is remembered. */
const LIMIT = 20;

/** Says of findings that they are keys of the rotation ledger: the one in use, or an old one and whether it is dead. */
export async function recogniseKeys(
  outcome: Outcome,
  world: Pick<World, 'cwd' | 'env' | 'now' | 'err'>,
): Promise<Outcome> {
  if (outcome.verdicts.length === 0) return outcome;
  const top = topLevel(world);
  if (!top.ok || !existsSync(join(top.value, LEDGER_FILE))) return outcome;
  const found = await compare(outcome, top.value, world);
  if (found === undefined) return outcome;
  if (found.left > 0)
    world.err(
      `secretguard: ${found.left} findings were not compared with the rotation ledger, which takes time; the next run goes on\n`,
    );
  return {
    ...outcome,
    verdicts: outcome.verdicts.map((verdict) => {
      const key = found.known.find(({ secret }) => secret.equals(verdict.finding.secret))?.key;
      if (key === undefined) return verdict;
      return withFinding(verdict, { ...verdict.finding, why: `${verdict.finding.why}; ${told(key)}` });
    }),
  };
}

interface Compared {
  readonly known: readonly { readonly secret: Secret; readonly key: Key }[];
  /** Findings for which there was no time. */
  readonly left: number;
}

async function compare(
  outcome: Outcome,
  top: string,
  world: Pick<World, 'env' | 'now'>,
): Promise<Compared | undefined> {
  const read = await readKeys(top, world);
  if (!read.ok) return undefined; // what is wrong with it is told by `rotate status`; a scan is about findings
  const folder = privateFolder(read.value.git);
  const prints = folder.ok
    ? openFingerprinter(
        folder.value,
        read.value.keys.flatMap(({ fingerprint }) => fingerprint ?? []),
      )
    : folder;
  if (!prints.ok) return undefined;
  const secrets: Secret[] = [];
  for (const { finding } of outcome.verdicts)
    if (!secrets.some((secret) => secret.equals(finding.secret))) secrets.push(finding.secret);
  const slow = secrets.filter((secret) => prints.value.known(secret) === undefined);
  const left = new Set(slow.slice(LIMIT));
  const known = await Promise.all(
    secrets.flatMap(async (secret) => {
      const keys = left.has(secret) ? [] : keysWith(await prints.value.all(secret), read.value.keys);
      return keys.slice(0, 1).map((key) => ({ secret, key }));
    }),
  );
  prints.value.save();
  return { known: known.flat(), left: left.size };
}

function told({ name, environment, state, disabledAt }: Key): string {
  const whose = `key of ${name} (${environment})`;
  switch (state) {
    case 'current':
      return `it is the ${whose} in use: rotate it now, npx secretguard rotate start ${name} --env ${environment}`;
    case 'next':
      return `it is the new ${whose}, which waits to be used: give it up, npx secretguard rotate disable ${name} --env ${environment} --next`;
    case 'previous':
      return `it is the old ${whose}, which is still alive: npx secretguard rotate disable ${name} --env ${environment}`;
    case 'disabled':
      return `it is an old ${whose}, disabled on ${(disabledAt ?? '').slice(0, 10)}`;
  }
}
