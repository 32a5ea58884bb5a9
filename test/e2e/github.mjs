// node test/e2e/github.mjs: the github command, its alerts and Actions secrets against a server on loopback that holds every
// request against GitHub's OpenAPI description. Needs dist/ and the npm registry. One line a case; exit 1 where one failed.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import sodium from 'libsodium-wrappers';
import { githubServer } from './github/server.mjs';
import { project, same, want } from './managers/project.mjs';

await sodium.ready;
const keys = sodium.crypto_box_keypair();
const repos = new Map();
const reset = () => {
  repos.clear();
  const make = (name, more = {}) =>
    repos.set(name, {
      features: {},
      isOrg: true,
      isPrivate: false,
      admin: true,
      lacks: [],
      attached: undefined,
      ...more,
    });
  make('acme/shop');
  make('acme/old', { archived: true });
  make('acme/closed', { isPrivate: true, lacks: ['secret_scanning_non_provider_patterns'] });
  make('anna/blog', { isOrg: false });
  make('acme/foreign', { admin: false });
};
reset();
const secrets = new Map();
const configurations = [];

const server = await githubServer((method, path, body) => {
  const [, owner, name, rest] = /^\/repos\/([^/]+)\/([^/]+)(\/.*)?$/.exec(path) ?? [];
  const repo = repos.get(`${owner}/${name}`);
  if (path === '/orgs/acme/repos')
    return [
      200,
      [...repos].filter(([n]) => n.startsWith('acme/') && n !== 'acme/foreign').map(([n, r]) => ({ ...about(n, r) })),
    ];
  if (path === '/orgs/acme/code-security/configurations' && method === 'GET') return [200, configurations];
  if (path === '/orgs/acme/code-security/configurations') {
    configurations.push({ id: 7, ...body });
    return [201, configurations.at(-1)];
  }
  if (path.endsWith('/7/attach')) {
    for (const [n, r] of repos) if (body.selected_repository_ids.includes(idOf(n))) r.attached = configurations[0];
    return [202, {}];
  }
  if (repo === undefined) return [404, { message: 'Not Found' }];
  if (rest === '/code-security-configuration')
    return repo.attached === undefined ? [204, undefined] : [200, { status: 'attached', configuration: repo.attached }];
  if (rest === undefined && method === 'GET') return [200, about(`${owner}/${name}`, repo)];
  if (rest === undefined) {
    for (const [feature, { status }] of Object.entries(body.security_and_analysis)) {
      if (repo.lacks.includes(feature))
        return [422, { message: 'Secret scanning non-provider patterns are not available for this repository' }];
      repo.features[feature] = status;
    }
    return [200, about(`${owner}/${name}`, repo)];
  }
  if (rest.startsWith('/secret-scanning/alerts'))
    return repo.features.secret_scanning === 'enabled'
      ? [
          200,
          [
            {
              number: 3,
              secret_type: 'github_pat',
              secret_type_display_name: 'GitHub token',
              state: 'open',
              validity: 'active',
              created_at: '2026-11-01T10:00:00Z',
              html_url: 'https://github.com/acme/shop/security/secret-scanning/3',
              first_location_detected: { path: 'a.js', start_line: 4 },
            },
          ],
        ]
      : [404, { message: 'Secret scanning is disabled on this repository.' }];
  if (rest.endsWith('/public-key'))
    return [200, { key_id: '1', key: sodium.to_base64(keys.publicKey, sodium.base64_variants.ORIGINAL) }];
  if (/\/secrets$/.test(rest))
    return [200, { total_count: secrets.size, secrets: [...secrets.keys()].map((n) => ({ name: n })) }];
  if (method === 'PUT') {
    secrets.set(rest.split('/').at(-1), body.encrypted_value);
    return [201, {}];
  }
  if (method === 'DELETE')
    return secrets.delete(rest.split('/').at(-1)) ? [204, undefined] : [404, { message: 'Not Found' }];
  return [404, { message: 'Not Found' }];
});

function about(name, { features, isOrg, isPrivate, admin, archived = false }) {
  const told = Object.fromEntries(
    ['secret_scanning', 'secret_scanning_push_protection', 'secret_scanning_non_provider_patterns'].map((f) => [
      f,
      { status: features[f] ?? 'disabled' },
    ]),
  );
  return {
    id: idOf(name), full_name: name, private: isPrivate, archived, owner: { type: isOrg ? 'Organization' : 'User' },
    permissions: { admin }, ...(admin ? { security_and_analysis: told } : {}),
  }; // biome-ignore format: a list
}

function idOf(name) {
  return [...repos.keys()].indexOf(name) + 100;
}

const work = mkdtempSync(join(tmpdir(), 'secretguard-github-'));
const box = await project(join(work, 'repo'), { GITHUB_API_URL: server.url, GH_TOKEN: 'loopback', GITHUB_TOKEN: '' });
await execa('git', ['remote', 'add', 'origin', 'git@127.0.0.1:acme/shop.git'], { cwd: box.folder });
const run = (...args) => box.run(['github', ...args]);
const cases = [
  [
    'what is off is said, exit 1',
    async () => want(await run(), 1, 'acme/shop (public)', 'off secret scanning', 'secretguard github --enable'),
  ],
  [
    'a dry run and a missing --yes switch nothing',
    async () => {
      want(await run('--enable', '--dry-run'), 0, 'Dry run');
      want(await run('--enable'), 1, 'add --yes');
      same(repos.get('acme/shop').features, {}, 'features');
    },
  ],
  [
    '--enable switches all four on, and it is read back',
    async () => {
      want(
        await run('--enable', '--yes'),
        0,
        'on   acme/shop: secret scanning',
        'on   acme/shop: push protection',
        'on   acme/shop: validity checks',
        'on   acme/shop: non-provider patterns',
      );
      want(await run(), 0, 'on  validity checks');
      same(configurations[0].dependabot_alerts, 'not_set', 'what is no business of ours');
    },
  ],
  [
    'a whole organisation: archived ones stay, a plan that lacks a feature is explained',
    async () => {
      reset();
      want(
        await run('--org', 'acme', '--enable', '--yes'),
        1,
        'on   acme/closed: push protection',
        'off  acme/closed: non-provider patterns: ',
        'not available for this repository',
      );
      same(repos.get('acme/old').features, {}, 'archived');
    },
  ],
  [
    'a personal repository has no switch for validity checks: the page is named',
    async () =>
      want(
        await run('--repo', 'anna/blog', '--enable', '--yes'),
        1,
        'on   anna/blog: secret scanning',
        'settings/security_analysis',
      ),
  ],
  [
    'somebody else’s configuration is not replaced',
    async () => {
      reset();
      repos.get('acme/shop').attached = { id: 9, name: 'Platform team' };
      want(await run('--enable', '--yes'), 1, '"Platform team" is attached');
      same(repos.get('acme/shop').attached.id, 9, 'attached');
    },
  ],
  [
    'without admin rights nothing is known',
    async () => want(await run('--repo', 'acme/foreign'), 1, '?   push protection', 'administrators'),
  ],
  ['a repository that is not there', async () => want(await run('--repo', 'acme/nothing'), 2, 'may the token see it')],
  ['an expired token', async () => want(await box.run(['github'], { GH_TOKEN: 'old' }), 2, 'is it expired?')],
  [
    'no token',
    async () => want(await box.run(['github'], { GH_TOKEN: '', PATH: '/usr/bin:/bin' }), 2, 'gh auth login'),
  ],
  [
    'a used up rate limit',
    async () => {
      const reset_ = String(Math.floor(Date.now() / 1000) + 3000);
      server.state.scripted.push([
        403,
        { message: 'API rate limit exceeded' },
        { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset_ },
      ]);
      want(await run(), 2, 'the rate limit is used up until');
    },
  ],
  [
    'a server that fails is asked again',
    async () => {
      server.state.scripted.push([502, { message: 'x' }]);
      want(await run(), 1, 'acme/shop');
    },
  ],
  [
    'open alerts, without their secrets',
    async () => {
      repos.get('acme/shop').features.secret_scanning = 'enabled';
      want(
        await run('--alerts'),
        1,
        'acme/shop #3: GitHub token (ACTIVE, open since 2026-11-01)',
        'a.js:4',
        '1 open alert',
      );
      if (!server.state.seen.at(-1).includes('alerts')) throw new Error('not asked');
    },
  ],
  [
    'alerts of a repository without scanning',
    async () => want(await run('--alerts', '--repo', 'anna/blog'), 2, 'not known: anna/blog', 'switched off'),
  ],
  [
    'every request was one that GitHub describes',
    async () => {
      if (server.state.refused.length > 0) throw new Error(server.state.refused.join('; '));
    },
  ],
];
let failed = 0;
for (const [title, check] of cases) {
  try {
    await check();
    console.log(`ok   github: ${title}`);
  } catch (error) {
    failed++;
    console.log(`FAIL github: ${title}: ${error.message}`);
  }
}
server.close();
rmSync(work, { recursive: true, force: true });
process.exitCode = failed === 0 ? 0 : 1;
