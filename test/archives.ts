import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipFile {
  readonly name: string;
  readonly content: string | Buffer;
  /** 0: stored. */
  readonly method?: number;
  readonly flags?: number;
  /** Sizes and checksum that are said instead of the true ones. */
  readonly says?: { readonly size?: number; readonly packed?: number; readonly crc?: number };
  /** Its sizes and its place stand behind the name, in 64 bits each. */
  readonly isLong?: boolean;
}

/** A zip archive, byte by byte. */
export function zipOf(...files: readonly ZipFile[]): Buffer {
  return zip(files, false);
}

/** The same with the end of a zip64 archive. */
export function zip64Of(...files: readonly ZipFile[]): Buffer {
  return zip(files, true);
}

function zip(files: readonly ZipFile[], isLong: boolean): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, content, method = 8, flags = 0, says = {}, isLong: isLongFile = false } of files) {
    const bytes = Buffer.from(content);
    const packed = method === 8 ? deflateRawSync(bytes) : bytes;
    const head = Buffer.alloc(30);
    head.write('PK\x03\x04', 'latin1');
    head.writeUInt16LE(20, 4);
    head.writeUInt16LE(flags, 6);
    head.writeUInt16LE(method, 8);
    head.writeUInt32LE(says.crc ?? crc32(bytes), 14);
    head.writeUInt32LE(says.packed ?? packed.length, 18);
    head.writeUInt32LE(says.size ?? bytes.length, 22);
    head.writeUInt16LE(Buffer.byteLength(name), 26);
    const record = Buffer.alloc(46);
    record.write('PK\x01\x02', 'latin1');
    head.copy(record, 6, 4, 28);
    record.writeUInt32LE(offset, 42);
    locals.push(head, Buffer.from(name), packed);
    central.push(record, Buffer.from(name));
    if (isLongFile) {
      const more = Buffer.alloc(4 + 4 + 28);
      more.writeUInt16LE(0xcafe, 0); // something else comes first
      more.writeUInt16LE(1, 4);
      more.writeUInt16LE(28, 6);
      [bytes.length, packed.length, offset].forEach((n, i) => {
        more.writeBigUInt64LE(BigInt(n), 8 + 8 * i);
      });
      for (const at of [20, 24, 42]) record.writeUInt32LE(0xffffffff, at);
      record.writeUInt16LE(more.length, 30);
      central.push(more);
    }
    offset += 30 + Buffer.byteLength(name) + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  if (!isLong) return Buffer.concat([...locals, directory, end]);
  const long = Buffer.alloc(56);
  long.write('PK\x06\x06', 'latin1');
  [44, 0, 0, files.length, files.length, directory.length, offset].forEach((n, i) => {
    if (n > 0) long.writeBigUInt64LE(BigInt(n), [4, 12, 16, 24, 32, 40, 48][i]!);
  });
  const locator = Buffer.alloc(20);
  locator.write('PK\x06\x07', 'latin1');
  locator.writeBigUInt64LE(BigInt(offset + directory.length), 8);
  locator.writeUInt32LE(1, 16);
  end.fill(0xff, 8, 20);
  return Buffer.concat([...locals, directory, long, locator, end]);
}

export interface TarFile {
  readonly name: string;
  readonly content: string | Buffer;
  /** '0' where nothing is said; see POSIX. */
  readonly type?: string;
}

/** A tar archive (ustar), byte by byte, with the two blocks of its end. */
export function tarOf(...files: readonly TarFile[]): Buffer {
  const blocks = files.flatMap(({ name, content, type = '0' }) => {
    const bytes = Buffer.from(content);
    const head = Buffer.alloc(512);
    head.write(name.slice(0, 100), 'latin1');
    head.write('0000644\0', 100);
    head.write(`${bytes.length.toString(8).padStart(11, '0')}\0`, 124);
    head.write(`        ${type}ustar\x0000`, 148, 'latin1');
    const sum = head.reduce((n, byte) => n + byte, 0);
    head.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    return [head, bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}
