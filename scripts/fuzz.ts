import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** `npm run test:fuzz [-- SEED]`: 100,000 mutated replies of IT Glue, of which none may throw, hang or let a secret out. */

const seed = process.argv[2] ?? String(Date.now());
console.log(`mutated replies: DECODER_FUZZ_SEED=${seed}`);
const env = { ...process.env, DECODER_FUZZ: process.env.DECODER_FUZZ ?? '100000', DECODER_FUZZ_SEED: seed };
const args = ['run', '--project', 'unit', '--reporter', 'verbose', join('test', 'adapters', 'decoder-fuzz.test.ts')];
process.exitCode = spawnSync(join('node_modules', '.bin', 'vitest'), args, { stdio: 'inherit', env }).status ?? 1;
