import { LIVE_CHECKS } from '../../../config/live-checks.ts';
import { openAnswers } from '../../lifecycle/live/answers.ts';
import { askProviders, type Candidate } from '../../lifecycle/live/ask.ts';
import type { Live } from '../../live.ts';
import type { Outcome, Verdict } from '../../model.ts';
import type { World } from '../command.ts';
import { privateFolderOf } from '../repository.ts';
import { withFinding } from './conclude.ts';

const SAYS: Readonly<Record<Live, string>> = {
  active: 'the provider says that it is alive',
  inactive: 'the provider says that it is dead',
  unknown: 'whether it is alive could not be learned',
};

/**
 * Asks the providers whether the keys found are alive. Allowed findings are asked about as well: a live key is worth knowing of.
 * The same key is asked about once.
 */
export async function verifyLive(outcome: Outcome, world: World, isQuiet: boolean): Promise<Outcome> {
  const questions = new Map(LIVE_CHECKS.flatMap((check) => check.rules.map((rule) => [rule, check] as const)));
  const wanted = outcome.verdicts.filter(({ finding }) => questions.has(finding.rule));
  if (wanted.length === 0) return outcome;
  const folder = privateFolderOf(world);
  const answers = openAnswers(folder.ok ? folder.value.folder : undefined, world.now().getTime());
  const candidates = new Map<string, Candidate>();
  for (const { finding, fingerprint } of wanted) {
    const question = questions.get(finding.rule);
    if (question !== undefined && answers.get(fingerprint) === undefined)
      candidates.set(fingerprint, { id: fingerprint, secret: finding.secret, question });
  }
  const shows = world.isTty && !isQuiet;
  const asked = await askProviders([...candidates.values()], (done) => {
    if (shows) world.err(`\rasking providers: ${done} of ${candidates.size} keys`);
  });
  if (shows && candidates.size > 0) world.err('\n');
  for (const [fingerprint, live] of asked) answers.set(fingerprint, live);
  answers.save();
  const verdicts = outcome.verdicts.map((verdict) =>
    questions.has(verdict.finding.rule) ? told(verdict, answers.get(verdict.fingerprint) ?? 'unknown') : verdict,
  );
  return { ...outcome, verdicts };
}

function told(verdict: Verdict, live: Live): Verdict {
  const { finding } = verdict;
  return withFinding(verdict, { ...finding, live, why: `${finding.why}; ${SAYS[live]}` });
}
