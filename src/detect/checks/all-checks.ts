import type { Check } from '../check.ts';
import { adoPat } from './ado-pat.ts';
import { adoString } from './ado-string.ts';
import { atlassianCrc } from './atlassian-crc.ts';
import { awsKeyId } from './aws-key-id.ts';
import { azureAdSecret } from './azure-ad-secret.ts';
import { azureCask } from './azure-cask.ts';
import { azureConnection } from './azure-connection.ts';
import { azureIdentifiable } from './azure-identifiable.ts';
import { azureSas } from './azure-sas.ts';
import { base58check } from './base58check.ts';
import { base64Pem } from './base64-pem.ts';
import { basicAuthUrl } from './basic-auth-url.ts';
import { basicHeader } from './basic-header.ts';
import { bech32 } from './bech32.ts';
import { bip39 } from './bip39.ts';
import { bitbucketDc } from './bitbucket-dc.ts';
import { cfxCrc } from './cfx-crc.ts';
import { clientBlock, clientDefine, clientPrefix, useClient } from './client-config.ts';
import { clientName, clientReference } from './client-name.ts';
import { cloudflareCrc } from './cloudflare-crc.ts';
import { commandPassword } from './command-password.ts';
import { confluentCrc } from './confluent-crc.ts';
import { connectionUrl } from './connection-url.ts';
import { cratesTp } from './crates-tp.ts';
import { curlUser } from './curl-user.ts';
import { discordBot } from './discord-bot.ts';
import { evmKey } from './evm-key.ts';
import { gcpServiceAccount } from './gcp-service-account.ts';
import { githubCrc } from './github-crc.ts';
import { gitlabRoutable } from './gitlab-routable.ts';
import { grafanaCloud } from './grafana-cloud.ts';
import { grafanaSaCrc } from './grafana-sa-crc.ts';
import { issuedJwt } from './issued-jwt.ts';
import { jfrog } from './jfrog.ts';
import { jwt } from './jwt.ts';
import { kubernetesSecret } from './kubernetes-secret.ts';
import { netrc } from './netrc.ts';
import { npmrc } from './npmrc.ts';
import { npmrcBase64 } from './npmrc-base64.ts';
import { onepasswordSa } from './onepassword-sa.ts';
import { opaqueToken } from './opaque-token.ts';
import { ownCrc } from './own-crc.ts';
import { paddedToken } from './padded-token.ts';
import { pem } from './pem.ts';
import { pgpass } from './pgpass.ts';
import { polarCrc } from './polar-crc.ts';
import { pypiMacaroon } from './pypi-macaroon.ts';
import { sentryOrg } from './sentry-org.ts';
import { sqlPassword } from './sql-password.ts';
import { supabaseSecret } from './supabase-secret.ts';
import { unknownKey } from './unknown-key.ts';
import { vercelCrc } from './vercel-crc.ts';
import { xataCrc } from './xata-crc.ts';
import { zuploCrc } from './zuplo-crc.ts';

/** Offline proofs by the names that rules use. */
export const checks: Readonly<Record<string, Check>> = {
  'ado-pat': adoPat,
  'ado-string': adoString,
  'atlassian-crc': atlassianCrc,
  'aws-key-id': awsKeyId,
  'azure-ad-secret': azureAdSecret,
  'azure-cask': azureCask,
  'azure-connection': azureConnection,
  'azure-sas': azureSas,
  'azure-identifiable': azureIdentifiable,
  base58check,
  'base64-pem': base64Pem,
  'basic-auth-url': basicAuthUrl,
  'basic-header': basicHeader,
  bech32,
  bip39,
  'bitbucket-dc': bitbucketDc,
  'cfx-crc': cfxCrc,
  'client-block': clientBlock,
  'client-define': clientDefine,
  'client-name': clientName,
  'client-prefix': clientPrefix,
  'client-reference': clientReference,
  'cloudflare-crc': cloudflareCrc,
  'command-password': commandPassword,
  'confluent-crc': confluentCrc,
  'connection-url': connectionUrl,
  'crates-tp': cratesTp,
  'curl-user': curlUser,
  'discord-bot': discordBot,
  'evm-key': evmKey,
  'gcp-service-account': gcpServiceAccount,
  'github-crc': githubCrc,
  'gitlab-routable': gitlabRoutable,
  'grafana-cloud': grafanaCloud,
  'grafana-sa-crc': grafanaSaCrc,
  'issued-jwt': issuedJwt,
  jfrog,
  jwt,
  'kubernetes-secret': kubernetesSecret,
  netrc,
  'npmrc-base64': npmrcBase64,
  npmrc,
  'onepassword-sa': onepasswordSa,
  'opaque-token': opaqueToken,
  'own-crc': ownCrc,
  'padded-token': paddedToken,
  pem,
  pgpass,
  'polar-crc': polarCrc,
  'pypi-macaroon': pypiMacaroon,
  'sentry-org': sentryOrg,
  'sql-password': sqlPassword,
  'supabase-secret': supabaseSecret,
  'unknown-key': unknownKey,
  'vercel-crc': vercelCrc,
  'use-client': useClient,
  'xata-crc': xataCrc,
  'zuplo-crc': zuploCrc,
};

/** Proofs that tell placeholders from values themselves: the caller's own test for placeholders would take too much here. */
export const judgesPlaceholders: ReadonlySet<string> = new Set([
  'pem',
  'gcp-service-account',
  'connection-url',
  'basic-auth-url',
  'ado-string',
  'azure-connection',
  'npmrc',
  'netrc',
  'basic-header',
  'curl-user',
  'kubernetes-secret',
  'jwt',
  'issued-jwt',
  'padded-token',
  'base64-pem',
  'npmrc-base64',
  'pgpass',
  'bip39',
  'command-password',
  'sql-password',
  'client-block',
  'client-define',
  'client-name',
  'client-prefix',
  'client-reference',
  'use-client',
]);
