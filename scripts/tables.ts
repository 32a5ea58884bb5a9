// Writes the compiled rules into dist/: tables.cjs (keywords for the prefilter), rules.cjs and services.cjs (what matching
// needs), and their details, which are loaded once something was found; programs.cjs and service-names.cjs are for scans.
import { writeFileSync } from 'node:fs';
import { GENERIC_WORDS } from '../config/generic/words.ts';
import { rules, services } from '../config/rules/index.ts';
import { compileCatalogue } from '../src/detect/catalogue.ts';
import { ruleReader } from './guards.ts';

const catalogue = compileCatalogue(rules, services, GENERIC_WORDS, ruleReader);
const { keywords, anchors, guards, hashes, sets } = catalogue.tables;

const json = (value: unknown) => `JSON.parse(${JSON.stringify(JSON.stringify(value))})`;
const source = (pattern: RegExp) => [pattern.source, pattern.flags];
const write = (file: string, text: string) => writeFileSync(`dist/${file}`, `"use strict";\n${text}\n`);

const lean = rules.map(({ id, pattern, minEntropy, check, prefix, homemade, pair, reach, severity, confidence }) => ({
  id,
  minEntropy,
  check,
  prefix,
  homemade,
  reach,
  severity,
  confidence,
  pattern: source(pattern),
  pair: pair && { pattern: source(pair.pattern), within: pair.within },
}));
const told = rules.map(({ title, provider, rotate, revoke, pushProtected, keywords: k, source: s, github }) => ({
  title,
  provider,
  rotate,
  revoke,
  pushProtected,
  keywords: k,
  source: s,
  github,
}));
write(
  'rules.cjs',
  `const data=${json(lean)};
const made=[];let details;
const told=i=>(details??=require('./rule-details.cjs').details)[i];
const regex=([source,flags])=>new RegExp(source,flags);
const make=i=>{const{pattern,pair,...rest}=data[i];const rule={...rest,pattern:regex(pattern)};
if(pair)rule.pair={pattern:regex(pair.pattern),within:pair.within};
for(const key of ['title','provider','rotate','revoke','pushProtected','keywords','source','github'])Object.defineProperty(rule,key,{enumerable:true,get:()=>told(i)[key]});
return rule};
exports.rule=i=>made[i]??=make(i);`,
);
write('rule-details.cjs', `exports.details=${json(told)};`);

const index = catalogue.services();
const names = catalogue.serviceNames();
write('service-names.cjs', `exports.near='${names.near}';exports.inName='${names.inName}';`);
const entries = Array.from({ length: index.entries.length }, (_, i) => index.entries.at(i)!);
const shapes = [...new Set(entries.map((e) => e.shape))];
write(
  'services.cjs',
  `const {near:own,inName}=require('./service-names.cjs');
const at=${json([...names.near.split(' '), ...names.inName.split(' ')].map((name) => index.near[name]))};
const near=Object.fromEntries((own+' '+inName).split(' ').map((name,i)=>[name,at[i]]));
const shapes=${json(shapes)};
const lean=${json(entries.map((e) => [shapes.indexOf(e.shape), e.names]))};
const made=[];let details;
const told=i=>(details??=require('./service-details.cjs').details)[i];
const make=i=>{const entry={shape:shapes[lean[i][0]],names:lean[i][1]};
for(const key of ['id','title','provider','severity','confidence','rotate','revoke','pushProtected'])Object.defineProperty(entry,key,{enumerable:true,get:()=>told(i)[key]});
return entry};
exports.services={near,told:${json(index.told)},entries:{length:lean.length,at:i=>lean[i]&&(made[i]??=make(i))}};`,
);
write('service-details.cjs', `exports.details=${json(entries.map(({ shape: _, names: __, ...rest }) => rest))};`);

const base64 = (array: Uint8Array | Int32Array | Uint16Array | Uint32Array) =>
  `'${Buffer.from(array.buffer, array.byteOffset, array.byteLength).toString('base64')}'`;
const { code, starts } = catalogue.programs();
write(
  'programs.cjs',
  `const bytes=text=>new Uint8Array(Buffer.from(text,'base64')).buffer;
exports.programs={code:new Uint8Array(bytes(${base64(code)})),starts:new Uint32Array(bytes(${base64(starts)}))};
exports.reaches=new Uint32Array(bytes(${base64(catalogue.reaches)}));`,
);
// what the hook reads at every start: texts that are split and decoded natively instead of literals that are compiled
write(
  'tables.cjs',
  `const bytes=text=>{const b=Buffer.from(text,'base64'),a=new Uint8Array(b.length);a.set(b);return a.buffer};
let made,rulesOf,begins;
exports.catalogueWith=load=>made??={tables:load(${JSON.stringify(keywords.join('\n'))}.split('\\n'),new Uint8Array(bytes(${base64(anchors)})),new Int32Array(bytes(${base64(guards)})),new Uint16Array(bytes(${base64(hashes)})),new Uint8Array(bytes(${base64(sets)}))),
get rulesOf(){return rulesOf??=${json(catalogue.rulesOf)}},get begins(){return begins??=new Uint8Array(bytes(${base64(catalogue.begins)}))},hasRule:new Uint8Array(bytes(${base64(catalogue.hasRule)})),isGeneric:new Uint8Array(bytes(${base64(catalogue.isGeneric)})),
get reaches(){return require('./programs.cjs').reaches},
ruleCount:${rules.length},rule:i=>require('./rules.cjs').rule(i),services:()=>require('./services.cjs').services,serviceNames:()=>require('./service-names.cjs'),programs:()=>require('./programs.cjs').programs};`,
);
console.log(
  `${rules.length} rules, ${entries.length} service rules, ${keywords.length} keywords, ${guards.filter((guard) => guard !== 0).length} with a guard of ${sets.length / 32} sets`,
);
