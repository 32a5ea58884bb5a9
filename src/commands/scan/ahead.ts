import { type MessagePort, workerData } from 'node:worker_threads';
import { builtInCatalogue } from '../../../config/catalogue.ts';
import { scannerFor } from '../../detect/kernel/scanner.ts';
import { openObjectStore } from '../../git/object-store.ts';
import { ok } from '../../result.ts';
import type { Put } from './ahead-judge.ts';
import { type LookedJobs, makeJobLooker } from './ahead-look.ts';
import { searchOf } from './batch.ts';
import type { BlobSetup } from './blobs.ts';
import { fromRuns, type JobRun } from './job-runs.ts';
import type { Version } from './looker.ts';
import { type Filled, makeSlabWriter, type Slabs } from './slabs.ts';

/** What the thread that unpacks ahead has from the beginning; the first message is a `BlobSetup`, all others are jobs. */
export interface AheadStart {
  readonly slabs: Slabs;
  readonly port: MessagePort;
}

/** Some versions out of the jobs that are being looked at, the last time with all that is said of these. */
export interface AheadAnswer {
  /** The slab in which the texts lie; it is free once they are judged. */
  readonly slab: number;
  readonly puts: readonly Put[];
  readonly looked?: LookedJobs;
}

/** Bytes of a slab beside a text. */
const MARGIN = 16;

function start({ slabs, port }: AheadStart): void {
  scannerFor(builtInCatalogue()); // while the other thread finds out what is to be searched
  port.once('message', (setup: BlobSetup) => lookOver(setup, slabs, port));
  port.postMessage('ready');
}

function lookOver(setup: BlobSetup, slabs: Slabs, port: MessagePort): void {
  const send = ({ slab, entries }: Filled<Put>, looked?: LookedJobs) => {
    const answer: AheadAnswer = { slab, puts: entries, ...(looked === undefined ? {} : { looked }) };
    port.postMessage(answer);
  };
  const writer = makeSlabWriter<Put>(slabs, send);
  const put = (job: number, { place, bytes, hits, mayHide, since }: Version) =>
    writer.put(job, { path: place, bytes, isText: true, hits, mayHide }, (piece) =>
      since === undefined ? { piece } : { piece, since },
    );
  const { maxFileBytes, minified } = setup.limits;
  const store = openObjectStore(setup.git, setup.layout && ok(setup.layout));
  const look = makeJobLooker({
    search: searchOf(setup),
    skipMinified: minified === 'skip',
    longest: slabs.memory[0]!.byteLength - MARGIN,
    read: (oid) => store?.read(oid, maxFileBytes)?.bytes,
    put,
  });
  port.on('message', (runs: readonly JobRun[]) => {
    const looked = look(fromRuns(runs));
    send(writer.turn(), looked);
  });
}

start(workerData as AheadStart);
