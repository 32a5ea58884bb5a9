// node test/e2e/managers.mjs [aws|gcp|azure|vault|env …]: push, pull and env against servers on loopback, through the official
// clients. Needs dist/, python3 (moto), go (Azure) and the package registries. One line a case; exit 1 where one failed.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { awsCases } from './managers/aws-cases.mjs';
import { azureCases } from './managers/azure-cases.mjs';
import { envCases } from './managers/env-cases.mjs';
import { gcpCases } from './managers/gcp-cases.mjs';
import { vaultCases } from './managers/vault-cases.mjs';

const GROUPS = { aws: awsCases, gcp: gcpCases, azure: azureCases, vault: vaultCases, env: envCases };
const wanted = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(GROUPS);
const work = mkdtempSync(join(tmpdir(), 'secretguard-managers-'));
let failed = 0;
try {
  for (const name of wanted) {
    const { cases, close } = await GROUPS[name](join(work, name));
    for (const { title, run } of cases) {
      try {
        await run();
        console.log(`ok   ${name}: ${title}`);
      } catch (error) {
        failed++;
        console.log(`FAIL ${name}: ${title}: ${error.message}`);
      }
    }
    close();
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
process.exitCode = failed === 0 ? 0 : 1;
