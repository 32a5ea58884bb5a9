// Scans of a history that are split into shards or killed half-way: together they are to find what one run finds.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { PLAIN_ENV } from './inputs.mjs';

/** As many local processes as there are shards, each told its own as a host of CI tells it: together the findings of one run. */
export function sharded(folder, command, counts) {
  const essence = (done) =>
    JSON.parse(done.stdout.toString('utf8')).findings.map(
      (f) => `${f.path} ${f.line} ${f.rule} ${f.fingerprint} ${f.commit}`,
    );
  const run = (more, vars) => {
    rmSync(join(folder, '.git/secretguard'), { recursive: true, force: true });
    return spawnSync(command[0], [...command.slice(1), ...more], {
      cwd: folder,
      env: { ...PLAIN_ENV, ...vars },
      maxBuffer: 1 << 30,
    });
  };
  const whole = essence(run([], {})).sort().join('\n');
  const hosts = {
    GitHub: (i, n) => [['--shard', `${i}/${n}`], {}],
    GitLab: (i, n) => [[], { CI_NODE_INDEX: String(i), CI_NODE_TOTAL: n }],
    Kubernetes: (i, n) => [['--shard', `auto/${n}`], { JOB_COMPLETION_INDEX: String(i - 1) }],
  };
  for (const [host, tell] of Object.entries(hosts))
    for (const n of counts) {
      const parts = Array.from({ length: Number(n) }, (_, i) => essence(run(...tell(i + 1, n))));
      console.log(
        `${host}, ${n} shards: ${parts.flat().sort().join('\n') === whole ? 'the findings of one run' : 'OTHER FINDINGS'}`,
      );
    }
}

/** Killed at several moments and run again: the findings of a run that was left alone. */
export function interrupted(folder, command) {
  const findings = () => {
    const done = spawnSync(command[0], command.slice(1), { cwd: folder, env: PLAIN_ENV, maxBuffer: 1 << 30 });
    return JSON.stringify(JSON.parse(done.stdout.toString('utf8')).findings);
  };
  const clear = () => rmSync(join(folder, '.git/secretguard'), { recursive: true, force: true });
  clear();
  const whole = findings();
  const moments = Array.from({ length: 20 }, () => 50 + Math.floor(Math.random() * 2_500));
  const same = moments.filter((ms) => {
    clear();
    spawnSync(command[0], command.slice(1), { cwd: folder, env: PLAIN_ENV, timeout: ms, killSignal: 'SIGKILL' });
    return findings() === whole;
  });
  console.log(
    `\nKilled ${moments.length} times after ${Math.min(...moments)} to ${Math.max(...moments)} ms and run again: the same findings ${same.length} of ${moments.length} times`,
  );
}
