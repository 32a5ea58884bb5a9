/** Bytes that are compared in one go. */
const STEP = 4_096;
const SMALLEST = 64;

/** Bytes that both begin with. */
export function commonHead(a: Buffer, b: Buffer): number {
  const most = Math.min(a.length, b.length);
  let at = 0;
  for (let step = STEP; step >= SMALLEST && at < most; ) {
    const end = Math.min(at + step, most);
    if (a.compare(b, at, end, at, end) === 0) at = end;
    else step >>= 2;
  }
  while (at < most && a[at] === b[at]) at++;
  return at;
}

/** Bytes that both end with, none of the first `head` of either among them. */
export function commonTail(a: Buffer, b: Buffer, head: number): number {
  const most = Math.min(a.length, b.length) - head;
  const [ends, others] = [a.length, b.length];
  let tail = 0;
  for (let step = STEP; step >= SMALLEST && tail < most; ) {
    const end = Math.min(tail + step, most);
    if (a.compare(b, others - end, others - tail, ends - end, ends - tail) === 0) tail = end;
    else step >>= 2;
  }
  while (tail < most && a[ends - 1 - tail] === b[others - 1 - tail]) tail++;
  return tail;
}
