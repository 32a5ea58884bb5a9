export { finishInHook, prepareWithSettings, tellRotation } from './commands/finish.ts';
export { main } from './commands/main.ts';
export { withRules } from './commands/with-rules.ts';
