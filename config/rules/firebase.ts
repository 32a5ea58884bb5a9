import { defineRules, fake, sample } from '../../src/rule.ts';

export const firebase = defineRules(
  {
    provider: 'Firebase',
    rotate: 'https://console.firebase.google.com/',
    revoke: "Delete the server key in the project's Cloud Messaging settings and move to the HTTP v1 API.",
    source: 'https://firebase.google.com/docs/cloud-messaging/auth-server',
  },
  [
    {
      id: 'firebase-fcm-server-key',
      title: 'Firebase Cloud Messaging server key',
      pattern: /(?<![A-Za-z0-9_-])(AAAA[A-Za-z0-9_-]{7}:[A-Za-z0-9_-]{140})(?![A-Za-z0-9_-])/g,
      keywords: [':apa91b'],
      minEntropy: 4,
      prefix: 'AAAA',
      github: ['firebase_cloud_messaging_server_key'],
      examples: {
        match: [
          sample('FCM_SERVER_KEY=', 'AAAA', fake('base64url', 7), ':APA91b', fake('base64url', 134, 11)),
          sample('"AAAA', fake('base64url', 7, 2), ':APA91b', fake('base64url', 134, 12), '"'),
        ],
        miss: [
          'AAAA starts one of these keys',
          sample('AAAA', fake('base64url', 7), ':APA91b', fake('base64url', 12)),
          sample('AAAA', 'x'.repeat(7), ':APA91b', 'x'.repeat(134)),
        ],
      },
    },
  ],
);
