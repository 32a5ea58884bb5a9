import { describe, expect, test } from '@jest/globals';
import { indexServices } from '../../../src/detect/generic/services.ts';
import { defineServices, fake } from '../../../src/rule.ts';
import { find } from './gate/hits.ts';

const KEY = fake('hex', 32, 21);
const OTHER = fake('alnum', 40, 22);

const services = defineServices({ source: 'catalogue' }, [
  {
    id: 'paperform-api-key',
    title: 'Paperform API key',
    provider: 'Paperform',
    near: ['paperform'],
    shape: /^[0-9a-f]{32}$/,
  },
  { id: 'box-token', title: 'Box token', provider: 'Box', near: ['box'], shape: /^[0-9a-f]{32}$/ },
  {
    id: 'acme-client-key',
    title: 'Acme client key',
    provider: 'Acme',
    near: ['acme'],
    shape: /^[0-9a-f]{32}$/,
    names: ['client'],
    severity: 'note',
  },
]);

describe('a service is found', () => {
  test.each([
    { what: 'in the name', text: `paperform_api_key = "${KEY}"`, rule: 'paperform-api-key', confidence: 'high' },
    { what: 'in capitals', text: `PAPERFORM_TOKEN=${KEY}`, rule: 'paperform-api-key', confidence: 'high' },
    { what: 'with a dash', text: `paper-form-token: ${KEY}`, rule: 'paperform-api-key', confidence: 'high' },
    { what: 'in humps', text: `paperFormKey: "${KEY}"`, rule: 'paperform-api-key', confidence: 'high' },
    { what: 'as a word before', text: `paperform token '${KEY}'`, rule: 'paperform-api-key', confidence: 'high' },
    { what: 'joined by a dash', text: `paperform-secret-${KEY}`, rule: 'paperform-api-key', confidence: 'high' },
    {
      what: 'on the line',
      text: `fetch("https://api.paperform.co", { token: "${KEY}" })`,
      rule: 'paperform-api-key',
      confidence: 'medium',
    },
    {
      what: 'lines above',
      text: `# paperform\nurl: x\ntoken: "${KEY}"`,
      rule: 'paperform-api-key',
      confidence: 'medium',
    },
    { what: 'by an ordinary word in the name', text: `box_token: "${KEY}"`, rule: 'box-token', confidence: 'high' },
    {
      what: 'not by an ordinary word near by',
      text: `# the box\ntoken: "${KEY}"`,
      rule: 'generic-token',
      confidence: 'high',
    },
    { what: 'not with another shape', text: `paperform_token: "${OTHER}"`, rule: 'generic-token', confidence: 'high' },
    {
      what: 'not too far away',
      text: `# paperform\n${'\n'.repeat(8)}token: "${KEY}"`,
      rule: 'generic-token',
      confidence: 'high',
    },
    {
      what: 'by the words it asks for',
      text: `acme_client_key: "${KEY}"`,
      rule: 'acme-client-key',
      confidence: 'high',
    },
    { what: 'not without them', text: `acme_token: "${KEY}"`, rule: 'generic-token', confidence: 'high' },
  ])('$what', ({ text, rule, confidence }) => {
    expect(find(text, 'a.yaml', services).map((finding) => [finding.rule, finding.confidence])).toEqual([
      [rule, confidence],
    ]);
  });

  test('a rule that only notes caps it', () => {
    expect(find(`acme_client_key: "${KEY}"`, 'a.yaml', services)[0]?.severity).toBe('note');
  });

  test('ids and values joined by a dash are nothing without a service', () => {
    expect(find(`some_client_id: "${KEY}"\nother-secret-${KEY}`, 'a.yaml', services)).toEqual([]);
  });
});

describe('a value of no form of the provider it is named after', () => {
  const telling = [{ provider: 'Initech' }, { provider: 'Globex', strict: true }];
  test.each([
    { what: 'blocks where other forms may exist', text: `INITECH_TOKEN=${OTHER}`, severity: 'block' },
    { what: 'is a note where none does', text: `GLOBEX_TOKEN=${OTHER}`, severity: 'note' },
    { what: 'is a note where it is a series of characters', text: `INITECH_TOKEN=${KEY}1234567890`, severity: 'note' },
    { what: 'blocks as a password, which people choose', text: `GLOBEX_PASSWORD=${OTHER}`, severity: 'block' },
    { what: "blocks as the webhook's, which people choose", text: `GLOBEX_WEBHOOK_TOKEN=${OTHER}`, severity: 'block' },
    { what: 'blocks where the provider is not known', text: `UMBRELLA_TOKEN=${OTHER}`, severity: 'block' },
  ])('$what', ({ text, severity }) => {
    expect(find(text, '.env', [], telling).map((finding) => finding.severity)).toEqual([severity]);
  });
});

test('the index is data', () => {
  const index = indexServices(services);
  expect(JSON.parse(JSON.stringify(index))).toEqual(index);
  expect(index.near).toEqual({ paperform: [0], box: [1], acme: [2] });
});
