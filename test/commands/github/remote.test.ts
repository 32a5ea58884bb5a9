import { expect, test } from '@jest/globals';
import { repositoryIn } from '../../../src/commands/github/remote.ts';

test.each([
  { url: 'git@github.com:acme/shop.git', want: 'acme/shop' },
  { url: 'https://github.com/acme/shop', want: 'acme/shop' },
  { url: 'https://github.com/acme/shop.git/', want: 'acme/shop' },
  { url: 'https://user:pass@github.com/acme/shop.git', want: 'acme/shop' },
  { url: 'ssh://git@ssh.github.com:443/acme/shop.git', want: 'acme/shop' },
  { url: 'git@github.com:acme/shop.js', want: 'acme/shop.js' },
  { url: 'git@gitlab.com:acme/shop.git', want: undefined },
  { url: 'https://github.com.evil.example/acme/shop', want: undefined },
  { url: '../shop.git', want: undefined },
  { url: '', want: undefined },
])('$url is $want', ({ url, want }) => {
  expect(repositoryIn(url, 'github.com')).toBe(want);
});
