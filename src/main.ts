export { finishInHook, prepareWithSettings } from './commands/finish.ts';
export { main } from './commands/main.ts';
export { withRules } from './commands/with-rules.ts';
