import { defineServices } from '../../src/rule.ts';

export const snowflakeServices = defineServices(
  {
    provider: 'Snowflake',
    revoke: 'Remove the token with ALTER USER … REMOVE PROGRAMMATIC ACCESS TOKEN and add a new one.',
    source: 'https://docs.snowflake.com/en/user-guide/programmatic-access-tokens',
  },
  [
    {
      id: 'snowflake-access-token',
      title: 'Snowflake programmatic access token',
      near: ['snowflake', 'snowsql'],
      shape: /^(?:eyJ[A-Za-z0-9_-]{20,200}\.[A-Za-z0-9_-]{20,1200}\.[A-Za-z0-9_-]{40,400}|[A-Za-z0-9_-]{100,260})$/,
      names: ['token', 'pat', 'password', 'secret', 'key'],
      github: ['snowflake_programmatic_access_token'],
      pushProtected: true,
    },
  ],
);
