import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { compileLess } from './compile-less.ts';
import { OLD_MB } from './crew.ts';
import type { Slabs } from './slabs.ts';

/** A thread that works ahead of this one and hands it texts in slabs. */
export interface HelperThread<Message> {
  readonly port: MessagePort;
  readonly slabs: Slabs;
  hasEnded(): boolean;
  /** What it has sent, a message at a time; undefined where nothing lies there. */
  next(): Message | undefined;
  /** Resolved with the next message, or once it has ended. */
  stirs(): Promise<void>;
  close(): void;
}

export interface HelperPlan {
  /** Name of its program, which lies beside this one. */
  readonly program: string;
  readonly slabs: Slabs;
  /** What it starts with, besides slabs and port. */
  readonly start: object;
  /** Bound of its young garbage, which is short-lived. */
  readonly youngMb: number;
}

function programFile(program: string): string {
  return fileURLToPath(new URL(`./${program}`, import.meta.url));
}

/** Whether the program of the thread lies where the build puts it. */
export function isBuilt(program: string): boolean {
  return existsSync(programFile(program));
}

export function startHelper<Message>({ program, slabs, start, youngMb }: HelperPlan): HelperThread<Message> {
  const { port1: port, port2 } = new MessageChannel();
  const worker = new Worker(programFile(program), {
    workerData: { ...start, slabs, port: port2 },
    transferList: [port2],
    resourceLimits: { maxYoungGenerationSizeMb: youngMb, maxOldGenerationSizeMb: OLD_MB },
  });
  const arrived: Message[] = [];
  let wake = () => {};
  let isRunning = false;
  const heard = (message: Message): Message => {
    if (!isRunning) compileLess();
    isRunning = true;
    return message;
  };
  port.on('message', (message: Message) => {
    arrived.push(heard(message));
    wake();
  });
  let hasEnded = false;
  const end = () => {
    hasEnded = true;
    wake();
  };
  worker.on('error', end);
  worker.on('exit', end);
  return {
    port,
    slabs,
    hasEnded: () => hasEnded,
    // a message can be had without waiting for the event loop, which takes what has come before
    next() {
      const message: Message | undefined = arrived.shift() ?? receiveMessageOnPort(port)?.message;
      return message && heard(message);
    },
    stirs: () =>
      new Promise((resolve) => {
        wake = resolve;
      }),
    close() {
      port.close();
      void worker.terminate();
    },
  };
}
