import { type Alert, openAlerts } from '../../lifecycle/github/alerts.ts';
import type { Hub } from '../../lifecycle/github/hub.ts';
import { printable } from '../../report/text.ts';
import type { ExitCode, World } from '../command.ts';
import type { GithubArgs } from '../github.ts';

interface Located extends Alert {
  readonly repository: string;
}

/** Lists the open alerts of secret scanning, without their secrets. */
export async function tellAlerts(
  names: readonly string[],
  given: GithubArgs,
  hub: Hub,
  world: World,
): Promise<ExitCode> {
  const all: Located[] = [];
  let failures = 0;
  for (const repository of names) {
    const alerts = await openAlerts(hub, repository);
    if (alerts.ok) all.push(...alerts.value.map((alert) => ({ ...alert, repository })));
    else {
      failures++;
      world.err(`secretguard github: not known: ${printable(`${repository}: ${alerts.error.message}`)}\n`);
    }
  }
  if (given.format === 'json') world.out(`${JSON.stringify({ schemaVersion: 1, alerts: all }, null, 2)}\n`);
  else world.out(`${all.map(alertLines).join('')}${totalLine(all.length)}`);
  if (failures > 0) return 2;
  return all.length > 0 ? 1 : 0;
}

function alertLines({ repository, number, title, validity, isPublic, place, since, url }: Located): string {
  const state = [
    ...(validity === 'active' ? ['ACTIVE'] : []),
    ...(isPublic ? ['publicly leaked'] : []),
    `open since ${since}`,
  ];
  const head = `${repository} #${number}: ${title} (${state.join(', ')})`;
  return [head, ...(place === undefined ? [] : [`  ${place}`]), `  ${url}`].map((l) => `${printable(l)}\n`).join('');
}

function totalLine(count: number): string {
  const what = `${count} open alert${count === 1 ? '' : 's'}`;
  return `${what}${count === 0 ? '' : ': revoke each key first, then close its alert'}\n`;
}
