import type { CheckInput, CheckOutcome } from '../check.ts';
import { githubCrc } from './github-crc.ts';
import { judgeLogin } from './judge-password.ts';
import { DROP } from './outcome.ts';

/** A registry token of an .npmrc or .yarnrc.yml file. */
export function npmrc(input: CheckInput): CheckOutcome {
  const { value, text, start } = input;
  // code that writes such a file: `host.token`
  if (/^[A-Za-z_$]+(?:\.[A-Za-z_$]+)+$/.test(value)) return DROP;
  const proof = value.startsWith('npm_') ? githubCrc(input) : {};
  const line = text.slice(text.lastIndexOf('\n', start) + 1, start);
  const host = /\/\/([^/:\s]{1,100})/.exec(line)?.[1] ?? 'registry.npmjs.org';
  const judged = judgeLogin({ user: '', password: value.slice(value.indexOf(':') + 1), host });
  return judged.drop === true || judged.severity !== undefined ? judged : proof;
}
