export { finishInHook, prepareWithSettings, tellRotation } from './commands/check/finish.ts';
export { main } from './commands/main.ts';
export { verifyLive } from './commands/scan/verify.ts';
export { withRules } from './commands/with-rules.ts';
