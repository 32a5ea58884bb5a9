/** What a line says about its own findings. */
export interface Marker {
  readonly kind: 'own' | 'foreign';
  /** The rule named; absent in foreign ones, which name none of ours. */
  readonly rule?: string;
  readonly reason: string;
}

const COMMENT = String.raw`(?:#|//|/\*|<!--|--|;|%|\*|\bREM\b|'{3}|"{3})[^\n]{0,200}?`;
const OWN = new RegExp(
  `${COMMENT}\\bsecretguard:allow[ \\t]+([a-z0-9][a-z0-9-]{0,80})[ \\t]+--[ \\t]*(\\S[^\\n]{0,300})`,
  'i',
);
const FOREIGN = new RegExp(
  `${COMMENT}\\b(gitleaks:allow|pragma:\\s?allowlist secret|secretlint-disable-line|ggignore|kingfisher:ignore)\\b`,
  'i',
);
const NEAR = /\bsec[a-z]{2,6}-?g[a-z]{2,6}[:\s]{1,3}a[a-z]{1,5}w?\b/i;

/** The inline marker on a line, if there is one that can be understood. */
export function markerOn(line: string): Marker | undefined {
  const own = OWN.exec(line);
  if (own?.[1] !== undefined && own[2] !== undefined) {
    return { kind: 'own', rule: own[1].toLowerCase(), reason: own[2].replace(/\s*(?:\*\/|-->|\}\s*)+\s*$/, '').trim() };
  }
  const foreign = FOREIGN.exec(line);
  return foreign?.[1] === undefined
    ? undefined
    : { kind: 'foreign', reason: `marked with ${foreign[1].toLowerCase()}` };
}

/** Whether the line holds something that was probably meant as our marker but does not count as one. */
export function looksLikeMarker(line: string): boolean {
  return NEAR.test(line) && !OWN.test(line);
}
