import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parseSync } from 'vite';

/** Bytes after gzip, each file on its own as a browser would get it. */
export interface BundleGzip {
  readonly fill: number;
  readonly popup: number;
  readonly worker: number;
}

interface Manifest {
  readonly action: { readonly default_popup: string };
  readonly background: { readonly service_worker: string };
}

/** A module and everything it imports statically, however far away. */
function moduleGraph(root: string, entry: string, seen: Set<string> = new Set()): ReadonlySet<string> {
  if (seen.has(entry)) return seen;
  seen.add(entry);
  const { module } = parseSync(entry, readFileSync(join(root, entry), 'utf8'));
  for (const { moduleRequest } of module.staticImports) {
    const { value } = moduleRequest;
    moduleGraph(root, value.startsWith('/') ? value.slice(1) : join(dirname(entry), value), seen);
  }
  return seen;
}

const gzipped = (root: string, files: Iterable<string>): number =>
  [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(root, file))).length, 0);

/** What an entry asks for itself: a page that only starts others is not there before they are. */
function startedBy(root: string, entry: string): readonly string[] {
  const code = readFileSync(join(root, entry), 'utf8');
  const { module } = parseSync(entry, code);
  return module.dynamicImports.map(({ moduleRequest: { start, end } }) => {
    const path = /^["'`](\.[^"'`]+)["'`]$/.exec(code.slice(start, end))?.[1];
    if (path === undefined) throw new Error(`${entry} starts a script whose name is not known.`);
    return join(dirname(entry), path);
  });
}

/** Every script that a page loads before it can be used. */
function pageScripts(root: string, page: string): ReadonlySet<string> {
  const html = readFileSync(join(root, page), 'utf8');
  const seen = new Set<string>();
  for (const [, src = ''] of html.matchAll(/<script[^>]*\ssrc="([^"]+)"/g)) {
    const entry = src.startsWith('/') ? src.slice(1) : join(dirname(page), src);
    moduleGraph(root, entry, seen);
    for (const started of startedBy(root, entry)) moduleGraph(root, started, seen);
  }
  if (seen.size === 0) throw new Error(`No script was found in ${page}.`);
  return seen;
}

const fillScript = join('src', 'content', 'fill.iife.js');

/** What the built extension in `root` makes a browser load: in a page that is filled, in the popup, in the worker. */
export function bundleGzip(root: string): BundleGzip {
  const manifest = JSON.parse(readFileSync(join(root, 'manifest.json'), 'utf8')) as Manifest;
  return {
    fill: gzipped(root, [fillScript]),
    popup: gzipped(root, pageScripts(root, manifest.action.default_popup)),
    worker: gzipped(root, moduleGraph(root, manifest.background.service_worker)),
  };
}
