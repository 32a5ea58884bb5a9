import { defineRules, fake, fakeUuid, sample } from '../../src/rule.ts';

export const microsoft = defineRules(
  {
    provider: 'Microsoft',
    rotate: 'https://make.powerautomate.com/',
    revoke: 'Save the flow with a new trigger (or remove the connector) so that the old URL stops working.',
    source: 'https://learn.microsoft.com/power-automate/triggers-introduction',
  },
  [
    {
      id: 'power-automate-webhook',
      title: 'Power Automate or Logic Apps trigger URL',
      pattern:
        /(https:\/\/(?:prod-[0-9a-z-]{1,20}\.[a-z0-9-]{3,30}\.logic\.azure\.(?:com|us)(?::443)?|[0-9a-z.]{30,60}\.environment\.api\.powerplatform\.com(?::443)?)\/[^\s"'<>]{20,400}[?&;]sig=[A-Za-z0-9%_-]{40,60})(?![A-Za-z0-9%_-])/g,
      keywords: ['.logic.azure.', '.api.powerplatform.'],
      minEntropy: 3.5,
      prefix: 'https://',
      github: ['power_automate_webhook_sas'],
      examples: {
        match: [
          sample(
            'MICROSOFT_TOKEN=',
            'https://prod-12.westeurope.logic.azure.com:443/workflows/',
            fake('hex', 32, 1),
            '/triggers/manual/paths/invoke?api-version=2016-06-01&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=',
            fake('base64url', 43, 2),
          ),
          sample(
            '{"token": "',
            'https://prod-12.westeurope.logic.azure.com:443/workflows/',
            fake('hex', 32, 11),
            '/triggers/manual/paths/invoke?api-version=2016-06-01&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=',
            fake('base64url', 43, 12),
            '"}',
          ),
        ],
        miss: [
          sample(
            'MICROSOFT_TOKEN=',
            'https://prod-12.westeurope.logic.azure.com:443/workflows/',
            fake('hex', 32, 21),
            '/triggers/manual/paths/invoke?api-version=2016-06-01&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=',
            fake('base64url', 14, 22),
          ),
          sample('https://prod-12.westeurope.logic.azure.com:443/workflows/', fake('hex', 32, 31), '/triggers'),
        ],
      },
    },
    {
      id: 'microsoft-teams-webhook',
      title: 'Microsoft Teams incoming webhook',
      pattern:
        /(https:\/\/[A-Za-z0-9-]{1,63}\.webhook\.office\.com\/webhookb2\/[A-Za-z0-9-]{36}(?:@|%40)[A-Za-z0-9-]{36}\/[A-Za-z0-9]{4,40}\/[A-Za-z0-9]{32}\/[A-Za-z0-9-]{36}(?:\/[A-Za-z0-9_-]{20,60})?)(?![A-Za-z0-9_-])/g,
      keywords: ['.webhook.office.com'],
      minEntropy: 3.3,
      prefix: 'https://',
      source: 'https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/add-incoming-webhook',
      revoke: 'Remove the webhook from the channel and add a new one.',
      examples: {
        match: [
          sample(
            'MICROSOFT_TOKEN=',
            'https://contoso.webhook.office.com/webhookb2/',
            fakeUuid(1),
            '@',
            fakeUuid(2),
            '/IncomingWebhook/',
            fake('hex', 32, 3),
            '/',
            fakeUuid(4),
          ),
          sample(
            '{"token": "',
            'https://contoso.webhook.office.com/webhookb2/',
            fakeUuid(11),
            '@',
            fakeUuid(12),
            '/IncomingWebhook/',
            fake('hex', 32, 13),
            '/',
            fakeUuid(14),
            '"}',
          ),
        ],
        miss: [
          sample('MICROSOFT_TOKEN=', 'https://contoso.webhook.office.com/webhookb2/', fake('hex', 8, 21)),
          'https://contoso.webhook.office.com/webhookb2/',
        ],
      },
    },
    {
      id: 'microsoft-teams-legacy-webhook',
      title: 'Microsoft Teams connector',
      pattern:
        /(https:\/\/outlook\.office(?:365)?\.com\/webhook(?:b2)?\/[A-Za-z0-9-]{36}(?:@|%40|%2540)[A-Za-z0-9-]{36}\/[A-Za-z0-9]{4,40}\/[A-Za-z0-9]{32}\/[A-Za-z0-9-]{36})(?![A-Za-z0-9_-])/g,
      keywords: ['outlook.office'],
      minEntropy: 3.3,
      prefix: 'https://',
      source: 'https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/add-incoming-webhook',
      revoke: 'Remove the connector from the channel.',
      examples: {
        match: [
          sample(
            'MICROSOFT_TOKEN=',
            'https://outlook.office.com/webhook/',
            fakeUuid(1),
            '@',
            fakeUuid(2),
            '/IncomingWebhook/',
            fake('hex', 32, 3),
            '/',
            fakeUuid(4),
          ),
          sample(
            '{"token": "',
            'https://outlook.office.com/webhook/',
            fakeUuid(11),
            '@',
            fakeUuid(12),
            '/IncomingWebhook/',
            fake('hex', 32, 13),
            '/',
            fakeUuid(14),
            '"}',
          ),
        ],
        miss: [
          sample('MICROSOFT_TOKEN=', 'https://outlook.office.com/webhook/', fake('hex', 8, 21)),
          'https://outlook.office.com/webhook/',
        ],
      },
    },
  ],
);
