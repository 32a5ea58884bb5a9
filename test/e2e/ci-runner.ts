import { spawn } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import * as z from 'zod';
import { binFolder, cleanEnv, scratch } from '../repo.ts';

/** One job, or one of its parallel parts, as it ended. */
export interface Ran {
  readonly name: string;
  readonly status: number;
  readonly out: string;
  /** Folder in which it left what it made. */
  readonly dir: string;
}

/** The repository that a job checks out. */
export interface Origin {
  readonly dir: string;
  readonly sha: string;
}

const text = z.string();
const env = z.record(text, z.coerce.string());
const githubStep = z.strictObject({
  if: z.literal('always()').optional(),
  uses: text.optional(),
  with: z.record(text, z.union([text, z.number(), z.boolean()])).default({}),
  run: text.optional(),
});
const githubJob = z.strictObject({
  'runs-on': text,
  needs: text.optional(),
  if: z.literal('always()').optional(),
  strategy: z.strictObject({ 'fail-fast': z.literal(false), matrix: z.record(text, z.array(z.number())) }).optional(),
  steps: z.array(githubStep),
});
const github = z.looseObject({ name: text, jobs: z.record(text, githubJob) });
const gitlabJob = z.strictObject({
  stage: text.optional(),
  image: text,
  parallel: z.number().optional(),
  variables: env.default({}),
  needs: z.array(text).optional(),
  script: z.array(text),
  artifacts: z.strictObject({
    when: z.literal('always'),
    paths: z.array(text).default([]),
    reports: z.strictObject({ secret_detection: text }).optional(),
  }),
  rules: z.array(z.strictObject({ if: text, when: z.literal('always').optional() })),
});
const gitlab = z.record(text, gitlabJob);
const container = z.looseObject({
  command: z.array(text),
  args: z.array(text),
  env: z.array(z.strictObject({ name: text, value: text })).default([]),
  volumeMounts: z.array(z.strictObject({ name: text, mountPath: text })),
});
const kubernetes = z.object({
  kind: z.literal('Job'),
  metadata: z.strictObject({ name: text }),
  spec: z.object({
    completionMode: z.literal('Indexed').optional(),
    completions: z.number().default(1),
    template: z.object({ spec: z.looseObject({ containers: z.tuple([container]) }) }),
  }),
});

export type GithubWorkflow = z.infer<typeof github>;
export type GitlabPipeline = z.infer<typeof gitlab>;
export type KubernetesJob = z.infer<typeof kubernetes>;

/** The workflows that a text in Markdown shows. */
export function workflowsIn(markdown: string) {
  const found = { github: [] as GithubWorkflow[], gitlab: [] as GitlabPipeline[], kubernetes: [] as KubernetesJob[] };
  for (const [, block = ''] of markdown.matchAll(/^```yaml\n([\s\S]*?)^```/gm)) {
    for (const document of parseAllDocuments(block)) {
      const value = document.toJS();
      if ('jobs' in value) found.github.push(github.parse(value));
      else if ('apiVersion' in value) found.kubernetes.push(kubernetes.parse(value));
      else found.gitlab.push(gitlab.parse(value));
    }
  }
  return found;
}

/** What a runner is told beside the workflow. */
export interface Around {
  readonly origin: Origin;
  readonly env?: NodeJS.ProcessEnv;
  /** Files that get lost on the way from one job to another. */
  readonly lost?: (file: string) => boolean;
}

/** GitHub's runner: jobs in the order of the file, which is that of `needs` here; those of a matrix side by side. */
export async function runGithub({ jobs }: GithubWorkflow, around: Around): Promise<Ran[]> {
  const artifacts = scratch();
  const ran: Ran[] = [];
  for (const [name, { steps, strategy }] of Object.entries(jobs)) {
    const [key = '', values = [0]] = Object.entries(strategy?.matrix ?? {})[0] ?? [];
    const parts = values.map(async (value): Promise<Ran> => {
      const context = { [`matrix.${key}`]: value, 'strategy.job-total': values.length };
      const dir = scratch();
      let [status, out] = [0, ''];
      for (const step of steps) {
        if (status !== 0 && step.if === undefined) continue;
        const given = Object.entries(step.with).map(([k, v]) => [k, filledIn(String(v), context)]);
        const done =
          step.run === undefined
            ? await act(step.uses ?? '', Object.fromEntries(given), dir, artifacts, around)
            : await shell(['bash', '-e', '-c', filledIn(step.run, context)], dir, {
                CI: 'true',
                GITHUB_ACTIONS: 'true',
                ...around.env,
              });
        [status, out] = [status || done.status, out + done.out];
      }
      return { name, dir, status, out };
    });
    ran.push(...(await Promise.all(parts)));
  }
  return ran;
}

/** What stands between `${{` and `}}`; a name that is not known is an error here, where GitHub takes nothing for it. */
function filledIn(line: string, context: Readonly<Record<string, number>>): string {
  return line.replace(/\$\{\{\s*([\w.-]+)\s*\}\}/g, (_, name: string) => {
    if (context[name] === undefined) throw new Error(`the workflow asks for ${name}`);
    return String(context[name]);
  });
}

const DONE = { status: 0, out: '' };

/** The actions that the workflows use, as far as files go. */
async function act(
  uses: string,
  given: Readonly<Record<string, string>>,
  dir: string,
  artifacts: string,
  { origin, lost = () => false }: Around,
): Promise<{ status: number; out: string }> {
  switch (uses.replace(/@v\d+$/, '')) {
    case 'actions/checkout':
      return checkOut(origin, dir, given['fetch-depth'] === '0');
    case 'actions/setup-node':
      return DONE;
    case 'actions/upload-artifact':
      mkdirSync(join(artifacts, given['name']!));
      for (const file of named(given['path']!, dir))
        if (!lost(file)) cpSync(join(dir, file), join(artifacts, given['name']!, file));
      return DONE;
    case 'actions/download-artifact':
      if (given['merge-multiple'] !== 'true') throw new Error('each artifact would come in a folder of its own');
      for (const name of named(given['pattern']!, artifacts)) cpSync(join(artifacts, name), dir, { recursive: true });
      return DONE;
    case 'github/codeql-action/upload-sarif':
      return existsSync(join(dir, given['sarif_file']!)) ? DONE : { status: 1, out: 'no file to upload\n' };
    default:
      throw new Error(`the workflow uses ${uses}`);
  }
}

/** As actions/checkout does it: one commit, detached; or everything, branches under origin. */
function checkOut({ dir: from, sha }: Origin, dir: string, isWhole: boolean) {
  const what = isWhole ? `--tags origin '+refs/heads/*:refs/remotes/origin/*'` : '--depth=1 origin';
  const lines = `git init -q; git remote add origin "$FROM"; git fetch -q ${what} "$SHA"; git checkout -q --detach "$SHA"`;
  return shell(['sh', '-e', '-c', lines], dir, { FROM: `file://${from}`, SHA: sha });
}

/** GitLab's runner: a job and its parallel parts side by side, in the order of the file. */
export async function runGitlab(jobs: GitlabPipeline, { origin, env: more = {}, lost = () => false }: Around) {
  const store = scratch();
  const ran: Ran[] = [];
  for (const [name, { parallel, variables, needs = [], script, artifacts, rules }] of Object.entries(jobs)) {
    const rule = rules.find((one) => holds(one.if, more));
    const hasFailed = ran.some((job) => needs.includes(job.name) && job.status !== 0);
    if (rule === undefined || (hasFailed && rule.when !== 'always')) continue;
    const parts = Array.from({ length: parallel ?? 1 }, async (_, i): Promise<Ran> => {
      const dir = scratch();
      // one branch, whatever the depth
      const got = await shell(
        ['sh', '-e', '-c', `git init -q; git remote add origin "$FROM"; git fetch -q "$FROM" "$SHA"; git checkout -q "$SHA"`],
        dir,
        { FROM: `file://${origin.dir}`, SHA: origin.sha },
      );
      if (needs.length > 0) cpSync(store, dir, { recursive: true });
      const index = parallel === undefined ? {} : { CI_NODE_INDEX: String(i + 1) };
      const own = { CI: 'true', GITLAB_CI: 'true', CI_NODE_TOTAL: String(parallel ?? 1), ...index };
      const done = await shell(['bash', '-eo', 'pipefail', '-c', script.join('\n')], dir, { ...own, ...variables, ...more });
      const files = artifacts.paths.flatMap((path) => named(path, dir));
      for (const file of files) if (!lost(file)) cpSync(join(dir, file), join(store, file));
      const report = artifacts.reports?.secret_detection;
      const hasReport = report === undefined || existsSync(join(dir, report));
      return { name, dir, status: got.status || done.status || (hasReport ? 0 : 3), out: got.out + done.out };
    }); // biome-ignore format: a script
    ran.push(...(await Promise.all(parts)));
  }
  return ran;
}

function holds(condition: string, facts: NodeJS.ProcessEnv): boolean {
  const [, name = '', value] = /^\$(\w+) == "(\w+)"$/.exec(condition) ?? [];
  if (value === undefined) throw new Error(`the pipeline asks whether ${condition}`);
  return facts[name] === value;
}

/** Pods of one Job side by side, one Job after the other; a volume is one folder for all, but for those that are each pod's own. */
export async function runKubernetes(jobs: readonly KubernetesJob[], { origin, lost = () => false }: Around) {
  const results = scratch();
  const ran: Ran[] = [];
  for (const { metadata, spec } of jobs) {
    const pods = Array.from({ length: spec.completions }, async (_, i): Promise<Ran> => {
      const [{ command, args, env: given, volumeMounts }] = spec.template.spec.containers;
      const volumes = new Map(volumeMounts.map((v) => [v.mountPath, v.name === 'results' ? results : scratch()]));
      const here = args.map((arg) => arg.replace(/(?<=[\s"])\/[a-z]+(?=\/)/g, (path) => volumes.get(path) ?? path));
      const own = spec.completionMode === undefined ? {} : { JOB_COMPLETION_INDEX: String(i) };
      const values = Object.fromEntries(given.map(({ name, value }) => [name, value]));
      const stands = { GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: `url.file://${origin.dir}.insteadOf` };
      const where = { ...stands, GIT_CONFIG_VALUE_0: values['REPOSITORY'] ?? 'nowhere' };
      const done = await shell([...command, ...here], scratch(), { ...own, ...values, ...where });
      return { name: metadata.name, dir: results, ...done };
    });
    ran.push(...(await Promise.all(pods)));
    for (const file of readdirSync(results)) if (lost(file)) rmSync(join(results, file));
  }
  return ran;
}

/** Names in a folder; `*` stands for any rest. */
function named(pattern: string, dir: string): string[] {
  const form = new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '.*')}$`);
  return readdirSync(dir).filter((name) => form.test(name));
}

let tools: string | undefined;

/** `secretguard` is installed, `npm ci` has nothing to do, and npx runs what is there. */
function installed(): string {
  if (tools !== undefined) return tools;
  tools = binFolder();
  const programs = { npm: 'test "$1" = ci', npx: 'test "$1" = --no-install\nshift\nexec "$@"' };
  for (const [name, program] of Object.entries(programs)) {
    writeFileSync(join(tools, name), `#!/bin/sh -e\n${program}\n`);
    chmodSync(join(tools, name), 0o755);
  }
  return tools;
}

function shell([program = '', ...args]: readonly string[], cwd: string, more: NodeJS.ProcessEnv) {
  const clean = cleanEnv(more);
  const path = `${installed()}${delimiter}${clean['PATH']}`;
  const child = spawn(program, args, { cwd, env: { ...clean, PATH: path }, stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (bytes: Buffer) => {
      out += bytes.toString();
    });
  return new Promise<{ status: number; out: string }>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ status: code ?? 128, out }));
  });
}
