import type { Plugin, Rollup } from 'vite';

const page = '/src/popup/index.html';
const shown = 'show-popup';

/** The scripts and styles that a chunk cannot run without, its own among them. */
function neededBy(bundle: Rollup.OutputBundle, name: string, known = new Set<string>()): ReadonlySet<string> {
  const chunk = bundle[name];
  if (chunk?.type !== 'chunk' || known.has(name)) return known;
  known.add(name);
  for (const style of chunk.viteMetadata?.importedCss ?? []) known.add(style);
  for (const imported of chunk.imports) neededBy(bundle, imported, known);
  return known;
}

/**
 * The popup's first script asks the worker before it loads what draws the answers: that is fetched and compiled beside
 * it from the start.
 */
export function popupPreloads(): Plugin {
  return {
    name: 'popup-preloads',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle, path }) {
        if (bundle === undefined || path !== page) return html;
        const chunk = Object.values(bundle).find((file) => file.type === 'chunk' && file.name === shown);
        if (chunk === undefined) throw new Error(`${page} has no ${shown} to preload.`);
        const missing = [...neededBy(bundle, chunk.fileName)].filter((name) => !html.includes(`/${name}"`));
        return missing.map((name) => ({
          tag: 'link',
          attrs: { rel: name.endsWith('.css') ? 'stylesheet' : 'modulepreload', crossorigin: true, href: `/${name}` },
          injectTo: 'head' as const,
        }));
      },
    },
  };
}
