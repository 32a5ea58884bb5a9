// Writes dist/tables.cjs (keywords for the prefilter), dist/rules.cjs and dist/services.cjs, compiled from config/rules.
import { writeFileSync } from 'node:fs';
import { GENERIC_WORDS } from '../config/generic/words.ts';
import { rules, services } from '../config/rules/index.ts';
import { compileCatalogue, type LeanRule } from '../src/detect/catalogue.ts';

const catalogue = compileCatalogue(rules, services, GENERIC_WORDS);
const { keywords, anchors } = catalogue.tables;

/** What the matcher reads of a rule; patterns as literals, which V8 compiles when they are first used. */
function leanSource(rule: LeanRule & { examples?: unknown }): string {
  const { examples: _, pattern, pair, ...rest } = rule;
  const data = JSON.stringify(rest).slice(1, -1);
  const partner = pair === undefined ? '' : `,pair:{pattern:${pair.pattern},within:${pair.within}}`;
  return `{${data},pattern:${pattern}${partner}}`;
}

const header = '"use strict";\n';
writeFileSync('dist/rules.cjs', `${header}exports.rules=[\n${rules.map(leanSource).join(',\n')}\n];\n`);
writeFileSync(
  'dist/services.cjs',
  `${header}exports.services=JSON.parse(${JSON.stringify(JSON.stringify(catalogue.services()))});\n`,
);
writeFileSync(
  'dist/tables.cjs',
  `${header}const keywords=${JSON.stringify(keywords)};
const anchors=${JSON.stringify(anchors)};
const rulesOf=${JSON.stringify(catalogue.rulesOf)};
const generic=new Set(${JSON.stringify([...catalogue.generic])});
let made;
function make(){
const bitmap=new Uint8Array(8192),buckets=new Map();
const add=(a,b,c,d,id)=>{const h=Math.imul((a|b<<8|c<<16|d<<24)|0x20202020,0x9e3779b1)>>>16;bitmap[h>>3]|=1<<(h&7);const l=buckets.get(h);if(l===undefined)buckets.set(h,[id]);else if(l[l.length-1]!==id)l.push(id)};
for(let id=0;id<keywords.length;id++){const k=keywords[id],o=anchors[id];const c=i=>k.charCodeAt(o+i);
if(k.length>3)add(c(0),c(1),c(2),c(3),id);else for(let x=0;x<256;x++)add(c(0),c(1),c(2),x,id)}
return{tables:{keywords,anchors,bitmap,buckets},rulesOf,generic,rules:()=>require('./rules.cjs').rules,services:()=>require('./services.cjs').services};
}
exports.builtInCatalogue=()=>made??=make();
`,
);
console.log(`${rules.length} rules, ${catalogue.services().entries.length} service rules, ${keywords.length} keywords`);
