import { defineRules, fake, sample } from '../../src/rule.ts';

export const kubernetesSecrets = defineRules(
  {
    provider: 'Kubernetes',
    revoke:
      'Replace the value where it is used, and keep the manifest encrypted (SealedSecret, sops) or out of the repository.',
    source: 'https://kubernetes.io/docs/concepts/configuration/secret/',
  },
  [
    {
      id: 'kubernetes-secret-data',
      title: 'value of a Kubernetes Secret',
      pattern:
        /^[ \t]{1,16}["']?[\w.-]{1,253}["']?[ \t]{0,4}:[ \t]{0,4}["']?([A-Za-z0-9+/]{8,16000}={0,2})["']?,?[ \t]{0,8}\r?$/gm,
      keywords: ['kind: secret', '"kind": "secret"', '"kind":"secret"', "kind: 'secret'", 'kind: "secret"'],
      reach: { before: 6000, after: 16000 },
      check: 'kubernetes-secret',
      examples: {
        match: [
          sample('kind: Secret\ndata:\n  password: ', 'czhmS3ccMnFM', 'OXZOeDRQ\n'),
          sample('apiVersion: v1\nkind: Secret\ndata:\n  token: "', fake('base64', 40), '"\n'),
        ],
        miss: ['kind: ConfigMap\ndata:\n  level: "info"\n', 'kind: Secret\nmetadata:\n  name: db\n'],
      },
    },
  ],
);
