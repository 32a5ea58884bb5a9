import { readSync } from 'node:fs';
import { PACK_KERNEL } from './pack-kernel.gen.ts';

/** Unpacks objects, in memory of its own. Files are descriptors of packs, offsets those of packed bytes in them. */
export interface PackEngine {
  /** Reads a file of this size at once, where it is small enough; good for as long as the file is used. */
  hold(file: number, size: number): void;
  /** What stands at `offset`; fewer bytes than `count` at the end of the file. Good until the next call. */
  peek(file: number, offset: number, count: number): Uint8Array;
  /** An object or a delta; undefined where it is broken or longer than `LONGEST`. */
  whole(file: number, offset: number, size: number): Buffer | undefined;
  /** What a base and the delta at `offset` make; undefined where that is broken or longer than `most`. */
  patched(base: Buffer, file: number, offset: number, size: number, most: number): Buffer | undefined;
  /** Forgets what it read of a file. */
  drop(file: number): void;
}

/** Bytes of objects that are made before the first of them is written over, but for large ones, which stay. */
export const RING_BYTES = 13 << 20;
/** Longer objects and deltas are left to git. */
export const LONGEST = 1 << 20;

/** What the compiled module exports; see `assembly/`. */
interface Kernel {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  inflate(from: number, length: number, to: number, size: number): number;
  resultSize(delta: number, length: number): number;
  apply(base: number, baseSize: number, delta: number, length: number, to: number): number;
}

interface Engine {
  validate(code: Uint8Array): boolean;
  readonly Module: new (code: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
}
const { WebAssembly: wasm } = globalThis as { WebAssembly?: Engine };

const PAGE = 1 << 16;
/** Bytes behind each place that may be read or written. */
const SLACK = 64;
/** Bytes that are read at once of a file that is not held. */
const WINDOW = 1 << 13;
const WINDOWS = 8;
/** Largest file that is held, and most bytes of all that are. */
const HELD = 16 << 20;
/** As long as an object may be once packed, whoever packed it; `deflateBound` of zlib. */
const packedSize = (size: number) => size + (size >> 3) + (size >> 6) + 64;

// Places in memory: the tables of the kernel, two for what is made, one for a delta, one for what fits no window, and the windows.
const MADE = [PAGE, PAGE + LONGEST + SLACK] as const;
const DELTA = MADE[1] + LONGEST + SLACK;
const LARGE = DELTA + LONGEST + SLACK;
const FIRST_WINDOW = LARGE + packedSize(LONGEST) + SLACK;
const END = FIRST_WINDOW + WINDOWS * (WINDOW + SLACK);

interface Window {
  readonly address: number;
  file: number;
  from: number;
  length: number;
}

/** Undefined where WebAssembly or its vectors are missing. */
export function makePackEngine(): PackEngine | undefined {
  const code = Buffer.from(PACK_KERNEL, 'base64');
  if (wasm === undefined || !wasm.validate(code)) return undefined;
  const kernel = new wasm.Instance(new wasm.Module(code)).exports as Kernel;
  kernel.memory.grow(Math.ceil(END / PAGE) - kernel.memory.buffer.byteLength / PAGE);
  let memory = Buffer.from(kernel.memory.buffer);
  const held = new Map<number, number>();
  let heldBytes = 0;
  const windowOf = makeWindows();
  const addressOf = (file: number, offset: number, count: number) => {
    const start = held.get(file);
    return start === undefined ? windowOf(memory, file, offset, count) : start + offset;
  };
  /** What was made last, and where it still stands. */
  let last: Buffer | undefined;
  let place = 0;
  const room = makeRoom();
  const keep = (size: number) => {
    last = room(size);
    memory.copy(last, 0, MADE[place]!, MADE[place]! + size);
    return last;
  };
  const inflate = (file: number, offset: number, to: number, size: number) => {
    if (size > LONGEST) return false;
    const from = addressOf(file, offset, packedSize(size));
    const length = Math.min(packedSize(size), memory.length - SLACK - from);
    return length > 0 && kernel.inflate(from, length, to, size) === 1;
  };
  return {
    hold(file, size) {
      if (heldBytes + size > HELD) return;
      const address = memory.length;
      kernel.memory.grow(Math.ceil((size + SLACK) / PAGE));
      memory = Buffer.from(kernel.memory.buffer);
      if (readSync(file, memory, address, size, 0) !== size) return;
      held.set(file, address);
      heldBytes += size;
    },
    peek(file, offset, count) {
      const address = addressOf(file, offset, count);
      return memory.subarray(address, address + count);
    },
    whole(file, offset, size) {
      last = undefined;
      return inflate(file, offset, MADE[place]!, size) ? keep(size) : undefined;
    },
    patched(base, file, offset, size, most) {
      if (base.length > LONGEST || !inflate(file, offset, DELTA, size)) return undefined;
      const made = kernel.resultSize(DELTA, size);
      if (made < 0 || made > most || made > LONGEST) return undefined;
      if (base !== last) memory.set(base, MADE[place]!);
      last = undefined;
      const from = MADE[place]!;
      place = 1 - place;
      return kernel.apply(from, base.length, DELTA, size, MADE[place]!) === 1 ? keep(made) : undefined;
    },
    drop(file) {
      held.delete(file);
      windowOf(memory, file, -1, 0);
    },
  };
}

type AddressOf = (memory: Buffer, file: number, offset: number, count: number) => number;

/** @returns gives the address of bytes of a file, zeros behind its end; for an offset below 0 it forgets the file */
function makeWindows(): AddressOf {
  const windows = Array.from({ length: WINDOWS }, (_, i): Window => {
    return { address: FIRST_WINDOW + i * (WINDOW + SLACK), file: -1, from: 0, length: 0 };
  });
  let turn = 0;
  return (memory, file, offset, count) => {
    for (const window of windows) {
      if (window.file !== file) continue;
      if (offset < 0) window.file = -1;
      const at = offset - window.from;
      const isThere = at >= 0 && at + count <= WINDOW;
      if (isThere && (at + count <= window.length || window.length < WINDOW)) return window.address + at;
    }
    if (offset < 0) return 0;
    if (count > WINDOW) {
      readInto(memory, LARGE, count, file, offset);
      return LARGE;
    }
    const window = windows[turn]!;
    turn = (turn + 1) % WINDOWS;
    window.file = -1; // reading may fail
    window.from = offset;
    window.length = readInto(memory, window.address, WINDOW, file, offset);
    window.file = file;
    return window.address;
  };
}

function readInto(memory: Buffer, address: number, count: number, file: number, from: number): number {
  const length = readSync(file, memory, address, count, from);
  memory.fill(0, address + length, address + count + SLACK);
  return length;
}

/** Objects of some kilobytes are written around a ring: one of its own for each costs more than filling it. */
const RING = 32;
const SLAB = 1 << 19;

/** @returns gives room for an object; what was written into it stays until `RING_BYTES` more have been asked for */
function makeRoom(): (size: number) => Buffer {
  const slabs: Buffer[] = [];
  let slab = -1;
  let filled = SLAB;
  return (size) => {
    if (size > SLAB / 8) return Buffer.allocUnsafeSlow(size);
    if (filled + size > SLAB) {
      slab = (slab + 1) % RING;
      slabs[slab] ??= Buffer.allocUnsafeSlow(SLAB);
      filled = 0;
    }
    filled += size;
    return slabs[slab]!.subarray(filled - size, filled);
  };
}
