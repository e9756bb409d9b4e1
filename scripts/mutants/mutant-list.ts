import { browserMutants } from './browser-mutants.ts';
import { domainMutants } from './domain-mutants.ts';
import { fillMutants } from './fill-mutants.ts';
import { gateMutants } from './gate-mutants.ts';
import type { MutantGroup } from './mutant.ts';
import { networkMutants } from './network-mutants.ts';
import { vaultMutants } from './vault-mutants.ts';

/** Every guarding line that is taken out in turn. */
export const mutantList: readonly MutantGroup[] = [
  gateMutants,
  fillMutants,
  vaultMutants,
  networkMutants,
  browserMutants,
  domainMutants,
];
