import { fail, type Result } from '../../result.ts';
import { Secret } from '../../secret.ts';
import { open, parseEnvelope, seal } from '../sealed/envelope.ts';
import type { KeyWrap, WrapperKind } from '../sealed/key-wrap.ts';
import { openWrap } from '../sealed/open-wrap.ts';
import type { Change, Manager, ManagerKind, ManagerOptions, Surroundings } from './manager.ts';

/**
 * A manager that has no customer keys of its own for single values (Key Vault, Vault): values are sealed before they go there,
 * with a data key that the customer's key wraps, and opened when they come back. Without `kmsKey` nothing new is sealed, and what
 * was sealed is still opened.
 */
export function sealing(
  manager: Manager,
  kind: ManagerKind & WrapperKind,
  options: ManagerOptions,
  at: Surroundings,
): Manager {
  const wraps = new Map<string, Promise<Result<KeyWrap>>>();
  const wrapOf = (by: WrapperKind, key: string) => {
    const known = wraps.get(`${by} ${key}`) ?? openWrap(by, key, options, at);
    wraps.set(`${by} ${key}`, known);
    return known;
  };
  const { kmsKey } = options;
  return {
    ...manager,
    async read(name) {
      const held = await manager.read(name);
      const envelope = held.ok && held.value !== undefined ? envelopeIn(held.value.value) : undefined;
      if (!held.ok || held.value === undefined || envelope === undefined) return held;
      const opened = await open(envelope, manager.idOf(name), async ({ by, name, data }) => {
        const wrap = await wrapOf(by, name);
        return wrap.ok ? wrap.value.unwrap(data) : wrap;
      });
      return opened.ok ? { ok: true, value: { ...held.value, value: opened.value } } : opened;
    },
    async write(changes, tell) {
      if (kmsKey === undefined) return manager.write(changes, tell);
      const wrap = await wrapOf(kind, kmsKey);
      const sealed: Change[] = [];
      for (const change of changes) {
        const envelope = wrap.ok ? await seal(change.value, manager.idOf(change.name), [wrap.value]) : wrap;
        if (envelope.ok) sealed.push({ ...change, value: new Secret(JSON.stringify(envelope.value)) });
        else tell(change.name, fail(envelope.error.kind, envelope.error.message));
      }
      if (sealed.length > 0) await manager.write(sealed, tell);
    },
    close() {
      manager.close();
      for (const wrap of wraps.values()) void wrap.then((w) => (w.ok ? w.value.close() : undefined));
    },
  };
}

function envelopeIn(value: Secret) {
  const text = value.reveal();
  if (!text.startsWith('{"form":"secretguard-sealed/')) return undefined;
  const parsed = parseEnvelope(text);
  return parsed.ok ? parsed.value : undefined;
}
