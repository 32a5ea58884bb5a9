import * as z from 'zod/mini';
import { fail, ok, type Result } from '../../result.ts';
import type { Hub } from './hub.ts';

/** An open alert of GitHub's secret scanning; the secret itself is never asked for. */
export interface Alert {
  readonly number: number;
  readonly type: string;
  readonly title: string;
  readonly url: string;
  /** Day, UTC. */
  readonly since: string;
  readonly validity: 'active' | 'inactive' | 'unknown';
  readonly isPublic: boolean;
  /** Where it stands, as GitHub says it: `src/a.ts:3`. */
  readonly place?: string;
}

const alertSchema = z.object({
  number: z.number(),
  secret_type: z.optional(z.string()),
  secret_type_display_name: z.optional(z.string()),
  html_url: z.optional(z.string()),
  created_at: z.optional(z.string()),
  validity: z.optional(z.enum(['active', 'inactive', 'unknown'])),
  publicly_leaked: z.nullish(z.boolean()),
  first_location_detected: z.nullish(z.object({ path: z.optional(z.string()), start_line: z.optional(z.number()) })),
});

/** @returns `not-allowed` where secret scanning is off or the token may not read alerts */
export async function openAlerts(hub: Hub, repository: string): Promise<Result<readonly Alert[]>> {
  const [owner = '', repo = ''] = repository.split('/');
  const answer = await hub.list('GET /repos/{owner}/{repo}/secret-scanning/alerts', {
    owner,
    repo,
    state: 'open',
    hide_secret: true,
  });
  if (!answer.ok) return answer;
  const parsed = z.array(alertSchema).safeParse(answer.value);
  if (!parsed.success) return fail('service-failed', `${hub.host} gave alerts that were not understood`);
  return ok(
    parsed.data.map((alert): Alert => {
      const { path, start_line: line } = alert.first_location_detected ?? {};
      return {
        number: alert.number,
        type: alert.secret_type ?? 'unknown',
        title: alert.secret_type_display_name ?? alert.secret_type ?? 'a secret',
        url: alert.html_url ?? `https://${hub.host}/${repository}/security/secret-scanning/${alert.number}`,
        since: alert.created_at?.slice(0, 10) ?? '',
        validity: alert.validity ?? 'unknown',
        isPublic: alert.publicly_leaked === true,
        ...(path === undefined ? {} : { place: line === undefined ? path : `${path}:${line}` }),
      };
    }),
  );
}
