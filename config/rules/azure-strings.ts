import { defineRules, fake, sample } from '../../src/rule.ts';

export const azureStrings = defineRules(
  {
    provider: 'Azure',
    rotate: 'https://portal.azure.com/',
    revoke:
      'Regenerate the key in the Azure portal under Keys or Access keys of the resource; use the second key meanwhile.',
    source: 'https://learn.microsoft.com/azure/storage/common/storage-configure-connection-string',
  },
  [
    {
      // The two keys left out are those of the storage and Cosmos DB emulators: public, and the same everywhere.
      id: 'azure-account-key',
      title: 'Azure account key in a connection string',
      pattern:
        /(?:Account_?Key|AccountEndpoint[^\n]{0,120}?Key)["'\]]{0,2}\s{0,4}(?:=>?|:|\|\||\?\?)\s{0,12}["']?(?!Eby8vdM02xNO|C2y6yDjf5)([A-Za-z0-9+/]{86}==)/gi,
      keywords: ['accountkey', 'account_key', 'accountendpoint'],
      minEntropy: 4.3,
      check: 'azure-identifiable',
      github: ['azure_storage_account_key', 'azure_cosmosdb_key_identifiable', 'azure_batch_key_identifiable'],
      pushProtected: true,
      examples: {
        match: [
          sample('AccountName=a;AccountKey=', fake('base64', 86), '==;'),
          sample('AccountEndpoint=https://a.documents.azure.com:443/;AccountKey=', fake('base64', 86, 2), '=='),
        ],
        miss: [
          sample('AccountKey=', 'x'.repeat(86), '=='),
          sample('AccountKey=', 'Eby8vdM02xNO', fake('base64', 74), '=='),
          sample('AccountName=a;AccountKey=$', '{KEY}'),
        ],
      },
    },
    {
      id: 'azure-shared-access-key',
      title: 'Azure shared access key',
      pattern: /SharedAccessKey\s{0,4}=\s{0,4}([A-Za-z0-9+/]{40,88}={0,2})/gi,
      keywords: ['sharedaccesskey'],
      minEntropy: 4,
      check: 'azure-identifiable',
      github: [
        'azure_iot_device_connection_string',
        'azure_iot_hub_connection_string',
        'azure_iot_provisioning_connection_string',
        'azure_service_bus_identifiable',
        'azure_event_hub_key_identifiable',
        'azure_relay_key_identifiable',
        'azure_iot_device_key',
        'azure_iot_hub_key',
        'azure_iot_device_provisioning_key',
      ],
      pushProtected: true,
      source: 'https://learn.microsoft.com/azure/service-bus-messaging/service-bus-sas',
      examples: {
        match: [
          sample(
            'Endpoint=sb://a.servicebus.windows.net/;SharedAccessKeyName=k;SharedAccessKey=',
            fake('base64', 43),
            '=',
          ),
          sample('HostName=a.azure-devices.net;DeviceId=d;SharedAccessKey=', fake('base64', 43, 2), '='),
        ],
        miss: ['SharedAccessKeyName=Root;SharedAccessKey=<key>', sample('SharedAccessKey=', 'x'.repeat(43), '=')],
      },
    },
    {
      id: 'azure-access-key',
      title: 'Azure SignalR, Web PubSub or Communication Services key',
      pattern:
        /\.(?:signalr\.net|webpubsub\.azure\.com|communication\.azure\.com|redis\.cache\.windows\.net)[^\s;"']{0,12};\s{0,2}access_?key\s{0,2}=\s{0,2}([A-Za-z0-9+/]{43}=|[A-Za-z0-9+/]{86}==|[A-Za-z0-9+/]{84})/gi,
      keywords: ['.signalr.net', '.webpubsub.azure.com', '.communication.azure.com', '.redis.cache.windows.net'],
      minEntropy: 4,
      github: [
        'azure_signalr_connection_string',
        'azure_web_pub_sub_connection_string',
        'azure_communication_services_connection_string',
        'azure_signalr_key',
        'azure_web_pub_sub_key',
        'azure_communication_services_key',
      ],
      pushProtected: true,
      source: 'https://learn.microsoft.com/azure/azure-signalr/concept-connection-string',
      examples: {
        match: [
          sample('Endpoint=https://a.service.signalr.net;AccessKey=', fake('base64', 43), '=;Version=1.0;'),
          sample('endpoint=https://a.communication.azure.com/;accesskey=', fake('base64', 86, 2), '=='),
        ],
        miss: [
          'Endpoint=https://a.webpubsub.azure.com;AccessKey=<access-key>;',
          sample('Endpoint=https://a.service.signalr.net;AccessKey=', 'x'.repeat(43), '='),
        ],
      },
    },
    {
      id: 'azure-app-configuration',
      title: 'Azure App Configuration secret',
      pattern: /\.azconfig\.(?:io|azure\.us|azure\.cn);Id=[^;\s"']{2,60};Secret[=]([A-Za-z0-9+/]{40,90}={0,2})/gi,
      keywords: ['.azconfig.'],
      minEntropy: 4,
      github: ['azure_app_configuration_connection_string', 'azure_app_configuration_key'],
      pushProtected: true,
      source: 'https://learn.microsoft.com/azure/azure-app-configuration/howto-disable-access-key-authentication',
      examples: {
        match: [
          sample('Endpoint=https://a.azconfig.io;Id=', fake('alnum', 4), ';Secret=', fake('base64', 43), '='),
          sample('Endpoint=https://b.azconfig.io;Id=2-l0-s0:', fake('alnum', 20, 2), ';Secret=', fake('alnum', 84, 2)),
        ],
        miss: [
          'Endpoint=https://a.azconfig.io;Id=abc;Secret=***',
          sample('Endpoint=https://a.azconfig.io;Id=abc;Secret=', 'x'.repeat(43), '='),
        ],
      },
    },
    {
      id: 'azure-sas-token',
      title: 'Azure shared access signature',
      pattern:
        /(?:\b(?:sv|se|sp|sr|ss|srt|st|spr|skn|skoid|sks|api-version)=[^\s"'<>]{1,500}?&sig=|SharedAccessSignature [^\s"'<>]{0,300}?sig=)([A-Za-z0-9%+/_-]{40,100}(?:={1,2}|%3[Dd])?)/g,
      keywords: ['sig='],
      minEntropy: 3.8,
      check: 'azure-sas',
      reach: { before: 600, after: 400 },
      github: ['azure_sas_token', 'azure_logic_apps_url'],
      pushProtected: true,
      revoke: 'Regenerate the account key that signed it, or change the stored access policy it belongs to.',
      source: 'https://learn.microsoft.com/azure/storage/common/storage-sas-overview',
      examples: {
        match: [
          sample('?sv=2022-11-02&sr=c&sp=r&sig=', fake('base64', 43), '%3D'),
          sample(
            'https://a.logic.azure.com/triggers/manual/paths/invoke?api-version=2016-10-01&sp=%2Ftriggers&sv=1.0&sig=',
            fake('base64url', 43, 2),
          ),
          sample(
            'SharedAccessSignature sr=https%3A%2F%2Fa.servicebus.windows.net&sig=',
            fake('alnum', 43, 3),
            '%3D&se=1&skn=k',
          ),
        ],
        miss: ['?sv=2022-11-02&sp=r&sig=<signature>', sample('?sv=2022-11-02&sp=r&sig=', 'x'.repeat(43)), 'sig=abc'],
      },
    },
    {
      id: 'azure-sas-token-sig-first',
      title: 'Azure shared access signature',
      pattern: /[?&;"']sig=([A-Za-z0-9%+/_-]{40,100}(?:={1,2}|%3[Dd])?)&(?:sv|se|sp|sr|ss|srt|st|spr|skn|sks)=/g,
      keywords: ['sig='],
      minEntropy: 3.8,
      check: 'azure-sas',
      github: ['azure_sas_token'],
      pushProtected: true,
      revoke: 'Regenerate the account key that signed it, or change the stored access policy it belongs to.',
      source: 'https://learn.microsoft.com/azure/storage/common/storage-sas-overview',
      examples: {
        match: [
          sample('?sig=', fake('base64', 43), '%3D&se=2030-01-01&sp=r'),
          sample('&sig=', fake('alnum', 43, 2), '=&sv=2020-08-04'),
        ],
        miss: ['?sig=abc&sv=1', sample('?sig=', 'x'.repeat(43), '&se=1')],
      },
    },
    {
      id: 'azure-sql-password',
      title: 'Azure SQL password',
      pattern:
        /\.database\.(?:windows\.net|azure\.com|usgovcloudapi\.net|chinacloudapi\.cn)[^\n]{0,240}?(?:password|pwd)\s{0,2}=\s{0,2}["']?((?:[^\s;"'<>{}$*\\]|\\\\){8,63})/gi,
      keywords: [
        '.database.windows.net',
        '.database.azure.com',
        '.database.usgovcloudapi.net',
        '.database.chinacloudapi.cn',
      ],
      minEntropy: 2.5,
      github: ['azure_sql_password', 'azure_sql_connection_string'],
      pushProtected: true,
      revoke: 'Change the password of the login, or sign in with Entra instead.',
      source: 'https://learn.microsoft.com/azure/azure-sql/database/connect-query-content-reference-guide',
      examples: {
        match: [
          sample('Server=tcp:a.database.windows.net,1433;User ID=u;Password=', fake('base64', 16), ';'),
          sample('jdbc:sqlserver://a.database.windows.net:1433;user=u;password=', fake('alnum', 20, 2), ';'),
        ],
        miss: [
          'Server=a.database.windows.net;Password={your_password};',
          'Server=a.database.windows.net;Password=********;',
          String.raw`"a.database.windows.net\npassword =\nsession_x1\nother_y2"`,
        ],
      },
    },
    {
      id: 'azure-user-credential',
      title: 'Microsoft Entra user name and password',
      pattern:
        /(?:az login|Connect-AzAccount|\.onmicrosoft\.com)[^\n]{0,60}?(?:\s-p\s|passw(?:or)?d["']?[ =:]{1,3})["']?([^\s"'<>{}$*;]{8,60})/gi,
      keywords: ['az login', 'connect-azaccount', '.onmicrosoft.com'],
      minEntropy: 2.8,
      github: ['azure_active_directory_user_credential'],
      confidence: 'medium',
      rotate: 'https://entra.microsoft.com/',
      revoke: 'Reset the password of the user and end the open sessions.',
      source: 'https://learn.microsoft.com/cli/azure/authenticate-azure-cli',
      examples: {
        match: [
          sample('az login -u me@contoso.onmicrosoft.com -p ', fake('base64', 16)),
          sample('user: me@contoso.onmicrosoft.com, password: ', fake('alnum', 14, 2)),
        ],
        miss: ['az login -u me@contoso.onmicrosoft.com -p $PASSWORD', 'az login --service-principal'],
      },
    },
    {
      id: 'microsoft-network-credential',
      title: 'Microsoft corporate user name and password',
      pattern:
        /(?:@microsoft\.com|(?:redmond|northamerica|europe|fareast)\\{1,2}[a-z0-9]{3,20})[^\n]{0,60}?(?:passw(?:or)?d|pwd)["']?[ =:]{1,3}["']?([^\s"'<>{}$*;]{8,60})/gi,
      keywords: ['@microsoft.com', 'redmond\\', 'northamerica\\', 'europe\\', 'fareast\\'],
      minEntropy: 2.8,
      github: ['microsoft_corporate_network_user_credential'],
      confidence: 'medium',
      rotate: 'https://entra.microsoft.com/',
      revoke: 'Report it to the security team and change the password.',
      source: 'catalogue',
      examples: {
        match: [
          sample('user=redmond\\alias password=', fake('base64', 16)),
          sample('alias@microsoft.com pwd: ', fake('alnum', 14, 2)),
        ],
        miss: ['alias@microsoft.com password: $PASSWORD', 'Write to opencode@microsoft.com with questions'],
      },
    },
  ],
);
