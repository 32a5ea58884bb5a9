export type { Finding, Outcome, Verdict, Violation } from './model.ts';
