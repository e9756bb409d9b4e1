import { readdirSync, readFileSync } from 'node:fs';
import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import preact from '@preact/preset-vite';
import { minify } from 'terser';
import { defineConfig, type Plugin } from 'vite';
import { buildTarget } from './scripts/build-target.ts';
import { distFolder } from './scripts/dist-folder.ts';
import { gatewayOfBuild } from './scripts/gateway-of-build.ts';
import { type Browser, manifestFor } from './scripts/manifest-for.ts';
import { oneFileScripts } from './scripts/one-file-scripts.ts';
import { thirdPartyLicences } from './scripts/package/third-party-licences.ts';

/** Preact's way to raw HTML is never used here: its sink is taken out of the bundle, so that none is left to reach. */
function noInnerHtml(): Plugin {
  return {
    name: 'no-inner-html',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/preact\/dist\/preact\.mjs/.test(id)) return null;
      const out = code.replace(/\(\w+\.innerHTML=\w+\.__html\)/, '(void 0)');
      if (out === code)
        this.error('The innerHTML sink of preact was not found: look at its new release and adapt this plugin.');
      return { code: out, map: null };
    },
  };
}

/**
 * Page scripts are counted in bytes, since every fill injects one: the words of a hint, which run over several lines in
 * the source, stand in one, and a second minifier finds what the bundler's own leaves.
 */
function smallPageScripts(): Plugin {
  const small = async (script: string) =>
    (await minify(script.replace(/\|\n\s*/g, '|'), { ecma: 2020, compress: { passes: 3 } })).code ?? script;
  return {
    name: 'small-page-scripts',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        for (const file of Object.values(bundle)) {
          if (!file.fileName.endsWith('.iife.js')) continue;
          if (file.type === 'chunk') file.code = await small(file.code);
          else file.source = await small(String(file.source));
        }
      },
    },
  };
}

/** Whether a chunk holds what only page scripts use; each of those is one self-contained file already. */
const ofPageScripts = (modules: readonly string[]): boolean =>
  modules.some((id) => /\/src\/content\/[^?]+$/.test(id)) &&
  modules.every((id) => /\/src\/(content|domain)\/[^?]+$|@medv\/finder/.test(id));

/**
 * The extension plugin lists the page scripts as readable by every web page, and leaves second copies of them: both go.
 * A page could otherwise tell that the extension is installed.
 */
function nothingForPages(): Plugin {
  return {
    name: 'nothing-for-pages',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const asset = bundle['manifest.json'];
        if (asset?.type !== 'asset') return this.error('The manifest was not emitted.');
        const manifest = JSON.parse(String(asset.source)) as Record<string, unknown>;
        delete manifest.web_accessible_resources;
        asset.source = `${JSON.stringify(manifest, null, 2)}\n`;
        for (const [name, file] of Object.entries(bundle)) {
          if (file.type === 'chunk' && ofPageScripts(file.moduleIds)) delete bundle[name];
        }
      },
    },
  };
}

/** The licences of all bundled packages go with them. */
function licences(): Plugin {
  return {
    name: 'licences',
    apply: 'build',
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
      const source = `${readFileSync('LICENSE', 'utf8')}\n${thirdPartyLicences(modules)}`;
      this.emitFile({ type: 'asset', fileName: 'licences.txt', source });
    },
  };
}

/** The texts in every language, where the browser looks for them. */
function texts(): Plugin {
  const folder = new URL('./src/_locales/', import.meta.url);
  return {
    name: 'texts',
    generateBundle() {
      for (const language of readdirSync(folder)) {
        const path = `${language}/messages.json`;
        const fileName = `_locales/${path}`;
        this.emitFile({ type: 'asset', fileName, source: readFileSync(new URL(path, folder), 'utf8') });
      }
    },
  };
}

/** Chrome reads which keys a managed policy may have from a file that only the manifest names. Firefox needs none. */
function policySchema(browser: Browser): Plugin {
  return {
    name: 'policy-schema',
    generateBundle() {
      if (browser !== 'chrome') return;
      const source = readFileSync(new URL('./src/managed-policy-schema.json', import.meta.url), 'utf8');
      this.emitFile({ type: 'asset', fileName: 'managed-policy-schema.json', source });
    },
  };
}

/** While developing, pages load from the dev server, which the strict policy forbids. */
function forDevelopment({
  content_security_policy: _strict,
  ...manifest
}: Record<string, unknown>): Record<string, unknown> {
  return manifest;
}

export default defineConfig(({ mode, command }) => {
  const browser: Browser = mode === 'firefox' ? 'firefox' : 'chrome';
  const gateway = gatewayOfBuild();
  const made = manifestFor(browser, gateway);
  const manifest = command === 'serve' ? forDevelopment(made) : made;
  return {
    plugins: [
      noInnerHtml(),
      preact(),
      crx({ manifest: manifest as unknown as ManifestV3Export, browser }),
      licences(),
      nothingForPages(),
      policySchema(browser),
      texts(),
      smallPageScripts(),
      oneFileScripts(),
    ],
    define: { __GATEWAY__: JSON.stringify(gateway) },
    // The same library with its list of suffixes as packed text: half the size of the tables it is compiled to elsewhere.
    resolve: { alias: [{ find: /^tldts$/, replacement: 'tldts/dist/index.esm.min.js' }] },
    server: { port: 5199, strictPort: true, hmr: { port: 5199 }, cors: { origin: [/^chrome-extension:\/\//] } },
    build: {
      outDir: command === 'serve' ? `dist/dev-${browser}` : distFolder(browser, gateway !== null),
      emptyOutDir: true,
      target: buildTarget,
      modulePreload: { polyfill: false },
      sourcemap: false,
      rollupOptions: {
        // Names without a hash: the bundler lets the path of the checkout into it.
        output: {
          entryFileNames: 'assets/[name].js',
          chunkFileNames: 'assets/[name].js',
          assetFileNames: 'assets/[name][extname]',
        },
        input: {
          chooser: 'src/chooser/index.html',
          ...(browser === 'chrome' ? { offscreen: 'src/offscreen/index.html' } : {}),
        },
      },
    },
  };
});
