// GitHub's API on loopback, as far as secretguard calls it. Every request is held against GitHub's published OpenAPI description
// (npm @octokit/openapi): a route, parameter or body that it does not know is refused and counted.

import { existsSync, mkdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';

const CACHE = join(tmpdir(), 'secretguard-e2e-github');
const PACKAGES = ['@octokit/openapi@23.0.2', 'ajv@8', 'ajv-formats@3'];

async function description() {
  if (!existsSync(join(CACHE, 'node_modules/@octokit/openapi'))) {
    mkdirSync(CACHE, { recursive: true });
    await execa('npm', [
      'install',
      '--prefix',
      CACHE,
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
      ...PACKAGES,
    ]);
  }
  const require = createRequire(join(CACHE, 'package.json'));
  const openapi = require('@octokit/openapi/generated/api.github.com.json');
  const Ajv = require('ajv').default;
  const ajv = new Ajv({ strict: false, allErrors: false, validateFormats: false });
  ajv.addSchema(openapi, 'api');
  return { openapi, ajv };
}

/** @param {(method: string, path: string, body: unknown) => [number, unknown, object?]} answer */
export async function githubServer(answer) {
  const { openapi, ajv } = await description();
  const routes = Object.entries(openapi.paths).map(([template, methods]) => ({
    template,
    methods,
    pattern: new RegExp(`^${template.replace(/\{[^}]+\}/g, '([^/]+)')}$`),
    // what is spelled out comes before what a parameter stands for
    weight: (template.match(/\{/g) ?? []).length,
  }));
  routes.sort((a, b) => a.weight - b.weight);
  const state = { refused: [], seen: [], scripted: [], bodies: [] };
  const server = createServer(async (req, res) => {
    const chunks = [];
    for await (const chunk of req) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString('utf8');
    const body = text === '' ? undefined : JSON.parse(text);
    const url = new URL(req.url, 'http://x');
    const say = (status, data, headers = {}) =>
      res
        .writeHead(status, { 'content-type': 'application/json', ...headers })
        .end(data === undefined ? '' : JSON.stringify(data));
    const why = notDescribed({ routes, openapi, ajv }, req, url, body);
    state.seen.push(`${req.method} ${url.pathname}`);
    state.bodies.push(text);
    if (why !== undefined) {
      state.refused.push(`${req.method} ${url.pathname}: ${why}`);
      return say(400, { message: 'Bad request' });
    }
    const scripted = state.scripted.shift();
    if (scripted !== undefined) return say(...scripted);
    if (req.headers.authorization !== 'token loopback') return say(401, { message: 'Bad credentials' });
    return say(...answer(req.method, url.pathname, body, url.searchParams));
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { state, url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

function notDescribed({ routes, openapi, ajv }, req, url, body) {
  const route = routes.find(
    ({ pattern, methods }) => pattern.test(url.pathname) && methods[req.method.toLowerCase()] !== undefined,
  );
  if (route === undefined) return 'no such route';
  const operation = route.methods[req.method.toLowerCase()];
  const resolve = (item) =>
    item.$ref === undefined
      ? item
      : item.$ref
          .split('/')
          .slice(1)
          .reduce((at, key) => at[key], openapi);
  const parameters = [...(operation.parameters ?? []), ...(route.methods.parameters ?? [])].map(resolve);
  for (const [name, value] of url.searchParams) {
    const known = parameters.find((p) => p.in === 'query' && p.name === name);
    if (known === undefined) return `no parameter ${name}`;
    const { schema } = known;
    const typed = schema.type === 'integer' ? Number(value) : schema.type === 'boolean' ? value === 'true' : value;
    if (!ajv.validate(schema, typed)) return `parameter ${name}: ${ajv.errorsText()}`;
  }
  const wanted = operation.requestBody?.content?.['application/json'];
  if (body === undefined) return operation.requestBody?.required === true ? 'a body is missing' : undefined;
  if (wanted === undefined) return 'no body is taken';
  const pointer = `api#/paths/${pointerOf(route.template)}/${req.method.toLowerCase()}/requestBody/content/application~1json/schema`;
  const check = ajv.getSchema(pointer);
  if (!check(body)) return ajv.errorsText(check.errors);
  const unknown = Object.keys(body).filter(
    (key) => wanted.schema.properties !== undefined && wanted.schema.properties[key] === undefined,
  );
  return unknown.length === 0 ? undefined : `no field ${unknown.join(', ')}`;
}

function pointerOf(template) {
  return encodeURIComponent(template.replaceAll('~', '~0').replaceAll('/', '~1'));
}
