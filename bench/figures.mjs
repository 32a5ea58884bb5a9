// Times and what is made of them.
import { spawnSync } from 'node:child_process';

/** Time, processor time and the memory of the largest process; seconds and MB. */
export function measure(command, cwd, env) {
  const script = `import resource,subprocess,sys,time
t=time.time(); subprocess.run(sys.argv[1:],stdout=subprocess.DEVNULL,stderr=subprocess.DEVNULL)
r=resource.getrusage(resource.RUSAGE_CHILDREN); print(time.time()-t, r.ru_utime+r.ru_stime, r.ru_maxrss/1024)`;
  const done = spawnSync('python3', ['-c', script, ...command], { cwd, env, encoding: 'utf8' });
  const [seconds, cpu, mb] = done.stdout.trim().split(' ').map(Number);
  return { seconds, cpu, mb };
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
}

/** Prints a table of Markdown. */
export function table(head, rows) {
  const width = head.map((h, i) => Math.max(h.length, ...rows.map((r) => String(r[i] ?? '').length)));
  const line = (cells) => `| ${cells.map((c, i) => String(c ?? '').padEnd(width[i])).join(' | ')} |`;
  console.log([line(head), line(width.map((w) => '-'.repeat(w))), ...rows.map(line)].join('\n'));
}
