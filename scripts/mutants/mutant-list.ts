import { browserMutants } from './browser-mutants.ts';
import { courseMutants } from './course-mutants.ts';
import { domainMutants } from './domain-mutants.ts';
import { fillMutants } from './fill-mutants.ts';
import { gateMutants } from './gate-mutants.ts';
import { importMutants } from './import-mutants.ts';
import type { MutantGroup } from './mutant.ts';
import { networkMutants } from './network-mutants.ts';
import { pageMutants } from './page-mutants.ts';
import { policyMutants } from './policy-mutants.ts';
import { portMutants } from './port-mutants.ts';
import { rightMutants } from './right-mutants.ts';
import { ruleMutants } from './rule-mutants.ts';
import { sealMutants } from './seal-mutants.ts';
import { signInMutants } from './sign-in-mutants.ts';
import { useMutants } from './use-mutants.ts';
import { vaultMutants } from './vault-mutants.ts';

/** Every guarding line that is taken out in turn. */
export const mutantList: readonly MutantGroup[] = [
  gateMutants,
  ruleMutants,
  rightMutants,
  policyMutants,
  fillMutants,
  courseMutants,
  useMutants,
  pageMutants,
  portMutants,
  signInMutants,
  vaultMutants,
  sealMutants,
  importMutants,
  networkMutants,
  browserMutants,
  domainMutants,
];
