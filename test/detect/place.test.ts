import { describe, expect, test } from '@jest/globals';
import { type Place, placeOf } from '../../src/detect/place.ts';

type Flag = Exclude<keyof Place, 'extension' | 'kind'>;

describe('placeOf', () => {
  test.each<{ path: string; kind: Place['kind']; flags: readonly Flag[] }>([
    { path: 'src/index.ts', kind: 'code', flags: [] },
    { path: 'src/latest/contest.go', kind: 'code', flags: [] },
    { path: 'src/protest/Main.java', kind: 'code', flags: [] },
    { path: 'src/user.spec.ts', kind: 'code', flags: ['test'] },
    { path: 'test/login.js', kind: 'code', flags: ['test'] },
    { path: 'src/__tests__/a.tsx', kind: 'code', flags: ['test'] },
    { path: 'src/__mocks__/fs.js', kind: 'code', flags: ['test'] },
    { path: 'app/UserTest.php', kind: 'code', flags: ['test'] },
    { path: 'docs/setup.md', kind: 'prose', flags: ['docs'] },
    { path: 'README.rst', kind: 'prose', flags: ['docs'] },
    { path: 'notes.txt', kind: 'prose', flags: [] },
    { path: 'examples/server.js', kind: 'code', flags: ['example'] },
    { path: 'config.sample.json', kind: 'config', flags: ['example'] },
    { path: 'settings.py.dist', kind: 'unknown', flags: ['example'] },
    { path: 'dist/main.js', kind: 'code', flags: [] },
    { path: 'spec/fixtures/user.yml', kind: 'config', flags: ['test', 'fixture'] },
    { path: 'package-lock.json', kind: 'config', flags: ['lock'] },
    { path: 'sub/yarn.lock', kind: 'unknown', flags: ['lock'] },
    { path: 'go.sum', kind: 'unknown', flags: ['lock'] },
    { path: 'src/locales/de.json', kind: 'config', flags: ['locale'] },
    { path: 'assets/i18n/fr.json', kind: 'config', flags: ['locale'] },
    { path: 'src/lang_en-us.json', kind: 'config', flags: ['locale'] },
    { path: 'app/zh_cn.yml', kind: 'config', flags: ['locale'] },
    { path: 'po/messages.po', kind: 'unknown', flags: ['locale'] },
    { path: 'public/jquery.min.js', kind: 'code', flags: ['minified'] },
    { path: 'vendor/lib/a.php', kind: 'code', flags: ['minified'] },
    { path: 'api/user.pb.go', kind: 'code', flags: ['generated'] },
    { path: 'src/generated/client.ts', kind: 'code', flags: ['generated'] },
    { path: 'src/__snapshots__/a.snap', kind: 'unknown', flags: ['snapshot'] },
    { path: 'dist/main.js.map', kind: 'unknown', flags: ['sourcemap'] },
    { path: '.env', kind: 'env', flags: [] },
    { path: 'deploy/.env.production', kind: 'env', flags: [] },
    { path: 'prod.env', kind: 'env', flags: [] },
    { path: '.env.example', kind: 'env', flags: ['example'] },
    { path: '.envrc', kind: 'env', flags: [] },
    { path: 'Dockerfile', kind: 'config', flags: [] },
    { path: 'docker/Dockerfile.prod', kind: 'config', flags: [] },
    { path: 'infra/main.tf', kind: 'config', flags: [] },
    { path: 'web/index.html', kind: 'markup', flags: [] },
    { path: 'key.pem', kind: 'data', flags: [] },
    { path: 'LICENSE', kind: 'prose', flags: [] },
  ])('$path is $kind: $flags', ({ path, kind, flags }) => {
    const place = placeOf(path);
    const set = Object.entries(place).flatMap(([name, value]) => (value === true ? [name] : []));
    expect(place.kind).toBe(kind);
    expect(set.sort()).toEqual([...flags].sort());
  });

  test('gives the extension in lower case', () => {
    expect(placeOf('A/B.JSON').extension).toBe('json');
    expect(placeOf('Makefile').extension).toBe('');
  });
});
