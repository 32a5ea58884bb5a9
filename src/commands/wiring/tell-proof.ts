import type { Proof } from './canary.ts';

/** The outcome of the canary, for people. */
export function tellProof(proof: Proof): string {
  switch (proof.kind) {
    case 'blocked':
      return 'Canary: git ran the hook on a made-up token and the commit was blocked; a harmless file passed.';
    case 'passed':
      return `Canary: NOT blocked. git ran its pre-commit hook on a made-up token and the hook let it pass.${quoted(proof.output)}`;
    case 'stopped-early':
      return `Canary: the hook stopped before secretguard had its say, so this proves nothing:${quoted(proof.output)}`;
    case 'blocked-besides':
      return 'Canary: git ran the hook on a made-up token and the commit was blocked. So is what is staged now: npx secretguard check';
    case 'blocks-all':
      return `Canary: blocked, but so is a harmless file. What the hook says about it:${quoted(proof.output)}`;
    case 'not-tried':
      return `Canary: could not be tried: ${proof.why}.`;
  }
}

/** What the hook printed: reports of ours are redacted, and the token in question was made up. */
function quoted(output: string): string {
  const lines = output.trimEnd().split('\n').slice(-40);
  return output.trim() === '' ? '' : `\n${lines.map((line) => `  | ${line}`).join('\n')}`;
}
