import { readSync } from 'node:fs';
import { PACK_KERNEL } from './pack-kernel.gen.ts';

/** An object of a pack. */
export interface PackedObject {
  readonly type: 'commit' | 'tree' | 'blob' | 'tag';
  readonly size: number;
  /** Absent where it is longer than was asked for. Good until the next object is read. */
  readonly bytes?: Buffer;
}

/** Unpacks objects of packs, in memory of its own. */
export interface PackEngine {
  /**
   * Takes in a pack.
   *
   * @param file descriptor, good for as long as the pack is used
   * @param index of version 2, as long as its count says at least
   * @param width bytes of an id
   * @returns a number for `close`; -1 where there are too many
   */
  open(file: number, size: number, index: Uint8Array, width: number): number;
  close(pack: number): void;
  /**
   * @param most bytes of an object; of a larger one only the size is told
   * @returns undefined where no pack has it, or it is broken, or longer than a megabyte
   */
  read(oid: string, most: number): PackedObject | undefined;
}

/** What the compiled module exports; see `assembly/objects.ts`. */
interface Kernel {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  open(file: number, size: number, bytes: number, index: number, indexSize: number, width: number): number;
  close(pack: number): void;
  read(most: number): number;
}

type BytesAt = (file: number, offset: number, count: number) => number;

interface Engine {
  validate(code: Uint8Array): boolean;
  readonly Module: new (code: Uint8Array) => object;
  readonly Instance: new (
    module: object,
    imports: { readonly host: { readonly bytesAt: BytesAt } },
  ) => { readonly exports: unknown };
}
const { WebAssembly: wasm } = globalThis as { WebAssembly?: Engine };

const PAGE = 1 << 16;
/** Bytes behind each place that may be read or written. */
const SLACK = 64;
/** Bytes that are read at once of a file that is not held. */
const WINDOW = 1 << 13;
const WINDOWS = 8;
/** Largest pack that is held in memory, and most bytes of all that are. */
const HELD = 16 << 20;
const LONGEST = 1 << 20;
/** As long as an object may be once packed; as the kernel has it. */
const LONGEST_PACKED = LONGEST + (LONGEST >> 3) + (LONGEST >> 6) + 64;

// Addresses of the kernel; behind its own there is a place for what fits no window, then the windows.
const OID = 0x3400;
const SAID = 0x3440;
const LARGE = 0x180000 + (13 << 20) + SLACK;
const FIRST_WINDOW = LARGE + LONGEST_PACKED + SLACK;
const END = FIRST_WINDOW + WINDOWS * (WINDOW + SLACK);

const TYPES = ['commit', 'tree', 'blob', 'tag'] as const;

/**
 * @param held most bytes of packs that are held
 * @returns undefined where WebAssembly or its vectors are missing
 */
export function makePackEngine(held = HELD): PackEngine | undefined {
  const code = Buffer.from(PACK_KERNEL, 'base64');
  if (wasm === undefined || !wasm.validate(code)) return undefined;
  const bytesAt = makeWindows();
  const host = { bytesAt: (file: number, offset: number, count: number) => bytesAt(memory, file, offset, count) };
  const kernel = new wasm.Instance(new wasm.Module(code), { host }).exports as Kernel;
  kernel.memory.grow(Math.ceil(END / PAGE) - kernel.memory.buffer.byteLength / PAGE);
  let memory = Buffer.from(kernel.memory.buffer);
  let [said, sizes] = [new Uint32Array(), new Float64Array()];
  let left = held;
  const files = new Map<number, number>();
  /** @returns address of so many bytes that nothing else takes */
  const more = (size: number): number => {
    const address = memory.length;
    kernel.memory.grow(Math.ceil((size + SLACK) / PAGE));
    memory = Buffer.from(kernel.memory.buffer);
    said = new Uint32Array(kernel.memory.buffer, SAID, 2);
    sizes = new Float64Array(kernel.memory.buffer, SAID + 8, 1);
    return address;
  };
  const hold = (file: number, size: number): number => {
    if (size > left) return 0;
    const address = more(size);
    if (readSync(file, memory, address, size, 0) !== size) return 0;
    left -= size;
    return address;
  };
  return {
    open(file, size, index, width) {
      const at = more(index.length);
      memory.set(index, at);
      const pack = kernel.open(file, size, hold(file, size), at, index.length, width);
      files.set(pack, file);
      return pack;
    },
    close(pack) {
      kernel.close(pack);
      bytesAt(memory, files.get(pack)!, -1, 0);
    },
    read(oid, most) {
      memory.write(oid, OID, 'hex');
      if (kernel.read(Math.min(most, 0xffffffff)) === 0) return undefined;
      const [type, size, address] = [TYPES[said[0]! - 1]!, sizes[0]!, said[1]!];
      return address === 0 ? { type, size } : { type, size, bytes: memory.subarray(address, address + size) };
    },
  };
}

interface Window {
  readonly address: number;
  file: number;
  from: number;
  length: number;
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
