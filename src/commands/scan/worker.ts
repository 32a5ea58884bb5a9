import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { archiveDoor, type Batch, makeBatchSearcher, type Setup } from './batch.ts';
import { type BlobJob, type BlobSetup, makeBlobSearcher } from './blobs.ts';

/** What a thread of a scan is told when it starts. */
export type WorkerStart =
  | { readonly kind: 'files'; readonly setup: Setup }
  | { readonly kind: 'blobs'; readonly setup: BlobSetup };

/** After this long it gives back what it has not come to, so that another thread can take it. */
const SLICE_MS = 200;

async function work(port: MessagePort, start: WorkerStart): Promise<void> {
  if (start.kind === 'files') {
    const search = makeBatchSearcher(start.setup, await archiveDoor(start.setup));
    port.on('message', (batch: Batch) => port.postMessage(search(batch, SLICE_MS)));
    return;
  }
  const search = makeBlobSearcher(start.setup);
  let last: Promise<unknown> = Promise.resolve();
  port.on('message', (jobs: readonly BlobJob[]) => {
    last = last.then(async () => port.postMessage(await search(jobs)));
  });
}

if (parentPort !== null) void work(parentPort, workerData as WorkerStart);
