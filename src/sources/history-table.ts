/** Object ids by number, packed: a Map of strings would take five times the memory on a large history. */
export interface OidTable {
  readonly size: number;
  /** Number of an id, given anew where it was not known. */
  add(hex: string): number;
  /** The same for an id whose bytes begin at `at`. */
  addBytes(bytes: Uint8Array, at: number): number;
  /** Number of an id, -1 where it is not known. */
  find(hex: string): number;
  /** @param bytes just those of the id */
  findBytes(bytes: Uint8Array): number;
  hex(index: number): string;
}

/** @param width bytes of an id: a multiple of 4 */
export function makeOidTable(width: number): OidTable {
  const words = width / 4;
  let capacity = 1024;
  let slots = new Int32Array(capacity * 2).fill(-1);
  let store = new Int32Array(capacity * words);
  let storeBytes = Buffer.from(store.buffer);
  let size = 0;
  const id = new Int32Array(words);
  const idBytes = Buffer.from(id.buffer);
  /** Where the id stands, or would. Ids are hashes themselves. */
  const slot = (): number => {
    const mask = slots.length - 1;
    for (let at = id[0]! & mask; ; at = (at + 1) & mask) {
      const index = slots[at]!;
      if (index < 0) return at;
      let word = 0;
      for (let from = index * words; word < words && store[from + word] === id[word]; ) word++;
      if (word === words) return at;
    }
  };
  const grow = () => {
    capacity *= 2;
    const before = store;
    store = new Int32Array(capacity * words);
    store.set(before);
    storeBytes = Buffer.from(store.buffer);
    slots = new Int32Array(capacity * 2).fill(-1);
    for (let i = 0; i < size; i++) {
      id.set(store.subarray(i * words, (i + 1) * words));
      slots[slot()] = i;
    }
  };
  const added = (): number => {
    const at = slot();
    const known = slots[at]!;
    if (known >= 0) return known;
    store.set(id, size * words);
    slots[at] = size++;
    if (size === capacity) grow();
    return size - 1;
  };
  return {
    get size() {
      return size;
    },
    add(hex) {
      idBytes.write(hex, 'hex');
      return added();
    },
    addBytes(bytes, at) {
      idBytes.set(bytes.subarray(at, at + width));
      return added();
    },
    find(hex) {
      if (hex.length !== width * 2) return -1;
      idBytes.write(hex, 'hex');
      return slots[slot()]!;
    },
    findBytes(bytes) {
      idBytes.set(bytes);
      return slots[slot()]!;
    },
    hex: (index) => storeBytes.toString('hex', index * width, (index + 1) * width),
  };
}

/** Whole numbers that get more and more. */
export interface IntList {
  readonly length: number;
  push(number: number): void;
  at(index: number): number;
}

export function makeIntList(): IntList {
  let store = new Int32Array(1024);
  let length = 0;
  return {
    get length() {
      return length;
    },
    push(number) {
      if (length === store.length) {
        const before = store;
        store = new Int32Array(before.length * 2);
        store.set(before);
      }
      store[length++] = number;
    },
    at: (index) => store[index]!,
  };
}
