import { describe, expect, test } from '@jest/globals';
import { isPlaceholder } from '../../src/detect/placeholder.ts';
import { type Alphabet, fake, fakeUuid, sample } from '../../src/rule.ts';

const NOISE = fake('alnum', 24, 7);

describe('isPlaceholder', () => {
  test.each([
    { what: 'nothing', value: '' },
    { what: 'two characters', value: 'ab' },
    { what: 'x again and again', value: 'xxxxxxxxxxxxxxxx' },
    { what: 'x behind a prefix', value: sample('sk-', 'x'.repeat(24)) },
    { what: 'stars', value: 'abc***def' },
    { what: 'one digit', value: '0000000000000000000000' },
    { what: 'zeros in a UUID', value: '00000000-0000-0000-0000-000000000000' },
    { what: 'a short block repeated', value: 'abc1'.repeat(8) },
    { what: 'digits in a row', value: '1234567890' },
    { what: 'the alphabet', value: 'abcdefghijklmnop' },
    { what: 'the alphabet in both cases', value: 'AbCdEfGhIjKlMnOpQrSt' },
    { what: 'an ellipsis', value: 'abcd1234...' },
    { what: 'an ellipsis in UTF-8', value: 'abcd1234\xe2\x80\xa6' },
    { what: 'example inside', value: sample('AKIA', 'QWERTZUIEXAMPLE') },
    { what: 'your key', value: 'YOUR_API_KEY_HERE' },
    { what: 'your key in angle brackets', value: '<your-api-key>' },
    { what: 'a word in angle brackets', value: '<token>' },
    { what: 'brackets', value: '[my secret]' },
    { what: 'parentheses', value: '(hidden)' },
    { what: 'change me', value: 'please-change-me' },
    { what: 'replace this', value: 'REPLACE_WITH_TOKEN' },
    { what: 'insert', value: 'insert-token-here' },
    { what: 'dummy', value: 'dummytoken123' },
    { what: 'fake apart', value: 'fake-token-1' },
    { what: 'redacted', value: 'REDACTED' },
    { what: 'password', value: 'password' },
    { what: 'password with digits', value: 'password1234' },
    { what: 'secret_key', value: 'secret_key' },
    { what: 'admin123', value: 'admin123' },
    { what: 'null', value: 'null' },
    { what: 'a shell variable', value: '$DB_PASSWORD' },
    { what: 'a shell variable in braces', value: `\${DB_PASSWORD:-secret}` },
    { what: 'a command', value: '$(cat /run/secret)' },
    { what: 'a template', value: '{{ secrets.token }}' },
    { what: 'a Windows variable', value: '%DB_PASSWORD%' },
    { what: 'a Ruby template', value: '#{password}' },
    { what: 'an ERB template', value: '<%= ENV["TOKEN"] %>' },
    { what: 'a Python format', value: '%(password)s' },
    { what: 'a format field', value: '{password}' },
    { what: 'user and password templates', value: `\${user}:\${password}` },
    { what: 'process.env', value: 'process.env.TOKEN' },
    { what: 'os.environ', value: 'os.environ["TOKEN"]' },
    { what: 'a Terraform variable', value: 'var.db_password' },
    { what: 'a vault reference', value: 'vault:secret/data/db#password' },
    { what: 'a 1Password reference', value: 'op://vault/item/field' },
    { what: 'sops', value: 'ENC[AES256_GCM,data:abc]' },
    { what: 'dotenvx', value: 'encrypted:BDqDBibm4wsYqMpCjTQ6BsDHmMadg9K3' },
  ])('$what stands for a secret', ({ value }) => {
    expect(isPlaceholder(value)).toBe(true);
  });

  test.each([
    { what: 'noise', value: NOISE },
    { what: 'a UUID', value: fakeUuid(3) },
    { what: 'hexadecimal noise', value: fake('hex', 32, 5) },
    { what: 'digits and letters in turn', value: 'a1b2c3d4e5f6g7h8' },
    { what: 'a password of words', value: 'correct horse battery staple' },
    { what: 'symbols', value: sample('dsjUE', '#$', 'gds8s') },
    { what: 'braces without a template', value: sample('m{{h}o)', 'p${e]nob(ody', '[f>-_$#th}}') },
    { what: 'noise behind a template', value: `\${PREFIX}${NOISE}` },
    { what: 'a crypt hash', value: sample('$1$', 'OKgLCmVl', '$', fake('alnum', 22, 2)) },
    { what: 'a token of Jenkins', value: `{service AQAAABAAA${NOISE}}` },
  ])('$what may be one', ({ value }) => {
    expect(isPlaceholder(value)).toBe(false);
  });

  test.each<{ alphabet: Alphabet }>([
    { alphabet: 'hex' },
    { alphabet: 'alnum' },
    { alphabet: 'loweralnum' },
    { alphabet: 'base64' },
    { alphabet: 'base64url' },
  ])('fires on less than one in 10,000 random strings of $alphabet', ({ alphabet }) => {
    let fired = 0;
    for (let seed = 1; seed <= 20_000; seed++) if (isPlaceholder(fake(alphabet, 20 + (seed % 41), seed))) fired++;
    expect(fired).toBeLessThanOrEqual(2);
  });
});
