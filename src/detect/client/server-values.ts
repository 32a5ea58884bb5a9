import { isPublicName, isPublishableName, secretClassOf, serverName } from '../../variables.ts';
import type { KnownValue } from '../known-values.ts';
import { isTelling } from '../telling.ts';

/** What becomes of each variable before browsers' code is searched. */
export interface ServerValues {
  /** To be looked for. */
  readonly wanted: readonly KnownValue[];
  /** Not looked for although it may be a server's: listed, so that nobody takes it for checked. */
  readonly skipped: readonly { readonly name: string; readonly file: string; readonly why: string }[];
  /** Meant for browsers, by name or by form. */
  readonly publicCount: number;
}

/** Keys whose own form says that browsers may have them. */
const PUBLISHABLE_VALUE =
  /^(?:pk_(?:live|test)_\w{8,}|sb_publishable_\w+|phc_\w{20,}|pk\.eyJ[\w.-]+|https:\/\/[0-9a-f]{32}@[\w.-]+\/\d+)$/;

/** Tells the values of server variables from public ones, and from those that stand anywhere. */
export function serverValues(values: readonly KnownValue[], minLength: number): ServerValues {
  const given = values.filter(({ value }) => value !== '');
  const isPublic = (v: KnownValue) =>
    isForBrowsers(v.name) || PUBLISHABLE_VALUE.test(v.value) || isAnonymousJwt(v.value);
  const published = new Set(given.filter(isPublic).map((v) => v.value));
  const wanted: KnownValue[] = [];
  const skipped: { name: string; file: string; why: string }[] = [];
  let publicCount = 0;
  for (const known of given) {
    const { name, file, value } = known;
    // a public name does not excuse what another name says of the same value
    const isFree = published.has(value) && (isPublic(known) || secretClassOf(name) === undefined);
    if (isFree) publicCount++;
    else if (value.startsWith('encrypted:')) skipped.push({ name, file, why: 'encrypted at rest (dotenvx)' });
    else if (value.length < minLength || !isTelling(serverName(name), value))
      skipped.push({ name, file, why: 'too short or too common to be told apart' });
    else wanted.push(known);
  }
  return { wanted, skipped, publicCount };
}

/** By its name: a public prefix or a publishable key, unless the rest says a server's secret. */
function isForBrowsers(name: string): boolean {
  return (isPublicName(name) || isPublishableName(name)) && secretClassOf(name) === undefined;
}

/** Supabase's key for browsers is a token whose role is `anon`. */
function isAnonymousJwt(value: string): boolean {
  const claims = /^eyJ[\w-]+\.(eyJ[\w-]+)\.[\w-]*$/.exec(value)?.[1];
  return claims !== undefined && /"role"\s*:\s*"anon"/.test(Buffer.from(claims, 'base64url').toString('latin1'));
}
