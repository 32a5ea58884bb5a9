import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseEnv } from 'node:util';
import { afterEach, describe, expect, test } from '@jest/globals';
import { fake } from '../../src/rule.ts';
import { filesWith, formsOf, type Watched, watchedProject } from './rotation-world.ts';

const OLD = fake('hex', 40, 21);
const running: ChildProcess[] = [];

afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

/**
 * A server that lets in whoever sends a key that its env file holds under one of `NAMES`, and looks at the file again every
 * `EVERY` milliseconds. It writes what it was asked into a log, keys included, as careless servers do.
 */
const SERVER = `
import { appendFileSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { parseEnv } from 'node:util';
const [file, every, log, ...names] = process.argv.slice(2);
let keys = [];
const load = () => {
  const env = parseEnv(readFileSync(file, 'utf8'));
  keys = names.map((name) => env[name]).filter(Boolean);
};
load();
setInterval(load, Number(every));
const server = createServer((request, response) => {
  const ok = keys.includes(request.headers['x-api-key']);
  appendFileSync(log, new Date().toISOString() + ' ' + (ok ? 200 : 401) + ' x-api-key=' + request.headers['x-api-key'] + '\\n');
  response.writeHead(ok ? 200 : 401).end();
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
`;

/** @param names variables whose values are accepted */
async function serve(project: Watched, every: number, names: readonly string[], log: string): Promise<string> {
  writeFileSync(join(project.home, 'server.mjs'), SERVER);
  const args = [join(project.home, 'server.mjs'), join(project.dir, '.env'), String(every), log, ...names];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  running.push(child);
  const port = await new Promise<string>((resolve) =>
    child.stdout?.once('data', (line) => resolve(String(line).trim())),
  );
  return `http://127.0.0.1:${port}/`;
}

/** Sends requests without a pause, with the key that the env file held not long ago, until it is told to stop. */
function callAll(project: Watched, servers: readonly string[], every: number) {
  const counts = { sent: 0, failed: 0, keys: new Set<string>() };
  const state = { stop: false, key: project.env()['API_KEY'] ?? '' };
  const load = setInterval(() => {
    state.key = parseEnv(readFileSync(join(project.dir, '.env'), 'utf8'))['API_KEY'] ?? '';
  }, every);
  const loops = servers.map(async (url) => {
    while (!state.stop) {
      const key = state.key;
      const { status } = await fetch(url, { headers: { 'x-api-key': key } });
      counts.sent++;
      counts.keys.add(key);
      if (status !== 200) counts.failed++;
      await wait(2);
    }
  });
  return {
    counts,
    end: async () => {
      state.stop = true;
      clearInterval(load);
      await Promise.all(loops);
    },
  };
}

const ALL = ['API_KEY', 'API_KEY_NEXT', 'API_KEY_PREVIOUS'];
/** Longer than any of them takes to look at its env file. */
const SETTLED = 900;

async function rotateWhole(project: Watched): Promise<void> {
  const steps = [
    ['start', 'API_KEY', '--generate', '--yes'],
    ['switch', 'API_KEY', '--yes'],
    ['switch', 'API_KEY', '--back', '--yes'],
    ['switch', 'API_KEY', '--yes'],
    ['disable', 'API_KEY', '--yes'],
  ];
  for (const step of steps) {
    await wait(SETTLED);
    const ran = await project.run(['rotate', ...step]);
    expect({ step, ...ran }).toMatchObject({ code: 0 });
  }
  await wait(SETTLED);
}

describe('a server that runs', () => {
  test('not one request fails from start to audit; afterwards the old key is refused', async () => {
    const project = watchedProject({ '.env': `PORT=3000\nAPI_KEY=${OLD}\n` });
    const log = join(project.home, 'server.log');
    const servers = [await serve(project, 20, ALL, log), await serve(project, 400, ALL, log)];
    const clients = callAll(project, servers, 50);
    await rotateWhole(project);
    await clients.end();
    const { sent, failed, keys } = clients.counts;
    const fresh = project.env()['API_KEY'] ?? '';
    expect(failed).toBe(0);
    expect(sent).toBeGreaterThan(500);
    expect([...keys].sort()).toEqual([OLD, fresh].sort());
    for (const url of servers) {
      expect((await fetch(url, { headers: { 'x-api-key': OLD } })).status).toBe(401);
      expect((await fetch(url, { headers: { 'x-api-key': fresh } })).status).toBe(200);
    }

    const audit = await project.run(['rotate', 'audit', 'API_KEY', '--logs', log, '--format', 'json']);
    const found = JSON.parse(audit.out) as { hits: { line: number; at: string; afterDisabled: boolean }[] };
    const lines = readFileSync(log, 'utf8').split('\n');
    const want = lines.flatMap((line, i) => (line.includes(OLD) ? [i + 1] : []));
    expect(audit.code).toBe(1);
    expect(found.hits.map(({ line }) => line)).toEqual(want);
    // the two requests with the old key that were refused above
    expect(
      found.hits.filter(({ afterDisabled }) => afterDisabled).map(({ line }) => lines[line - 1]?.includes(' 401 ')),
    ).toEqual([true, true]);
    expect(project.said()).not.toContain(OLD);
    expect(project.said()).not.toContain(fresh);
  }, 120_000);

  test('the test can fail: a server that accepts one key only refuses requests', async () => {
    const project = watchedProject({ '.env': `API_KEY=${OLD}\n` });
    const servers = [await serve(project, 400, ['API_KEY'], join(project.home, 'server.log'))];
    const clients = callAll(project, servers, 50);
    await rotateWhole(project);
    await clients.end();
    expect(clients.counts.failed).toBeGreaterThan(0);
  }, 120_000);

  test('a program that was started with the old key holds disable up', async () => {
    const project = watchedProject({ '.env': `API_KEY=${OLD}\n` });
    await project.run(['rotate', 'start', 'API_KEY', '--generate', '--yes']);
    await project.run(['rotate', 'switch', 'API_KEY', '--yes']);
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000); console.log(1)'], {
      env: { ...process.env, THEIR_KEY: OLD },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    running.push(child);
    await new Promise((resolve) => child.stdout?.once('data', resolve));
    const held = await project.run(['rotate', 'disable', 'API_KEY', '--yes']);
    expect(held).toMatchObject({
      code: 1,
      out: expect.stringMatching(new RegExp(`process ${child.pid} \\(node\\).*THEIR_KEY`)),
    });
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('exit', resolve));
    expect((await project.run(['rotate', 'disable', 'API_KEY', '--yes'])).code).toBe(0);
  }, 60_000);
});

describe('no value is in anything that is written but the env files', () => {
  const PASSWORD = 'p%ss "wörd"/+= 7xQ!kZ2';
  const PASTED = fake('alnum', 44, 31);

  test('through all steps, their failures, the hook, scans and reports', async () => {
    const project = watchedProject({
      '.env': `API_KEY=${OLD}\nDB_PASSWORD='${PASSWORD}'\n`,
      '.env.production': `API_KEY=${fake('hex', 40, 22)}\n`,
    });
    const values = new Set([OLD, PASSWORD, PASTED, fake('hex', 40, 22)]);
    const collect = () => {
      for (const file of ['.env', '.env.production'])
        for (const [name, value] of Object.entries(project.env(file))) if (/KEY|PASSWORD/.test(name)) values.add(value);
    };
    const go = async (words: string, input?: string) => {
      await project.run(['rotate', ...words.split(' ')], input === undefined ? {} : { input });
      collect();
    };
    await go('status --record --yes');
    await go('status --format json --output status.json');
    await go('status --ics due.ics');
    await go('start API_KEY --generate --yes'); // which environment?
    await go('start API_KEY --generate --env default --env production --dry-run');
    await go('start API_KEY --generate --env default --env production --yes');
    await go('switch API_KEY --env default --env production --yes --verbose');
    await go('switch API_KEY --env default --back --yes');
    await go('switch API_KEY --env default --yes');
    await go('start DB_PASSWORD --stdin --yes', `${PASTED}\n`);
    await go('start DB_PASSWORD --stdin --yes', `${PASSWORD}\n`);
    await go('switch DB_PASSWORD --yes');
    // in code, encoded, and as part of another value: disable refuses, scans tell
    project.write('src/a.js', `const k = '${OLD}'; const p = ${JSON.stringify(PASSWORD)};\n`);
    project.write('.env.local', `URL=https://u:${encodeURIComponent(PASSWORD)}@h/\n`);
    await go('disable API_KEY --env default --yes');
    await go('disable DB_PASSWORD --yes');
    for (const format of ['pretty', 'json', 'sarif', 'html', 'gitlab']) await project.run(['scan', '--format', format]);
    project.git('add', '-f', 'src/a.js');
    await project.hook();
    project.git('reset', '-q');
    project.write('src/a.js', '');
    project.write('.env.local', '');
    // something that cannot be written, and something broken
    project.write(
      '.secretguard/rotation.jsonl',
      `${readFileSync(join(project.dir, '.secretguard/rotation.jsonl'), 'utf8')}{"half\n`,
    );
    await go('status');
    await go('disable API_KEY --env default --env production --yes');
    await go('disable DB_PASSWORD --yes');
    appendFileSync(
      join(project.home, 'app.log'),
      [...values].map((value) => `x ${value} ${encodeURIComponent(value)}\n`).join(''),
    );
    for (const format of ['pretty', 'json'])
      await go(`audit API_KEY --env default --logs ${join(project.home, 'app.log')} --format ${format}`);
    await go('status');
    await project.hook();
    await project.run(['rotate', 'start', OLD, '--generate']); // somebody mistakes the value for the name
    for (const verb of ['start', 'switch', 'disable', 'audit'])
      for (const value of [PASTED, PASSWORD, `a${OLD}`])
        await project.run(['rotate', verb, value, '--generate', '--logs', 'x', '--env', value]);

    const said = project.said();
    expect(said.length).toBeGreaterThan(5_000);
    expect(values.size).toBe(6);
    for (const form of [...values].flatMap(formsOf)) expect(said.includes(form)).toBe(false);
    const mayHold = (path: string) =>
      /(^|\/)\.env(\.\w+)?$|^app\.log$|^src\/a\.js$/.test(path) || path.startsWith('.git/objects/');
    expect(filesWith([...values], [project.dir, project.home, project.tmp], mayHold)).toEqual([]);
  }, 300_000);

  test('the search itself finds what lies about', () => {
    const project = watchedProject({ '.env': `API_KEY=${OLD}\n` });
    const forms = [...new Set(formsOf(PASSWORD))];
    forms.forEach((form, i) => {
      writeFileSync(join(project.tmp, `leak-${i}`), `x${form}y`, 'latin1');
    });
    writeFileSync(join(project.home, 'login'), Buffer.from(`user:${PASSWORD}`).toString('base64'));
    const found = filesWith([PASSWORD, OLD], [project.dir, project.home, project.tmp], () => false);
    // what Latin-1 cannot hold is not written by this test in that form
    expect(found.filter((name) => name.startsWith('leak-')).length).toBeGreaterThanOrEqual(forms.length - 3);
    expect(found).toEqual(expect.arrayContaining(['.env', 'login']));
  });
});
