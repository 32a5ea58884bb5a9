import { defineRules, fake, sample } from '../../src/rule.ts';

/** Files of servers and network devices whose lines hold a password by their place. */
export const deviceLogins = defineRules(
  {
    provider: 'Login file',
    revoke: 'Change the password on the machine, and keep the file out of the repository.',
    source: 'catalogue',
  },
  [
    {
      id: 'postfix-sasl-password',
      title: 'password of a mail relay',
      source: 'https://www.postfix.org/SASL_README.html#client_sasl_enable',
      pattern: /^\[[\w.-]{3,120}\]:\d{2,5}[ \t]{1,20}[^\s:]{1,120}:([^\s:]{4,128})$/gm,
      keywords: [']:587', ']:465', ']:25'],
      check: 'command-password',
      examples: {
        match: [
          sample('[smtp.acme.io]:587 app@acme.io:', fake('alnum', 14)),
          sample('[smtp.acme.io]:465\tapp:', fake('alnum', 14, 2)),
        ],
        miss: ['relayhost = [smtp.acme.io]:587', '[smtp.acme.io]:587 app'],
      },
    },
    {
      id: 'redis-acl-password',
      title: 'password of a user of Redis',
      source: 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/',
      pattern: /\b(?:user|SETUSER)\s{1,4}[\w.-]{1,64}\s{1,4}on\s{1,4}>([^\s"'<>]{4,128})/gi,
      keywords: [' on >'],
      check: 'command-password',
      examples: {
        match: [
          sample('user app on >', fake('alnum', 14), ' ~* +@all'),
          sample('ACL SETUSER app on >', fake('alnum', 14, 2), ' ~app:* +get'),
        ],
        miss: ['user default on nopass ~* +@all', 'user app on #hash ~*'],
      },
    },
    {
      id: 'cloud-init-password',
      title: 'password of an account in cloud-init',
      source: 'https://cloudinit.readthedocs.io/en/latest/reference/modules.html#set-passwords',
      pattern:
        /\bchpasswd:\s{1,8}(?:expire:\s{1,4}\w{4,5}\s{1,8})?list:\s{0,4}(?:\|\s{1,12}|\n\s{1,8}-\s{1,4})[\w.-]{1,32}:([^\s:"'$]{4,128})$/gm,
      keywords: ['chpasswd:'],
      check: 'command-password',
      examples: {
        match: [
          sample('chpasswd:\n  list: |\n    root:', fake('alnum', 14)),
          sample('chpasswd:\n  expire: false\n  list: |\n    app:', fake('alnum', 14, 2)),
        ],
        miss: ['chpasswd: { expire: False }', 'chpasswd:\n  list: |\n    root:$RANDOM'],
      },
    },
    {
      id: 'network-device-password',
      title: 'password of an account of a network device',
      source:
        'https://www.cisco.com/c/en/us/support/docs/security-vpn/remote-authentication-dial-user-service-radius/107614-64.html',
      pattern:
        /(?:^|\n)[ \t]{0,4}(?:username\s{1,4}\S{1,64}\s{1,4}(?:privilege\s{1,4}\d{1,2}\s{1,4})?(?:secret|password)\s{1,4}[05789]\s{1,4}|enable\s{1,4}(?:secret|password)\s{1,4}(?:[05789]\s{1,4})?)(\$\d\$[\w./$]{20,120}|[^\s"'<>$][^\s"'<>]{5,127})[ \t]{0,4}(?=\r?\n|$)/g,
      keywords: [
        ' secret 0',
        ' secret 5',
        ' secret 8',
        ' secret 9',
        ' password 0',
        ' password 7',
        'enable secret',
        'enable password',
      ],
      reach: { before: 120, after: 320 },
      check: 'command-password',
      examples: {
        match: [
          sample('username app privilege 15 secret 0 ', fake('alnum', 14), '\n'),
          sample('username app password 7 ', fake('HEX', 26, 2), '\n'),
          sample('enable password ', fake('alnum', 14, 3), '\n'),
        ],
        miss: ['the username and password are sent', 'enable password encryption for all'],
      },
    },
    {
      id: 'snmp-password',
      title: 'community or password of SNMP',
      source: 'https://www.net-snmp.org/docs/man/snmpd.conf.html',
      pattern:
        /(?:^|\n)[ \t]{0,4}(?:r[ow]community6?\s{1,4}|snmp-server\s{1,4}community\s{1,4}|createUser\s{1,4}\S{1,64}\s{1,4}(?:MD5|SHA(?:-?\d{3})?)\s{1,4}"?)([^\s"'<>$][^\s"'<>]{5,127})/g,
      keywords: ['rocommunity', 'rwcommunity', 'snmp-server community', 'createuser '],
      reach: { before: 8, after: 240 },
      check: 'command-password',
      examples: {
        match: [
          sample('rwcommunity ', fake('alnum', 14), ' 10.0.0.0/8'),
          sample('createUser app SHA "', fake('alnum', 14, 2), '" AES'),
        ],
        miss: ['rocommunity $COMMUNITY', 'createUser(name, role)'],
      },
    },
    {
      id: 'openvpn-static-key',
      title: 'static key of OpenVPN',
      source: 'https://openvpn.net/community-resources/static-key-mini-howto/',
      pattern:
        /-----BEGIN OpenVPN Static key V1-----((?:\\r|\\n|[\s"',+]){1,24}(?:[0-9a-f]{32}(?:\\r|\\n|[\s"',+]){1,24}){1,16})-----END OpenVPN/g,
      keywords: ['openvpn static key'],
      reach: { before: 24, after: 1600 },
      examples: {
        match: [
          sample(
            '-----BEGIN ',
            'OpenVPN Static key V1-----\n',
            `${fake('hex', 32)}\n`.repeat(16),
            '-----END ',
            'OpenVPN Static key V1-----',
          ),
          sample(
            '-----BEGIN ',
            'OpenVPN Static key V1-----\\n',
            `${fake('hex', 32, 2)}\\n`.repeat(16),
            '-----END ',
            'OpenVPN Static key V1-----',
          ),
        ],
        miss: ['-----BEGIN OpenVPN Static key V1-----', 'an OpenVPN static key (ta.key)'],
      },
    },
  ],
);
