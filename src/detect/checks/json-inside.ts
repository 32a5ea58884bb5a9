/** The object that a base64 or base64url text holds as JSON; `undefined` where it holds none. */
export function jsonInside(text: string): Readonly<Record<string, unknown>> | undefined {
  return parseObject(Buffer.from(text, 'base64').toString('utf8'));
}

/** A JSON object, `undefined` for anything else: a check judges what others wrote, so a failure to parse is an answer. */
export function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
