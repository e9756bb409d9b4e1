import { resolve } from 'node:path';
import { build } from 'vite';
import { buildTarget } from '../build-target.ts';

/** The reading of the fill script as the package has it: same code, same minifier, same target, one classic script. */
export async function readingScript(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    mode: 'production',
    build: {
      write: false,
      target: buildTarget,
      lib: { entry: resolve('scripts/bench/reading-probe.ts'), formats: ['iife'], name: 'probe' },
    },
  });
  const [bundle] = Array.isArray(built) ? built : [built];
  const [chunk] = bundle !== undefined && 'output' in bundle ? bundle.output : [];
  if (chunk === undefined) throw new Error('The reading could not be built.');
  return chunk.code;
}
