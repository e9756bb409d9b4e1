import { build, type Plugin, type Rolldown } from 'vite';
import { buildTarget } from './build-target.ts';

/** The file that the manifest names; it only imports the worker's entry, which imports the rest. */
const loader = 'service-worker-loader.js';

const textOf = (file: Rolldown.OutputAsset | Rolldown.OutputChunk): string =>
  file.type === 'chunk' ? file.code : String(file.source);

/** The files of a bundle that `from` imports, itself among them. */
function importedBy(bundle: Rolldown.OutputBundle, from: string): ReadonlySet<string> {
  const reached = new Set<string>();
  const visit = (name: string): void => {
    const file = bundle[name];
    if (file === undefined || reached.has(name)) return;
    reached.add(name);
    if (file.type === 'chunk') for (const next of [...file.imports, ...file.dynamicImports]) visit(next);
  };
  visit(from);
  return reached;
}

/** Everything that a page's own script reaches. */
const pageFiles = (bundle: Rolldown.OutputBundle, worker: string): ReadonlySet<string> =>
  new Set(
    Object.values(bundle).flatMap((file) =>
      file.type === 'chunk' && file.fileName !== worker && (file.isEntry || file.isDynamicEntry)
        ? [...importedBy(bundle, file.fileName)]
        : [],
    ),
  );

async function inOne(bundle: Rolldown.OutputBundle): Promise<string> {
  const made = (await build({
    configFile: false,
    logLevel: 'error',
    plugins: [
      {
        name: 'files-of-the-bundle',
        enforce: 'pre',
        resolveId: (id, importer) =>
          importer === undefined ? id : new URL(id, `bundle:///${importer}`).pathname.slice(1),
        load: (id) => {
          const file = bundle[id];
          return file === undefined ? null : textOf(file);
        },
      },
    ],
    build: {
      write: false,
      target: buildTarget,
      rollupOptions: { input: loader, output: { codeSplitting: false } },
    },
  })) as Rolldown.RolldownOutput;
  return made.output[0].code;
}

/**
 * Puts the worker into one file. It is started anew after every half minute of rest, often because somebody opens the
 * popup, and Chromium has one file after 50 ms where a dozen took 70.
 */
export function oneFileWorker(): Plugin {
  return {
    name: 'one-file-worker',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const file = bundle[loader];
        const entry = /^import '\.\/([^']+)';\s*$/.exec(file === undefined ? '' : textOf(file))?.[1];
        if (file?.type !== 'asset' || entry === undefined) return this.error('The worker has no loader any more.');
        const pages = pageFiles(bundle, entry);
        file.source = await inOne(bundle);
        for (const name of importedBy(bundle, entry)) if (!pages.has(name)) delete bundle[name];
      },
    },
  };
}
