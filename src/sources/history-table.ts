/** Object ids by number, packed: a Map of strings would take five times the memory on a large history. */
export interface OidTable {
  readonly size: number;
  /** Number of an id, given anew where it was not known. */
  add(hex: string): number;
  /** Number of an id, -1 where it is not known. */
  find(hex: string): number;
  hex(index: number): string;
}

/** @param width bytes of an id: 20 or 32 */
export function makeOidTable(width: number): OidTable {
  let capacity = 1024;
  let slots = new Int32Array(capacity * 2).fill(-1);
  let store = Buffer.alloc(capacity * width);
  let size = 0;
  const scratch = Buffer.alloc(width);
  const slotOf = (bytes: Buffer, from: number): number => {
    for (let slot = bytes.readUInt32LE(from) % slots.length; ; slot = (slot + 1) % slots.length) {
      const index = slots[slot]!;
      if (index < 0 || store.compare(bytes, from, from + width, index * width, (index + 1) * width) === 0) return slot;
    }
  };
  const grow = () => {
    capacity *= 2;
    const before = store;
    store = Buffer.alloc(capacity * width);
    before.copy(store);
    slots = new Int32Array(capacity * 2).fill(-1);
    for (let i = 0; i < size; i++) slots[slotOf(store, i * width)] = i;
  };
  return {
    get size() {
      return size;
    },
    add(hex) {
      scratch.write(hex, 'hex');
      const slot = slotOf(scratch, 0);
      const known = slots[slot]!;
      if (known >= 0) return known;
      scratch.copy(store, size * width);
      slots[slot] = size++;
      if (size === capacity) grow();
      return size - 1;
    },
    find(hex) {
      if (hex.length !== width * 2) return -1;
      scratch.write(hex, 'hex');
      return slots[slotOf(scratch, 0)]!;
    },
    hex: (index) => store.toString('hex', index * width, (index + 1) * width),
  };
}

/** Whole numbers that get more and more. */
export interface IntList {
  readonly length: number;
  push(...numbers: readonly number[]): void;
  at(index: number): number;
}

export function makeIntList(): IntList {
  let store = new Int32Array(1024);
  let length = 0;
  return {
    get length() {
      return length;
    },
    push(...numbers) {
      if (length + numbers.length > store.length) {
        const before = store;
        store = new Int32Array(before.length * 2);
        store.set(before);
      }
      for (const n of numbers) store[length++] = n;
    },
    at: (index) => store[index]!,
  };
}
