import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';

const project = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly dependencies: Record<string, string> };

const apis = ['https://api.itglue.com', 'https://api.eu.itglue.com', 'https://api.au.itglue.com'];

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  `connect-src ${apis.join(' ')}`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const common = ['storage', 'scripting', 'activeTab', 'alarms', 'idle', 'contextMenus', 'clipboardWrite'];

const packages = [
  { name: 'chrome', permissions: [...common, 'offscreen', 'sidePanel'] },
  { name: 'firefox', permissions: [...common, 'menus', 'contextualIdentities'] },
] as const;

describe.each(packages)('the $name package', ({ name, permissions }) => {
  const root = join('dist', name);
  const files = readdirSync(root, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name));
  const text = (path: string) => readFileSync(path, 'utf8');
  const manifest = JSON.parse(text(join(root, 'manifest.json'))) as Record<string, unknown>;
  const scripts = files.filter((path) => path.endsWith('.js'));

  it('asks for these permissions and no more (SR-29)', () => {
    expect(manifest.permissions).toEqual(permissions);
    expect(manifest.host_permissions).toEqual(apis.map((api) => `${api}/*`));
    expect(manifest.optional_host_permissions).toEqual(['https://*/*', 'http://*/*']);
    // Asked for when a session is saved with “Answer the browser’s sign-in dialog”, or to open in a container, and for nothing else.
    const asked = ['webRequest', 'webRequestAuthProvider', ...(name === 'firefox' ? ['cookies'] : [])];
    expect(manifest.optional_permissions).toEqual(asked);
  });

  it('shows pages nothing (SR-25)', () => {
    expect(manifest).not.toHaveProperty('web_accessible_resources');
    expect(manifest).not.toHaveProperty('content_scripts');
    expect(JSON.stringify(manifest.externally_connectable ?? { ids: [] })).toBe('{"ids":[]}');
  });

  it('has the policy of its pages, word for word (SR-32)', () => {
    expect(manifest.content_security_policy).toEqual({ extension_pages: policy });
  });

  it('declares that it collects no data (SR-49)', () => {
    const gecko = manifest.browser_specific_settings as
      | { gecko?: { data_collection_permissions?: unknown } }
      | undefined;
    const declared = gecko?.gecko?.data_collection_permissions;
    expect(declared).toEqual(name === 'firefox' ? { required: ['none'] } : undefined);
  });

  it('holds no source map, no test hook, no raw HTML sink and nothing that evaluates text (SR-47)', () => {
    expect(files.filter((path) => path.endsWith('.map'))).toEqual([]);
    for (const path of scripts) {
      expect({
        path,
        found: /sourceMappingURL|https?:\/\/(localhost|127)|\.innerHTML\s*=[^=]|\beval\(|new Function\(/.exec(
          text(path),
        )?.[0],
      }).toEqual({
        path,
        found: undefined,
      });
    }
  });

  it('holds files of these kinds and no others (SR-47)', () => {
    const kinds = [
      /^manifest\.json$/,
      /^licences\.txt$/,
      // The shape of a managed policy, which Chrome checks a policy against.
      ...(name === 'chrome' ? [/^managed-policy-schema\.json$/] : []),
      /^service-worker-loader\.js$/,
      /^assets\/[\w.-]+\.(js|css)$/,
      /^src\/(popup|options|chooser|offscreen)\/index\.html$/,
      /^src\/content\/(fill|fill-field|explain|choose-field)\.iife\.js$/,
      /^_locales\/[a-z]{2}(_[A-Z]{2})?\/messages\.json$/,
      /^src\/icons\/(16|32|48|128)\.png$/,
    ];
    const names = files.map((path) => relative(root, path).split(sep).join('/'));
    expect(names.filter((file) => !kinds.some((kind) => kind.test(file)))).toEqual([]);
  });

  it('brings the licence of every package that is bundled', () => {
    const licences = text(join(root, 'licences.txt'));
    for (const dependency of Object.keys(project.dependencies))
      expect(licences).toMatch(new RegExp(`^${dependency.replaceAll('/', '\\/')} \\d+\\.\\d+\\.\\d+ \\(.+\\)$`, 'm'));
    expect(licences).not.toMatch(/node_modules|\/home\/|\/tmp\//);
  });

  it('has no listener for strangers (SR-26) and injects without arguments (SR-6)', () => {
    const all = scripts.map(text).join('\n');
    expect(all).not.toMatch(
      /(onMessageExternal|onConnectExternal|onUserScriptMessage)\.addListener|world:\s*["'`]MAIN/,
    );
    expect(all).not.toMatch(/tabs\.sendMessage\(/);
  });

  it('starts the popup from one script and one style sheet, and the worker from one file', () => {
    const page = text(join(root, 'src/popup/index.html'));
    const named = [...page.matchAll(/(?:src|href)="\/([^"]+)"/g)].map(([, name = '']) => name);
    expect(named.toSorted()).toEqual(['assets/popup.css', 'assets/popup.js']);
    for (const file of ['assets/popup.js', 'service-worker-loader.js']) {
      const { module } = parseSync(file, text(join(root, file)));
      expect([...module.staticImports, ...module.dynamicImports]).toEqual([]);
    }
  });

  describe('the fill script', () => {
    const path = scripts.find((script) => /fill/.test(script) && script.includes('content')) ?? '';
    const code = path === '' ? '' : text(path);

    it('is one self-contained classic script within 20 kB gzip', () => {
      expect(code).not.toBe('');
      expect(code).not.toMatch(/^\s*(import|export)\b/m);
      expect(gzipSync(code).length).toBeLessThanOrEqual(20 * 1024);
    });

    it('knows nothing of the vault and of IT Glue', () => {
      for (const word of [
        'itglue',
        'x-api-key',
        'indexedDB',
        'subtle',
        'storage',
        'fetch(',
        'XMLHttpRequest',
        'sendMessage',
      ]) {
        expect({ word, known: code.toLowerCase().includes(word.toLowerCase()) }).toEqual({ word, known: false });
      }
    });
  });
});
