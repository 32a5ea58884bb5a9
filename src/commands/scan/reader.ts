import { type MessagePort, workerData } from 'node:worker_threads';
import { builtInCatalogue } from '../../../config/catalogue.ts';
import { scannerFor } from '../../detect/kernel/scanner.ts';
import { archiveFormat } from '../../sources/archive/format.ts';
import { type Batch, type BatchResult, makeBatchSearcher, type Setup } from './batch.ts';
import type { FileResult } from './file.ts';
import { type Filled, makeSlabWriter, type Piece, type Slabs } from './slabs.ts';
import type { Looked } from './text.ts';

/** What the thread that reads ahead has from the beginning; the first message is a `Setup`, all others are batches. */
export interface ReaderStart {
  readonly slabs: Slabs;
  readonly port: MessagePort;
}

/** Some texts of the batch that is being read, the last time with all that is said of its files. */
export interface ReaderAnswer {
  /** The slab in which the pieces lie; it is free once they are judged. */
  readonly slab: number;
  readonly pieces: readonly Piece[];
  readonly result?: BatchResult;
}

/** Archives are for the other thread: what they hold is judged together. */
const ELSEWHERE: FileResult = { findings: [], lines: 0, bytes: 0, instead: 'elsewhere' };
const door = () => (start: Uint8Array) => (archiveFormat(start) === undefined ? undefined : ELSEWHERE);

function start({ slabs, port }: ReaderStart): void {
  scannerFor(builtInCatalogue()); // while the other thread finds out what is to be searched
  port.once('message', (setup: Setup) => read(setup, slabs, port));
  port.postMessage('ready');
}

function read(setup: Setup, slabs: Slabs, port: MessagePort): void {
  const send = ({ slab, entries }: Filled<Piece>, result?: BatchResult) => {
    const answer: ReaderAnswer = { slab, pieces: entries, ...(result === undefined ? {} : { result }) };
    port.postMessage(answer);
  };
  const writer = makeSlabWriter<Piece>(slabs, send);
  const later = (file: number, text: Looked) => writer.put(file, text, (piece) => piece);
  const search = makeBatchSearcher(setup, setup.limits.archives === 'scan' ? door : undefined, { later });
  port.on('message', (batch: Batch) => {
    const result = search(batch, Number.POSITIVE_INFINITY);
    send(writer.turn(), result);
  });
}

start(workerData as ReaderStart);
