import { expect, test } from '@jest/globals';
import { jwt } from '../../../src/detect/checks/jwt.ts';
import { fake } from '../../../src/rule.ts';

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const token = (header: object, claims: object, signature = fake('base64url', 43)) =>
  `${part(header)}.${part(claims)}.${signature}`;
const HS = { alg: 'HS256', typ: 'JWT' };
const NOW = 1_800_000_000;

test.each([
  { name: 'a token that never expires', value: token(HS, { iss: 'acme', jti: '8f1', iat: 1 }), want: {} },
  { name: 'a token still valid', value: token(HS, { iss: 'acme', sub: '42', exp: NOW + 60 }), want: {} },
  { name: 'an expired one', value: token(HS, { iss: 'acme', sub: '42', exp: NOW - 60 }), want: { severity: 'warn' } },
  {
    name: 'expired in milliseconds',
    value: token(HS, { iss: 'a', exp: (NOW - 60) * 1000 }),
    want: { severity: 'warn' },
  },
  { name: 'alg none', value: token({ alg: 'none' }, { iss: 'acme', sub: '42' }), want: { severity: 'warn' } },
  { name: 'no signature', value: `${part(HS)}.${part({ iss: 'acme', sub: '42' })}`, want: { severity: 'warn' } },
  { name: 'a test token', value: token(HS, { sub: '1234567890', name: 'Jane Doe' }), want: { severity: 'warn' } },
  {
    name: 'valid for decades',
    value: token(HS, { iss: 'a', sub: 'b', exp: 4_734_125_453 }),
    want: { severity: 'warn' },
  },
  { name: 'a short signature', value: token(HS, { iss: 'acme', iat: 1 }, 'abc'), want: { severity: 'warn' } },
  { name: 'the one of jwt.io', value: token(HS, { sub: '1' }, 'SflKxwRJSMeKKF2QT4fw'), want: { severity: 'note' } },
  {
    name: 'Supabase anon',
    value: token(HS, { iss: 'supabase', ref: 'abc', role: 'anon', exp: NOW + 60 }),
    want: { severity: 'note', title: 'Supabase anon key' },
  },
  {
    name: 'Supabase service_role',
    value: token(HS, { iss: 'supabase', ref: 'abc', role: 'service_role', exp: NOW + 60 }),
    want: { severity: 'block', confidence: 'certain' },
  },
  {
    name: 'an expired service_role',
    value: token(HS, { iss: 'supabase', ref: 'abc', role: 'service_role', exp: NOW - 60 }),
    want: { severity: 'warn' },
  },
  {
    name: 'local Supabase',
    value: token(HS, { iss: 'supabase-demo', role: 'service_role' }),
    want: { severity: 'note' },
  },
  {
    name: 'a Kubernetes account',
    value: token({ alg: 'RS256' }, { iss: 'kubernetes/serviceaccount', sub: 'system:x' }, fake('base64url', 342)),
    want: { title: 'Kubernetes service account token' },
  },
  {
    name: 'an encrypted token',
    value: `${part({ alg: 'dir', enc: 'A256GCM' })}..${fake('base64url', 16)}.${fake('base64url', 64)}.${fake('base64url', 22)}`,
    want: { severity: 'warn', title: 'Encrypted JSON Web Token' },
  },
  {
    name: 'an encrypted token with a key',
    value: `${part({ alg: 'RSA-OAEP', enc: 'A256GCM' })}.${fake('base64url', 64)}.${fake('base64url', 16)}.${fake('base64url', 64)}.${fake('base64url', 22)}`,
    want: { severity: 'warn', title: 'Encrypted JSON Web Token' },
  },
  {
    name: 'claims that cannot be read',
    value: `${part(HS)}.${fake('base64url', 60)}.${fake('base64url', 43)}`,
    want: { severity: 'warn' },
  },
  {
    name: 'a damaged header',
    value: `${Buffer.from('{"alg":\x89\xe9"typ":"JWT"}', 'latin1').toString('base64url')}.${part({ iss: 'acme' })}.${fake('base64url', 43)}`,
    want: { severity: 'warn' },
  },
  {
    name: 'a broken header',
    value: `eyJhbGciOiJIUzI1Ni.${part({ a: 1 })}.${fake('base64url', 43)}`,
    want: { drop: true },
  },
  { name: 'no token at all', value: 'eyJBB.eyJCC.eyJDDDD', want: { drop: true } },
])('$name', ({ value, want }) => {
  const outcome = jwt({ value, groups: [value, value], text: value, start: 0, path: 'a.ts', now: NOW });
  expect(outcome).toMatchObject(want);
  if (Object.keys(want).length === 0) expect(outcome.severity ?? 'block').toBe('block');
});

test('without a clock, what was past at the time of writing is expired', () => {
  const value = token(HS, { iss: 'acme', sub: '42', exp: 1_500_000_000 });
  expect(jwt({ value, groups: [], text: value, start: 0, path: 'a.ts' }).severity).toBe('warn');
});
