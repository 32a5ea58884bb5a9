/** One thing to do, in words, and how. `do` gives the reason where it fails. */
export interface Step {
  readonly says: string;
  do(): Promise<string | undefined>;
}

export interface Progress {
  readonly done: readonly string[];
  /** What stopped it; undefined: everything was done. */
  readonly problem: string | undefined;
  readonly notDone: readonly string[];
}

/** Does one step after the other and stops at the first that fails. */
export async function takeSteps(steps: readonly Step[]): Promise<Progress> {
  for (const [i, step] of steps.entries()) {
    const problem = await step.do();
    const rest = (from: number) => steps.slice(from).map(({ says }) => says);
    if (problem !== undefined) return { done: steps.slice(0, i).map(({ says }) => says), problem, notDone: rest(i) };
  }
  return { done: steps.map(({ says }) => says), problem: undefined, notDone: [] };
}
