// Google's Secret Manager and Cloud KMS over gRPC on loopback. Messages and services are those of the protocol descriptions that
// the official clients ship: a field that is not described does not survive the way through them.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/**
 * @param {string} root folder with node_modules in it
 * @param {{ state: object, port: number }} [before] one that was closed: the same port, and what it held
 */
export async function googleServer(root, before) {
  const require = createRequire(join(root, 'package.json'));
  const fromGax = createRequire(require.resolve('google-gax'));
  const grpc = fromGax('@grpc/grpc-js');
  const protobuf = fromGax('protobufjs');
  const state = before?.state ?? { secrets: new Map(), key: randomBytes(32), failures: [], before: undefined };
  const server = new grpc.Server();
  const add = (pack, service, handlers) => {
    const described = protobuf.Root.fromJSON(require(`@google-cloud/${pack}/build/protos/protos.json`));
    const found = described.lookupService(service);
    const name = found.fullName.slice(1);
    const methods = Object.values(found.methods).filter((m) => handlers[m.name] !== undefined);
    const definition = Object.fromEntries(
      methods.map((m) => {
        const [input, output] = [described.lookupType(m.requestType), described.lookupType(m.responseType)];
        const [typeIn, typeOut] = [m.resolve().resolvedRequestType ?? input, m.resolvedResponseType ?? output];
        return [
          m.name,
          {
            path: `/${name}/${m.name}`,
            requestStream: false,
            responseStream: false,
            requestDeserialize: (bytes) => typeIn.toObject(typeIn.decode(bytes), { longs: Number }),
            responseSerialize: (value) => Buffer.from(typeOut.encode(typeOut.fromObject(value)).finish()),
            requestSerialize: (value) => Buffer.from(typeIn.encode(value).finish()),
            responseDeserialize: (bytes) => typeOut.decode(bytes),
          },
        ];
      }),
    );
    const bound = Object.fromEntries(
      methods.map((m) => [
        m.name,
        async (call, done) => {
          const code = state.failures.shift();
          if (code !== undefined) return done({ code, details: 'scripted' });
          await state.before?.(m.name, call.request);
          try {
            return done(null, handlers[m.name](call.request));
          } catch (error) {
            return done({ code: error.grpc ?? 13, details: 'no' });
          }
        },
      ]),
    );
    server.addService(definition, bound);
  };
  const no = (code) => Object.assign(new Error('no'), { grpc: code });
  add('secret-manager', 'google.cloud.secretmanager.v1.SecretManagerService', {
    CreateSecret({ parent, secretId, secret }) {
      const name = `${parent}/secrets/${secretId}`;
      if (!/^[A-Za-z0-9_-]{1,255}$/.test(secretId)) throw no(3);
      if (secret?.replication === undefined) throw no(3);
      for (const label of Object.values(secret.labels ?? {})) if (!/^[a-z0-9_-]{0,63}$/.test(label)) throw no(3);
      if (state.secrets.has(name)) throw no(6);
      state.secrets.set(name, { ...secret, name, versions: [] });
      return { name };
    },
    AddSecretVersion({ parent, payload }) {
      const secret = state.secrets.get(parent);
      if (secret === undefined) throw no(5);
      secret.versions.push(payload);
      return { name: `${parent}/versions/${secret.versions.length}`, state: 1 };
    },
    AccessSecretVersion({ name }) {
      const [, parent, version] = /^(.*)\/versions\/(.*)$/.exec(name);
      const { versions = [] } = state.secrets.get(parent) ?? {};
      const number = version === 'latest' ? versions.length : Number(version);
      const payload = versions[number - 1];
      if (payload === undefined) throw no(5);
      return { name: `${parent}/versions/${number}`, payload };
    },
    ListSecrets({ parent, filter }) {
      const prefix = `${parent}/secrets/`;
      const wanted = /^name:(.*)$/.exec(filter ?? '')?.[1] ?? '';
      const names = [...state.secrets.keys()].filter((name) => name.startsWith(prefix) && name.includes(wanted));
      return { secrets: names.map((name) => ({ name })), totalSize: names.length };
    },
  });
  add('kms', 'google.cloud.kms.v1.KeyManagementService', {
    Encrypt({ name, plaintext }) {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', state.key, iv);
      return { name, ciphertext: Buffer.concat([iv, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]) };
    },
    Decrypt({ ciphertext }) {
      const data = Buffer.from(ciphertext);
      const decipher = createDecipheriv('aes-256-gcm', state.key, data.subarray(0, 12)).setAuthTag(data.subarray(-16));
      return { plaintext: Buffer.concat([decipher.update(data.subarray(12, -16)), decipher.final()]) };
    },
  });
  const port = await new Promise((done, failed) =>
    server.bindAsync(`127.0.0.1:${before?.port ?? 0}`, grpc.ServerCredentials.createInsecure(), (error, p) =>
      error ? failed(error) : done(p),
    ),
  );
  return { state, port, endpoint: `http://127.0.0.1:${port}`, close: () => server.forceShutdown() };
}
