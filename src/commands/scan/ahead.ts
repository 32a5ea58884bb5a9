import { type MessagePort, workerData } from 'node:worker_threads';
import { openObjectStore } from '../../git/object-store.ts';
import { ok } from '../../result.ts';
import type { Put } from './ahead-judge.ts';
import { type LookedJobs, makeJobLooker } from './ahead-look.ts';
import { searchOf } from './batch.ts';
import type { BlobJob, BlobSetup } from './blobs.ts';
import type { Version } from './looker.ts';
import { endOf, putPiece, type Slabs } from './slabs.ts';

/** What the thread that unpacks ahead is told when it starts. */
export interface AheadStart {
  readonly setup: BlobSetup;
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

function run({ setup, slabs, port }: AheadStart): void {
  let slab = 0;
  let end = -1; // of what the slab holds; -1: it is not ours yet
  let puts: Put[] = [];
  const send = (looked?: LookedJobs) => {
    const answer: AheadAnswer = { slab, puts, ...(looked === undefined ? {} : { looked }) };
    port.postMessage(answer);
    if (puts.length === 0) return;
    slab = (slab + 1) % slabs.memory.length;
    end = -1;
    puts = [];
  };
  const put = (job: number, version: Version) => {
    if (end < 0) {
      Atomics.wait(slabs.taken, slab, 1);
      Atomics.store(slabs.taken, slab, 1);
      end = 0;
    }
    const { place, bytes, hits, mayHide, since } = version;
    const piece = putPiece(slabs.memory[slab]!, end, job, { path: place, bytes, isText: true, hits, mayHide });
    if (piece === undefined) {
      send();
      put(job, version);
      return;
    }
    puts.push(since === undefined ? { piece } : { piece, since });
    end = endOf(piece);
  };
  const { maxFileBytes, minified } = setup.limits;
  const store = openObjectStore(setup.git, setup.layout && ok(setup.layout));
  const look = makeJobLooker({
    search: searchOf(setup),
    skipMinified: minified === 'skip',
    longest: slabs.memory[0]!.byteLength - MARGIN,
    read: (oid) => store?.read(oid, maxFileBytes)?.bytes,
    put,
  });
  port.on('message', (jobs: readonly BlobJob[]) => send(look(jobs)));
  port.postMessage('ready');
}

run(workerData as AheadStart);
