import type { World } from '../src/commands/command.ts';
import { cleanEnv } from './repo.ts';

/** A world for one command: what it printed is kept, questions get the answers given, in order. */
export interface FakeWorld extends World {
  readonly printed: { out: string; err: string };
}

/** @param answers what a person types; absent: nobody sits at a terminal */
export function fakeWorld(cwd: string, answers?: readonly string[], input = ''): FakeWorld {
  const printed = { out: '', err: '' };
  const left = [...(answers ?? [])];
  return {
    cwd,
    printed,
    env: cleanEnv(),
    stdin: async () => Buffer.from(input),
    out: (text) => {
      printed.out += text;
    },
    err: (text) => {
      printed.err += text;
    },
    isTty: answers !== undefined,
    columns: 80,
    color: false,
    now: () => new Date('2027-01-15T10:00:00Z'),
    ask: async (question) => {
      printed.err += question;
      const answer = left.shift();
      if (answer === undefined) throw new Error(`asked once too often: ${question}`);
      return answer;
    },
  };
}
