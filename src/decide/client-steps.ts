import type { Finding } from '../model.ts';
import { isPublicName, serverName } from '../variables.ts';

/** The right way for a server's secret that is on its way to browsers; revoking and allowing come besides. */
export function clientSteps({ rule, title }: Pick<Finding, 'rule' | 'title'>): readonly string[] {
  const name = /[A-Z][A-Z0-9]*_[A-Z0-9_]+/.exec(title.slice(title.indexOf(':') + 1))?.[0];
  return [...first(rule, name), ROUTE];
}

const ROUTE =
  'let the page ask a route of yours (a route handler, an API route, a server action) that calls the service with it';
const SERVER_ONLY = 'read it in a module that only the server loads (import "server-only", $lib/server, *.server.ts)';

function first(rule: string, name: string | undefined): readonly string[] {
  switch (rule) {
    case 'client-public-name':
      return [`name it ${name === undefined ? 'without the public prefix' : serverName(name)}; ${SERVER_ONLY}`];
    case 'client-public-reference':
      return [`give the public variable another value; ${SERVER_ONLY}`];
    case 'client-use-client':
      return [SERVER_ONLY.replace('it', name ?? 'it'), 'hand the component what it shows, not the key'];
    case 'client-env-prefix':
      return ["set a prefix of your own, such as 'APP_', and give it to what browsers may see"];
    case 'client-value':
      return [
        name !== undefined && isPublicName(name)
          ? `name it ${serverName(name)}; ${SERVER_ONLY}`
          : `find what imports it into client code; ${SERVER_ONLY}`,
        'build again and look again: npx secretguard scan --client DIST',
      ];
    default:
      return ['name each variable that browsers may see, and none else', SERVER_ONLY];
  }
}
