// Runs a TypeScript file of this project on Node: `node scripts/run.mjs FILE.ts [arguments]`.
import { resolve } from 'node:path';
import { runnerImport } from 'vite';

const [file = ''] = process.argv.splice(2, 1);
await runnerImport(resolve(file), { configFile: false, logLevel: 'error' });
