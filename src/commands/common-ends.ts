/** Bytes that are compared in one go. */
const STEP = 4_096;

/** Bytes that both begin with. */
export function commonHead(a: Uint8Array, b: Uint8Array): number {
  const most = Math.min(a.length, b.length);
  let at = 0;
  for (let step = STEP; step > 0 && at < most; ) {
    const end = Math.min(at + step, most);
    if (Buffer.compare(a.subarray(at, end), b.subarray(at, end)) === 0) at = end;
    else if (step > 64) step >>= 2;
    else {
      while (at < end && a[at] === b[at]) at++;
      return at;
    }
  }
  return at;
}

/** Bytes that both end with, none of the first `head` of either among them. */
export function commonTail(a: Uint8Array, b: Uint8Array, head: number): number {
  const most = Math.min(a.length, b.length) - head;
  let tail = 0;
  for (let step = STEP; step > 0 && tail < most; ) {
    const end = Math.min(tail + step, most);
    const one = a.subarray(a.length - end, a.length - tail);
    const other = b.subarray(b.length - end, b.length - tail);
    if (Buffer.compare(one, other) === 0) tail = end;
    else if (step > 64) step >>= 2;
    else {
      while (tail < end && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
      return tail;
    }
  }
  return tail;
}
