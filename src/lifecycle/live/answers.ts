import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import type { Live } from '../../live.ts';
import { replacePrivately } from '../rotation/private-folder.ts';

const FILE = 'live.json';
const HOUR_MS = 3_600_000;
/** A dead key stays dead; one that is alive may be revoked at any time. */
const KEPT_MS: Readonly<Record<Exclude<Live, 'unknown'>, number>> = { inactive: 24 * HOUR_MS, active: HOUR_MS };

const schema = z.record(z.string(), z.object({ live: z.enum(['active', 'inactive']), at: z.number() }));

/** Answers of earlier runs by fingerprint, in a file of this clone that only its owner can read. What is not sure is not kept. */
export interface Answers {
  get(fingerprint: string): Live | undefined;
  set(fingerprint: string, live: Live): void;
  save(): void;
}

/** @param folder `git rev-parse --git-path secretguard`; undefined: nothing is kept */
export function openAnswers(folder: string | undefined, now: number): Answers {
  const known = new Map(Object.entries(folder === undefined ? {} : read(join(folder, FILE))));
  for (const [fingerprint, { live, at }] of known) if (now - at > KEPT_MS[live] || at > now) known.delete(fingerprint);
  return {
    get: (fingerprint) => known.get(fingerprint)?.live,
    set(fingerprint, live) {
      if (live !== 'unknown') known.set(fingerprint, { live, at: now });
    },
    save() {
      // without it the next run asks again
      if (folder !== undefined)
        replacePrivately(folder, join(folder, FILE), Buffer.from(JSON.stringify(Object.fromEntries(known))));
    },
  };
}

function read(file: string): z.infer<typeof schema> {
  try {
    const parsed = schema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return parsed.success ? parsed.data : {};
  } catch {
    return {};
  }
}
