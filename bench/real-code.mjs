// Blocks and warnings over code that nobody labelled and that holds next to no secret: the added lines of releases, as stand-ins
// for commits, and whole trees.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { table } from './figures.mjs';
import { writeReleases } from './releases.mjs';

/**
 * Of many kinds: servers, clients of services with keys, cryptography, sign-in, translations, documentation, bundles, command
 * lines, databases, chains. npm packages mostly hold what is built; Go modules hold the whole repository, its tests and docs.
 */
export const PACKAGES = [
  'axios', 'bcryptjs', 'bootstrap', 'chart.js', 'commander', 'crypto-js', 'date-fns', 'dayjs', 'eslint', 'ethers', 'express', 'fastify',
  'firebase-admin', 'highlight.js', 'i18next', 'ioredis', 'jose', 'jsonwebtoken', 'knex', 'koa', 'lodash', 'marked', 'mocha', 'moment',
  'mongoose', 'mysql2', 'next-auth', 'node-forge', 'nodemailer', 'openai', 'parse-server', 'passport', 'pg', 'prismjs', 'quill', 'rollup',
  'sequelize', 'socket.io', 'stripe', 'swagger-ui-dist', 'tailwindcss', 'twilio', 'typeorm', 'uuid', 'validator', 'video.js', 'vue', 'zod',
  '@supabase/auth-js', 'discord.js', 'telegraf', '@langchain/core', 'viem', 'antd', 'verdaccio', '@node-red/nodes', 'better-auth',
  'n8n-workflow', 'mongodb', 'hardhat', 'grant', 'jsforce', 'openid-client', 'oidc-provider', '@octokit/webhooks', '@azure/identity',
  '@anthropic-ai/sdk', 'elliptic', 'web3', 'bitcoinjs-lib', 'serverless', 'hexo', 'eslint-plugin-unicorn', 'vitest', 'drizzle-orm',
  'go:github.com/gin-gonic/gin', 'go:github.com/golang-jwt/jwt/v5', 'go:github.com/minio/minio-go/v7', 'go:github.com/coredns/coredns',
  'go:github.com/caddyserver/caddy/v2', 'go:github.com/spf13/viper', 'go:github.com/jackc/pgx/v5', 'go:github.com/go-sql-driver/mysql',
  'go:github.com/redis/go-redis/v9', 'go:github.com/slack-go/slack', 'go:github.com/digitalocean/godo', 'go:github.com/docker/cli',
  'go:github.com/lestrrat-go/jwx/v3', 'go:github.com/labstack/echo/v4', 'go:github.com/rclone/rclone', 'go:github.com/traefik/traefik/v3',
]; // biome-ignore format: a list

/**
 * Prints the counts, and each finding where `show` says so.
 *
 * @param {{ cli: string, work: string, packages?: string[], releases: number, show?: boolean }} options `cli` is the bundle to
 *   measure, `work` a folder to write into
 */
export function measureRealCode({ cli, work, packages = PACKAGES, releases: count, show }) {
  console.log(`\n## Real code: the last ${count} releases of ${packages.length} packages\n`);
  const out = join(work, 'releases');
  mkdirSync(out);
  const failed = packages.filter((name) => !writeReleases(name, count, out));
  if (failed.length > 0) console.log(`Not to be had: ${failed.join(', ')}\n`);
  const scanned = readdirSync(out).map((name) => ({ name, ...scanFolder(cli, join(out, name)) }));
  const isRelease = ({ name }) => name.lastIndexOf('@') > 0;
  const releases = scanned.filter(isRelease);
  const trees = scanned.filter((s) => !isRelease(s));
  table(
    ['', 'number', 'lines', 'blocks', 'per 100,000 lines', 'with any, per 1,000', 'warnings', 'per 100,000 lines', 'with any, per 1,000'],
    [row('releases (added lines)', releases), row('trees', trees)],
  ); // biome-ignore format: a row
  if (show) for (const { name, shown } of scanned) for (const line of shown) console.log(`${name}/${line}`);
}

function row(title, list) {
  const sum = (key) => list.reduce((n, s) => n + s[key], 0);
  const per = (n, of, unit) => (of === 0 ? '' : ((n * unit) / of).toFixed(2));
  const lines = sum('lines');
  const counts = ['block', 'warn'].flatMap((key) => [
    sum(key),
    per(sum(key), lines, 1e5),
    per(list.filter((s) => s[key] > 0).length, list.length, 1000),
  ]);
  return [title, list.length, lines, ...counts];
}

function scanFolder(cli, folder) {
  const text = spawnSync(process.execPath, [cli, 'scan', folder, '--no-config', '--format', 'json'], {
    maxBuffer: 1 << 30,
  }).stdout;
  const { findings, scope } = JSON.parse(text.toString('utf8'));
  const of = (verdict) => findings.filter((f) => f.verdict === verdict);
  const shown = [...of('block'), ...of('warn')].map(
    (f) => `${f.path}:${f.line}: ${f.verdict} ${f.rule} ${f.preview}: ${f.why}`,
  );
  return { block: of('block').length, warn: of('warn').length, lines: scope.lines, shown };
}
