import { parentPort, workerData } from 'node:worker_threads';
import { type Batch, makeBatchSearcher, type Setup } from './scan-batch.ts';

/** After this long it gives back what it has not come to, so that another thread can take it. */
const SLICE_MS = 200;

const search = makeBatchSearcher(workerData as Setup);
parentPort?.on('message', (batch: Batch) => parentPort?.postMessage(search(batch, SLICE_MS)));
