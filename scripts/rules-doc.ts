// Writes docs/rules.md; a script of its own, because gen.ts has to write the list of rules before it can be imported.
import { mkdirSync, writeFileSync } from 'node:fs';
import { rules, services } from '../config/rules/index.ts';
import { rulesPage } from './rules-page.ts';

mkdirSync('docs', { recursive: true });
writeFileSync('docs/rules.md', rulesPage(rules, services));
console.log(`docs/rules.md: ${rules.length} rules, ${services.length} service rules`);
