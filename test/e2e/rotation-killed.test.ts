import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parseLedger } from '../../src/rotation.ts';
import { fake } from '../../src/rule.ts';
import { emptyFolder, filesWith, type Watched, watchedProject } from './rotation-world.ts';

const OLD = fake('hex', 40, 41);

/** Ends the process before or after the n-th time that a file is renamed, which is how every write becomes visible. */
const KILLER = `
const fs = require('node:fs');
const { syncBuiltinESMExports } = require('node:module');
let left = Number(process.env.KILL_AT ?? -1);
const point = () => {
  if (left-- === 0) process.kill(process.pid, 'SIGKILL');
};
const { renameSync } = fs;
fs.renameSync = (...args) => {
  point();
  renameSync(...args);
  point();
};
const { rename } = fs.promises;
fs.promises.rename = async (...args) => {
  point();
  await rename(...args);
  point();
};
syncBuiltinESMExports();
`;

const STEPS = [
  { step: 'start API_KEY --generate', before: [], names: ['API_KEY', 'API_KEY_NEXT'], states: ['current', 'next'] },
  {
    step: 'switch API_KEY',
    before: ['start API_KEY --generate'],
    names: ['API_KEY', 'API_KEY_PREVIOUS'],
    states: ['previous', 'current'],
  },
  {
    step: 'switch API_KEY --back',
    before: ['start API_KEY --generate', 'switch API_KEY'],
    names: ['API_KEY', 'API_KEY_NEXT'],
    states: ['current', 'next'],
  },
  {
    step: 'disable API_KEY',
    before: ['start API_KEY --generate', 'switch API_KEY'],
    names: ['API_KEY'],
    states: ['disabled', 'current'],
  },
  {
    step: 'disable API_KEY --next',
    before: ['start API_KEY --generate'],
    names: ['API_KEY'],
    states: ['current', 'disabled'],
  },
];

async function statesOf(project: Watched): Promise<string[]> {
  const { out } = await project.run(['rotate', 'status', '--format', 'json']);
  return (JSON.parse(out) as { keys: { state: string }[] }).keys.map(({ state }) => state);
}

describe('killed between any two writes', () => {
  test.each(STEPS)(
    '$step: nothing is lost, and once more ends where it should',
    async ({ step, before, names, states }) => {
      const project = watchedProject({ '.env': `PORT=3000\nAPI_KEY=${OLD}\n` });
      const killer = join(project.home, 'killer.cjs');
      writeFileSync(killer, KILLER);
      await project.run(['rotate', 'status', '--record', '--yes']);
      for (const words of before) expect((await project.run(['rotate', ...words.split(' '), '--yes'])).code).toBe(0);
      const prepared = emptyFolder();
      cpSync(project.dir, prepared, { recursive: true, preserveTimestamps: true });
      const known = Object.entries(project.env()).filter(([name]) => name.startsWith('API_KEY'));

      let killed = 0;
      for (let at = 0; ; at++) {
        cpSync(prepared, project.dir, { recursive: true, force: true, preserveTimestamps: true });
        project.git('clean', '-qfdx', '-e', '.env', '-e', '.secretguard', '-e', '.gitattributes');
        const env = { NODE_OPTIONS: `--require ${killer}`, KILL_AT: String(at) };
        const ran = await project.run(['rotate', ...step.split(' '), '--yes'], { env });
        if (ran.code === 0) break;
        killed++;
        expect(ran.code).toBe(null);
        // whatever it was doing: the old key and the new one are both still there, and both files can be read
        const left = Object.values(project.env());
        for (const [, value] of known) if (!step.startsWith('disable')) expect(left).toContain(value);
        expect(project.env()).toHaveProperty('PORT', '3000');
        expect(parseLedger(readFileSync(join(project.dir, '.secretguard/rotation.jsonl'), 'utf8')).broken).toEqual([]);

        const again = await project.run(['rotate', ...step.split(' '), '--yes']);
        const isOver = /has no (?:previous|next) key that is alive/.test(again.out);
        expect({ at, code: isOver ? 0 : again.code, out: again.out }).toMatchObject({ code: 0 });
        expect(Object.keys(project.env())).toEqual(['PORT', ...names]);
        expect(await statesOf(project)).toEqual(states);
        const values = Object.values(project.env()).filter((value) => value.length > 20);
        expect(filesWith([OLD, ...values], [project.dir, project.tmp], (path) => path === '.env')).toEqual([]);
      }
      expect(killed).toBeGreaterThanOrEqual(4);
    },
    400_000,
  );
});
