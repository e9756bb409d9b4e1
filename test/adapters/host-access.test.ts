import { expect, it, vi } from 'vitest';

const granted = vi.hoisted(() => ({ origins: [] as string[] }));
vi.mock('webextension-polyfill', () => ({ default: { permissions: { getAll: async () => granted } } }));
const { covers, hostAccess } = await import('../../src/background/adapters/host-access.ts');

it.each([
  ['https://a.example/*', 'https://a.example/*', true],
  ['https://a.example/*', 'http://a.example/*', false],
  ['https://a.example/*', 'https://b.a.example/*', false],
  ['https://example/*', 'https://a.example/*', false],
  ['<all_urls>', 'http://10.0.0.1/*', true],
  ['*://*/*', 'http://10.0.0.1/*', true],
  ['https://*/*', 'https://a.example/*', true],
  ['https://*/*', 'http://a.example/*', false],
  ['*://*.example/*', 'https://a.example/*', true],
  ['https://*.a.example/*', 'https://a.example/*', true],
  ['https://*.a.example/*', 'https://nota.example/*', false],
  ['https://*.a.example/*', 'https://a.example.evil.test/*', false],
])('a grant of %s covers %s: %s', (pattern, site, expected) => {
  expect(covers(pattern, site)).toBe(expected);
});

it('names the origins that nothing covers; a grant is for every port', async () => {
  granted.origins = ['https://fw.example/*'];
  expect(await hostAccess.missing(['https://fw.example:8443', 'https://portal.example'])).toEqual([
    'https://portal.example',
  ]);
});
