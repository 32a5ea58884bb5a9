import { type MessagePort, workerData } from 'node:worker_threads';
import { builtInCatalogue } from '../../../config/catalogue.ts';
import { scannerFor } from '../../detect/kernel/scanner.ts';
import { archiveFormat } from '../../sources/archive/format.ts';
import { type Batch, type BatchResult, makeBatchSearcher, type Setup } from './batch.ts';
import type { FileResult } from './file.ts';
import { endOf, type Piece, putPiece, type Slabs } from './slabs.ts';
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
  let slab = 0;
  let end = -1; // of what the slab holds; -1: it is not ours yet
  let pieces: Piece[] = [];
  const send = (result?: BatchResult) => {
    const answer: ReaderAnswer = { slab, pieces, ...(result === undefined ? {} : { result }) };
    port.postMessage(answer);
    if (pieces.length === 0) return;
    slab = (slab + 1) % slabs.memory.length;
    end = -1;
    pieces = [];
  };
  const put = (file: number, text: Looked) => {
    if (end < 0) {
      Atomics.wait(slabs.taken, slab, 1);
      Atomics.store(slabs.taken, slab, 1);
      end = 0;
    }
    const piece = putPiece(slabs.memory[slab]!, end, file, text);
    if (piece === undefined) {
      send();
      put(file, text);
      return;
    }
    pieces.push(piece);
    end = endOf(piece);
  };
  const search = makeBatchSearcher(setup, setup.limits.archives === 'scan' ? door : undefined, { later: put });
  port.on('message', (batch: Batch) => send(search(batch, Number.POSITIVE_INFINITY)));
}

start(workerData as ReaderStart);
