import { defineRules, defineServices, fake, sample } from '../../src/rule.ts';

const shared = {
  provider: 'Docker',
  rotate: 'https://app.docker.com/settings/personal-access-tokens',
  revoke: 'Delete the token in the Docker account settings and create another.',
  source: 'https://docs.docker.com/security/for-developers/access-tokens/',
};

export const docker = defineRules(shared, [
  {
    id: 'docker-personal-token',
    title: 'Docker personal access token',
    pattern: /(?<![A-Za-z0-9])(dckr_pat_[A-Za-z0-9_-]{27})(?![A-Za-z0-9_-])/g,
    keywords: ['dckr_pat_'],
    minEntropy: 3,
    prefix: 'dckr_pat_',
    github: ['docker_personal_access_token'],
    pushProtected: true,
    examples: {
      match: [
        sample('DOCKER_PASSWORD=', 'dckr_pat_', fake('base64url', 27)),
        sample('"dckr_pat_', fake('base64url', 27, 2), '"'),
      ],
      miss: [
        'dckr_pat_ starts one of these keys',
        sample('dckr_pat_', fake('base64url', 12)),
        sample('dckr_pat_', 'x'.repeat(27)),
      ],
    },
  },
  {
    id: 'docker-organization-token',
    title: 'Docker organization access token',
    pattern: /(?<![A-Za-z0-9])(dckr_oat_[A-Za-z0-9_-]{32})(?![A-Za-z0-9_-])/g,
    keywords: ['dckr_oat_'],
    minEntropy: 3,
    prefix: 'dckr_oat_',
    github: ['docker_organization_access_token'],
    pushProtected: true,
    source: 'https://docs.docker.com/enterprise/security/access-tokens/',
    examples: {
      match: [
        sample('DOCKER_PASSWORD=', 'dckr_oat_', fake('base64url', 32)),
        sample('"dckr_oat_', fake('base64url', 32, 2), '"'),
      ],
      miss: [
        'dckr_oat_ starts one of these keys',
        sample('dckr_oat_', fake('base64url', 12)),
        sample('dckr_oat_', 'x'.repeat(32)),
      ],
    },
  },
  {
    id: 'docker-swarm-join-token',
    title: 'Docker Swarm join token',
    homemade: true,
    pattern: /(?<![A-Za-z0-9])(SWMTKN-1-[0-9a-z]{50}-[0-9a-z]{25})(?![A-Za-z0-9])/g,
    keywords: ['swmtkn-1-'],
    minEntropy: 3.3,
    prefix: 'SWMTKN-1-',
    github: ['docker_swarm_join_token'],
    revoke: 'Run docker swarm join-token --rotate for the role.',
    source: 'https://docs.docker.com/engine/swarm/join-nodes/',
    examples: {
      match: [
        sample('SWARM_TOKEN=', 'SWMTKN-1-', fake('loweralnum', 50), '-', fake('loweralnum', 25, 11)),
        sample('"SWMTKN-1-', fake('loweralnum', 50, 2), '-', fake('loweralnum', 25, 12), '"'),
      ],
      miss: [
        'SWMTKN-1- starts one of these keys',
        sample('SWMTKN-1-', fake('loweralnum', 12)),
        sample('SWMTKN-1-', 'x'.repeat(50), '-', 'x'.repeat(25)),
      ],
    },
  },
  {
    id: 'docker-swarm-unlock-key',
    title: 'Docker Swarm unlock key',
    homemade: true,
    pattern: /(?<![A-Za-z0-9+/])(SWMKEY-1-[A-Za-z0-9+/]{43})(?![A-Za-z0-9+/=])/g,
    keywords: ['swmkey-1-'],
    minEntropy: 3.5,
    prefix: 'SWMKEY-1-',
    github: ['docker_swarm_unlock_key'],
    revoke: 'Run docker swarm unlock-key --rotate.',
    source: 'https://docs.docker.com/engine/swarm/swarm_manager_locking/',
    examples: {
      match: [sample('SWARM_KEY=', 'SWMKEY-1-', fake('base64', 43)), sample('"SWMKEY-1-', fake('base64', 43, 2), '"')],
      miss: [
        'SWMKEY-1- starts one of these keys',
        sample('SWMKEY-1-', fake('base64', 12)),
        sample('SWMKEY-1-', 'x'.repeat(43)),
      ],
    },
  },
]);

export const dockerServices = defineServices(shared, [
  {
    id: 'docker-hub-password',
    title: 'Docker Hub token (legacy)',
    near: ['dockerhub', 'docker'],
    shape: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/,
    github: ['docker_personal_access_token'],
    pushProtected: true,
  },
]);
