// AssemblyScript: `npm run build` compiles it into ../wasm.gen.ts.
export { again, isUncontrolled, reach, seen } from './again';
export { learnServices } from './gate-services.gen';
export { learn } from './gate-words.gen';
export { hits, keywords } from './keywords';
export { isPlain } from './plain';
export { feedsIn, isAscii } from './position';
export { begin, countLines, lineFeeds, screen, spots } from './screen';
export { fill } from './tables';
