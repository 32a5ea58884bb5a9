// Vault's KV v2 and transit engines on loopback, as far as secretguard calls them. Every request is held against the OpenAPI
// description that HashiCorp ships with its own client (Go module vault-client-go): a path, method or field that stands there
// nowhere is refused. Its semantics (check-and-set, versions, 404 with metadata) follow the published API pages.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';

/** @param {object} openapi the parsed description */
export async function vaultServer(openapi) {
  const state = {
    documents: new Map(),
    custom: new Map(),
    key: randomBytes(32),
    token: 'root',
    answers: [],
    beforeWrite: undefined,
    dropAfter: undefined,
    refused: [],
  };
  const server = createServer(async (req, res) => {
    const chunks = [];
    for await (const chunk of req) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString('utf8');
    const say = (status, body, headers = {}) =>
      res.writeHead(status, headers).end(body === undefined ? '' : JSON.stringify(body));
    const path = decodeURI(req.url).replace(/^\/v1\//, '');
    const body = text === '' ? {} : JSON.parse(text);
    const why = notDescribed(openapi, req.method, path, body);
    if (why !== undefined) {
      state.refused.push(why);
      return say(400, { errors: [why] });
    }
    const scripted = state.answers.shift();
    if (scripted !== undefined) return say(scripted.status, scripted.body ?? { errors: [] }, scripted.headers);
    if (req.headers['x-vault-token'] !== state.token) return say(403, { errors: ['permission denied'] });
    if (req.method === 'POST' && state.beforeWrite !== undefined) {
      state.beforeWrite();
      state.beforeWrite = undefined;
      if (!server.listening) return res.destroy();
    }
    const [status, answer] = answerTo(state, req.method, path, body);
    if (state.dropAfter?.test(`${req.method} ${path}`)) {
      state.dropAfter = undefined;
      res.destroy(); // done, but nobody hears of it
      return undefined;
    }
    return say(status, answer);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address();
  return {
    state,
    address: `http://127.0.0.1:${port}`,
    close: () => server.close(),
    /** As a kill does: every connection ends, and no new one comes about. */
    stop() {
      server.close();
      server.closeAllConnections();
    },
    start: () => new Promise((done) => server.listen(port, '127.0.0.1', done)),
  };
}

function answerTo(state, method, path, body) {
  const [, engine, rest] = /^[^/]+\/([^/]+)\/(.+)$/.exec(path) ?? [];
  const versions = state.documents.get(rest) ?? [];
  if (engine === 'data' && method === 'GET') {
    if (versions.length === 0) return [404, { errors: [] }];
    return [200, { data: { data: versions.at(-1), metadata: { version: versions.length } } }];
  }
  if (engine === 'data' && method === 'POST') {
    const { cas } = body.options ?? {};
    if (cas !== undefined && cas !== versions.length)
      return [400, { errors: ['check-and-set parameter did not match the current version'] }];
    state.documents.set(rest, [...versions, body.data]);
    return [200, { data: { version: versions.length + 1 } }];
  }
  if (engine === 'metadata' && method === 'GET')
    return versions.length === 0 ? [404, { errors: [] }] : [200, { data: { current_version: versions.length } }];
  if (engine === 'metadata' && method === 'POST') {
    state.custom.set(rest, body.custom_metadata);
    return [204, undefined];
  }
  if (engine === 'encrypt') {
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', state.key, iv);
    const data = Buffer.concat([iv, cipher.update(body.plaintext, 'base64'), cipher.final(), cipher.getAuthTag()]);
    return [200, { data: { ciphertext: `vault:v1:${data.toString('base64')}` } }];
  }
  if (engine === 'decrypt') {
    const data = Buffer.from(body.ciphertext.replace(/^vault:v1:/, ''), 'base64');
    const decipher = createDecipheriv('aes-256-gcm', state.key, data.subarray(0, 12)).setAuthTag(data.subarray(-16));
    const plain = Buffer.concat([decipher.update(data.subarray(12, -16)), decipher.final()]);
    return [200, { data: { plaintext: plain.toString('base64') } }];
  }
  return [404, { errors: [] }];
}

/** Why a request is none that the description knows; undefined where it is one. */
function notDescribed(openapi, method, path, body) {
  let nearest = `there is no ${method} of such a path`;
  for (const [template, methods] of Object.entries(openapi.paths)) {
    const pattern = template
      .slice(1)
      .replace(/[.*+?^$()|[\]\\]/g, '\\$&')
      .replace(/\{(?:path)\}/g, '.+')
      .replace(/\{[^}]+\}/g, '[^/]+');
    if (!new RegExp(`^${pattern}$`).test(path)) continue;
    const described = methods[method.toLowerCase()];
    if (described === undefined) continue;
    const ref = described.requestBody?.content?.['application/json']?.schema?.$ref;
    const schema = ref === undefined ? { properties: {} } : openapi.components.schemas[ref.split('/').at(-1)];
    const unknown = Object.keys(body).filter((field) => schema.properties?.[field] === undefined);
    if (unknown.length === 0) return undefined;
    nearest = `${method} ${template} takes no ${unknown.join(', ')}`;
  }
  return nearest;
}
