import { defineRules, fake, fakeUuid, sample } from '../../src/rule.ts';

/** Addresses that take what anybody posts: who knows one can write in the name of its owner. */
export const webhooks = defineRules({ provider: '', source: 'catalogue' }, [
  {
    id: 'make-webhook',
    title: 'Make webhook URL',
    provider: 'Make',
    pattern:
      /\b(https:\/\/hook\.(?:[a-z]{2}\d\.)?(?:make\.com|make\.celonis\.com|integromat\.com)\/[a-z0-9]{28,36})(?![A-Za-z0-9_-])/g,
    keywords: ['https://hook.'],
    minEntropy: 3,
    severity: 'warn',
    source: 'https://www.make.com/en/help/tools/webhooks',
    rotate: 'https://www.make.com/en/help/tools/webhooks',
    examples: {
      match: [
        sample('url: "', 'https://hook.eu1.make.com/', fake('loweralnum', 32, 3), '"'),
        sample('{ "hook": "', 'https://hook.eu1.make.com/', fake('loweralnum', 32, 13), '" }'),
      ],
      miss: [
        sample('HOOK=', 'https://hook.eu1.make.com/', fake('loweralnum', 10, 23)),
        sample('HOOK=', 'https://hook.eu1.make.com/', 'x'.repeat(32)),
      ],
    },
  },
  {
    id: 'ifttt-webhook-key',
    title: 'IFTTT webhook key',
    provider: 'IFTTT',
    pattern:
      /maker\.ifttt\.com\/trigger\/[\w{}.-]{1,80}\/(?:json\/)?with\/key\/([A-Za-z0-9_-]{20,64})(?![A-Za-z0-9_-])/g,
    keywords: ['maker.ifttt.com/'],
    minEntropy: 3,
    source: 'https://ifttt.com/maker_webhooks',
    rotate: 'https://ifttt.com/maker_webhooks/settings',
    revoke: 'Press Edit connection in the settings of Webhooks, which makes another key.',
    examples: {
      match: [
        sample('url: "', 'https://maker.ifttt.com/trigger/door_open/with/key/', fake('base64url', 43, 3), '"'),
        sample('{ "hook": "', 'https://maker.ifttt.com/trigger/door_open/with/key/', fake('base64url', 43, 13), '" }'),
      ],
      miss: [
        sample('HOOK=', 'https://maker.ifttt.com/trigger/door_open/with/key/', fake('base64url', 14, 23)),
        sample('HOOK=', 'https://maker.ifttt.com/trigger/door_open/with/key/', 'x'.repeat(43)),
      ],
    },
  },
  {
    id: 'splunk-on-call-webhook',
    title: 'Splunk On-Call (VictorOps) integration URL',
    provider: 'Splunk On-Call',
    pattern:
      /alert\.victorops\.com\/integrations\/\w{2,40}\/\d{6,10}\/alert\/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![0-9a-f-])/g,
    keywords: ['alert.victorops.com/'],
    minEntropy: 3,
    source: 'https://help.victorops.com/knowledge-base/rest-endpoint-integration-guide/',
    examples: {
      match: [
        sample('url: "', 'https://alert.victorops.com/integrations/generic/20131114/alert/', fakeUuid(3), '"'),
        sample('{ "hook": "', 'https://alert.victorops.com/integrations/generic/20131114/alert/', fakeUuid(13), '" }'),
      ],
      miss: [
        sample('HOOK=', 'https://alert.victorops.com/integrations/generic/20131114/alert/', fakeUuid(22).slice(0, 13)),
        sample(
          'HOOK=',
          'https://alert.victorops.com/integrations/generic/20131114/alert/',
          '00000000-0000-0000-0000-000000000000',
        ),
      ],
    },
  },
  {
    id: 'webex-webhook',
    title: 'Webex incoming webhook URL',
    provider: 'Webex',
    pattern:
      /(https:\/\/(?:api\.ciscospark|webexapis)\.com\/v1\/webhooks\/incoming\/[A-Za-z0-9_-]{76,120})(?![A-Za-z0-9_-])/g,
    keywords: ['/webhooks/incoming/'],
    minEntropy: 3,
    source: 'https://apphub.webex.com/applications/incoming-webhooks-cisco-systems-38054-23307-75252',
    examples: {
      match: [
        sample('url: "', 'https://webexapis.com/v1/webhooks/incoming/', fake('base64url', 80, 3), '"'),
        sample('{ "hook": "', 'https://webexapis.com/v1/webhooks/incoming/', fake('base64url', 80, 13), '" }'),
      ],
      miss: [
        sample('HOOK=', 'https://webexapis.com/v1/webhooks/incoming/', fake('base64url', 26, 23)),
        sample('HOOK=', 'https://webexapis.com/v1/webhooks/incoming/', 'x'.repeat(80)),
      ],
    },
  },
  {
    id: 'rocket-chat-webhook',
    title: 'Rocket.Chat incoming webhook URL',
    provider: 'Rocket.Chat',
    pattern: /(https:\/\/[\w.-]{4,120}(?::\d{2,5})?\/hooks\/[A-Za-z0-9]{17,24}\/[A-Za-z0-9]{43,64})(?![A-Za-z0-9_-])/g,
    keywords: ['/hooks/'],
    minEntropy: 3,
    source: 'https://docs.rocket.chat/docs/integrations',
    examples: {
      match: [
        sample('url: "', 'https://chat.acme.io/hooks/', fake('alnum', 17, 3), '/', fake('alnum', 48, 5), '"'),
        sample('{ "hook": "', 'https://chat.acme.io/hooks/', fake('alnum', 17, 13), '/', fake('alnum', 48, 15), '" }'),
      ],
      miss: [
        sample('HOOK=', 'https://chat.acme.io/hooks/', fake('alnum', 5, 23), '/', fake('alnum', 48, 25)),
        sample('HOOK=', 'https://chat.acme.io/hooks/', 'x'.repeat(17), '/', 'x'.repeat(48)),
      ],
    },
  },
  {
    id: 'mattermost-webhook',
    title: 'Mattermost incoming webhook URL',
    provider: 'Mattermost',
    pattern: /(https:\/\/[\w.-]{4,120}(?::\d{2,5})?\/hooks\/[a-z0-9]{26})(?![A-Za-z0-9_/-])/g,
    keywords: ['/hooks/'],
    minEntropy: 3.5,
    source: 'https://developers.mattermost.com/integrate/webhooks/incoming/',
    examples: {
      match: [
        sample('url: "', 'https://team.acme.io/hooks/', fake('loweralnum', 26, 3), '"'),
        sample('{ "hook": "', 'https://team.acme.io/hooks/', fake('loweralnum', 26, 13), '" }'),
      ],
      miss: [
        sample('HOOK=', 'https://team.acme.io/hooks/', fake('loweralnum', 8, 23)),
        sample('HOOK=', 'https://team.acme.io/hooks/', 'x'.repeat(26)),
      ],
    },
  },
  {
    id: 'feishu-webhook',
    title: 'Feishu or Lark bot webhook URL',
    provider: 'Lark',
    pattern:
      /open\.(?:feishu\.cn|larksuite\.com|larkoffice\.com)\/open-apis\/bot\/(?:v2\/)?hook\/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{32})(?![0-9a-f-])/g,
    keywords: ['/open-apis/bot/'],
    minEntropy: 3,
    source: 'https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot',
    examples: {
      match: [
        sample('url: "', 'https://open.feishu.cn/open-apis/bot/v2/hook/', fakeUuid(3), '"'),
        sample('{ "hook": "', 'https://open.feishu.cn/open-apis/bot/v2/hook/', fakeUuid(13), '" }'),
      ],
      miss: [
        sample('HOOK=', 'https://open.feishu.cn/open-apis/bot/v2/hook/', fakeUuid(22).slice(0, 13)),
        sample('HOOK=', 'https://open.feishu.cn/open-apis/bot/v2/hook/', '00000000-0000-0000-0000-000000000000'),
      ],
    },
  },
  {
    id: 'wecom-webhook',
    title: 'WeCom bot webhook URL',
    provider: 'WeCom',
    pattern:
      /qyapi\.weixin\.qq\.com\/cgi-bin\/webhook\/(?:send|upload_media)\?key=([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![0-9a-f-])/g,
    keywords: ['qyapi.weixin.qq.com/'],
    minEntropy: 3,
    source: 'https://developer.work.weixin.qq.com/document/path/91770',
    examples: {
      match: [
        sample('url: "', 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=', fakeUuid(3), '"'),
        sample('{ "hook": "', 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=', fakeUuid(13), '" }'),
      ],
      miss: [
        sample('HOOK=', 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=', fakeUuid(22).slice(0, 13)),
        sample(
          'HOOK=',
          'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=',
          '00000000-0000-0000-0000-000000000000',
        ),
      ],
    },
  },
  {
    id: 'dingtalk-webhook',
    title: 'DingTalk bot webhook URL',
    provider: 'DingTalk',
    pattern: /oapi\.dingtalk\.com\/robot\/send\?access_token=([0-9a-f]{64})(?![0-9a-f])/g,
    keywords: ['oapi.dingtalk.com/'],
    minEntropy: 3,
    source: 'https://open.dingtalk.com/document/orgapp/custom-robot-access',
    examples: {
      match: [
        sample('url: "', 'https://oapi.dingtalk.com/robot/send?access_token=', fake('hex', 64, 3), '"'),
        sample('{ "hook": "', 'https://oapi.dingtalk.com/robot/send?access_token=', fake('hex', 64, 13), '" }'),
      ],
      miss: [
        sample('HOOK=', 'https://oapi.dingtalk.com/robot/send?access_token=', fake('hex', 21, 23)),
        sample('HOOK=', 'https://oapi.dingtalk.com/robot/send?access_token=', 'x'.repeat(64)),
      ],
    },
  },
  {
    id: 'sumo-logic-http-source',
    title: 'Sumo Logic HTTP source URL',
    provider: 'Sumo Logic',
    pattern: /(https:\/\/[\w.-]{4,60}\.sumologic\.com\/receiver\/v1\/(?:http|trace|rum)\/[A-Za-z0-9_=+/-]{60,200})/g,
    keywords: ['sumologic.com/receiver/'],
    minEntropy: 3,
    source: 'https://help.sumologic.com/docs/send-data/hosted-collectors/http-source/logs-metrics/',
    revoke: 'Press Regenerate URL on the source in Sumo Logic.',
    examples: {
      match: [
        sample(
          'url: "',
          'https://endpoint1.collection.us2.sumologic.com/receiver/v1/http/',
          fake('base64url', 88, 3),
          '==',
          '"',
        ),
        sample(
          '{ "hook": "',
          'https://endpoint1.collection.us2.sumologic.com/receiver/v1/http/',
          fake('base64url', 88, 13),
          '==',
          '" }',
        ),
      ],
      miss: [
        sample(
          'HOOK=',
          'https://endpoint1.collection.us2.sumologic.com/receiver/v1/http/',
          fake('base64url', 29, 23),
          '==',
        ),
        sample('HOOK=', 'https://endpoint1.collection.us2.sumologic.com/receiver/v1/http/', 'x'.repeat(88), '=='),
      ],
    },
  },
  {
    id: 'splunk-hec-token',
    title: 'Splunk HTTP event collector token',
    provider: 'Splunk',
    pattern:
      /\b[Ss]plunk ([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12})(?![0-9A-Fa-f-])/g,
    keywords: ['splunk '],
    minEntropy: 3,
    source: 'https://docs.splunk.com/Documentation/Splunk/latest/Data/UsetheHTTPEventCollector',
    revoke: 'Delete the token under Data inputs, HTTP Event Collector, and make another.',
    examples: {
      match: [
        sample('HEADER=', 'Authorization: Splunk ', fakeUuid(3)),
        sample('{ "header": "', 'Authorization: Splunk ', fakeUuid(13), '" }'),
      ],
      miss: [
        sample('HEADER=', 'Authorization: Splunk ', fakeUuid(22).slice(0, 13)),
        sample('HEADER=', 'Authorization: Splunk ', '00000000-0000-0000-0000-000000000000'),
      ],
    },
  },
  {
    id: 'quicknode-endpoint',
    title: 'QuickNode endpoint URL',
    provider: 'QuickNode',
    pattern: /\.(?:quiknode\.pro|quicknode\.com)\/([0-9a-f]{40})(?![0-9a-f])/g,
    keywords: ['.quiknode.pro/', '.quicknode.com/'],
    minEntropy: 3,
    source: 'https://www.quicknode.com/docs/platform/security',
    examples: {
      match: [
        sample('url: "', 'https://old-red-sun.quiknode.pro/', fake('hex', 40, 3), '"'),
        sample('{ "rpc": "', 'https://old-red-sun.quiknode.pro/', fake('hex', 40, 13), '" }'),
      ],
      miss: [
        sample('RPC=', 'https://old-red-sun.quiknode.pro/', fake('hex', 13, 23)),
        sample('RPC=', 'https://old-red-sun.quiknode.pro/', 'x'.repeat(40)),
      ],
    },
  },
  {
    id: 'azure-functions-url-key',
    title: 'Azure Functions key in a URL',
    provider: 'Azure',
    pattern:
      /\.azurewebsites\.net\/(?:api|runtime|admin)\/[^\s"\x27?]{1,120}\?(?:[\w.-]{1,40}=[^\s&"\x27]{1,80}&){0,4}code=([A-Za-z0-9_/+%-]{40,120}={0,2})/g,
    keywords: ['.azurewebsites.net/'],
    minEntropy: 3,
    source: 'https://learn.microsoft.com/azure/azure-functions/function-keys-how-to',
    examples: {
      match: [
        sample('url: "', 'https://acme-jobs.azurewebsites.net/api/run?code=', fake('base64url', 54, 3), '==', '"'),
        sample(
          '{ "hook": "',
          'https://acme-jobs.azurewebsites.net/api/run?code=',
          fake('base64url', 54, 13),
          '==',
          '" }',
        ),
      ],
      miss: [
        sample('HOOK=', 'https://acme-jobs.azurewebsites.net/api/run?code=', fake('base64url', 18, 23), '=='),
        sample('HOOK=', 'https://acme-jobs.azurewebsites.net/api/run?code=', 'x'.repeat(54), '=='),
      ],
    },
  },
]);
