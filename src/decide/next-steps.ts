import type { Finding, VerdictKind } from '../model.ts';
import { clientSteps } from './client-steps.ts';
import { shortFingerprint } from './fingerprints.ts';

/** What stands for the path of a commit message. */
const MESSAGE = 'commit message';

/** What a person can do about a finding, in the order of sense; nothing for one that is allowed. */
export function nextSteps(finding: Finding, verdict: VerdictKind, fingerprint: string): readonly string[] {
  if (verdict === 'allowed') return [];
  // `allow` finds by its beginning what is staged or in the tree; of anything else it needs the whole fingerprint.
  const isInTree = finding.history === undefined && finding.path !== MESSAGE;
  const id = isInTree ? shortFingerprint(fingerprint) : fingerprint;
  const allow = `if it is harmless, allow it: npx secretguard allow ${id} --reason "…"`;
  if (verdict === 'note') return [allow];
  if (finding.rule.startsWith('client-'))
    return [...clientSteps(finding), allow, ...revoking(finding, 'if a build with it was ever deployed, revoke it')];
  if (finding.history !== undefined) {
    const rewriting = `then out of the history: npx secretguard history ${shortFingerprint(fingerprint)} says how`;
    return [...revoking(finding, 'it has been committed: revoke it'), rewriting, allow];
  }
  return [moving(finding), allow, ...revoking(finding, 'if it ever left this machine, revoke it')];
}

function moving(finding: Finding): string {
  if (finding.path === MESSAGE) return 'write the message anew, without it';
  const variable = finding.rule === 'known-value' ? /^Value of (\w+) /.exec(finding.title)?.[1] : undefined;
  if (variable !== undefined) return `read it from the environment (process.env.${variable}): npx secretguard fix`;
  return 'move it out of the code: npx secretguard fix';
}

function revoking({ rotateUrl, revoke }: Finding, what: string): readonly string[] {
  if (rotateUrl === undefined && revoke === undefined) return [`${what} where it was issued`];
  const where = rotateUrl === undefined ? '' : `: ${rotateUrl}`;
  return [`${what}${where}${revoke === undefined ? '' : ` (${revoke.replace(/\.$/, '')})`}`];
}
