import { defineServices } from '../../src/rule.ts';

export const ibmServices = defineServices(
  {
    provider: 'IBM',
    rotate: 'https://cloud.ibm.com/iam/apikeys',
    revoke: 'Delete the key under Manage, Access (IAM), API keys and create a new one.',
    source: 'https://cloud.ibm.com/docs/account?topic=account-userapikey',
  },
  [
    {
      id: 'ibm-cloud-api-key',
      title: 'IBM Cloud API key',
      near: ['ibm', 'ibmcloud', 'bluemix'],
      shape: /^[A-Za-z0-9_-]{44}$/,
      github: ['ibm_cloud_iam_key'],
    },
  ],
);
