import type { HostProblem } from '../domain/failure.ts';
import { text } from '../texts/text.ts';
import type { TextKey } from '../texts/text-key.ts';

/** What `$1`, `$2` and `$3` stand for in these texts: written as it is typed, in every language. */
const variables = [
  '{organization.shortName}',
  '{organization.primaryDomain}',
  '{organization.shortName}.example.com',
] as const;

/** One sentence for each reason why a typed Host is not accepted. */
const problems: Readonly<Record<HostProblem, TextKey>> = {
  empty: 'hostProblemEmpty',
  'not-an-address': 'hostProblemNotAnAddress',
  scheme: 'hostProblemScheme',
  userinfo: 'hostProblemUserinfo',
  'trailing-dot': 'hostProblemTrailingDot',
  'ip-shorthand': 'hostProblemIpShorthand',
  'http-not-allowed': 'hostProblemHttpNotAllowed',
  'unknown-variable': 'hostProblemUnknownVariable',
  'no-primary-domain': 'hostProblemNoPrimaryDomain',
  'domain-place': 'hostProblemDomainPlace',
  'domain-value': 'hostProblemDomainValue',
  'variable-place': 'hostProblemVariablePlace',
  'variable-domain': 'hostProblemVariableDomain',
  'variable-unlinked': 'hostProblemVariableUnlinked',
  'variable-value': 'hostProblemVariableValue',
  'variable-changed': 'hostProblemVariableChanged',
  'variable-not-here': 'hostProblemVariableNotHere',
};

/** What to type instead. */
const steps: Readonly<Record<HostProblem, TextKey>> = {
  empty: 'hostProblemEmptyNext',
  'not-an-address': 'hostProblemNotAnAddressNext',
  scheme: 'hostProblemSchemeNext',
  userinfo: 'hostProblemUserinfoNext',
  'trailing-dot': 'hostProblemTrailingDotNext',
  'ip-shorthand': 'hostProblemIpShorthandNext',
  'http-not-allowed': 'hostProblemHttpNotAllowedNext',
  'unknown-variable': 'hostProblemUnknownVariableNext',
  'no-primary-domain': 'hostProblemNoPrimaryDomainNext',
  'domain-place': 'hostProblemDomainPlaceNext',
  'domain-value': 'hostProblemDomainValueNext',
  'variable-place': 'hostProblemVariablePlaceNext',
  'variable-domain': 'hostProblemVariableDomainNext',
  'variable-unlinked': 'hostProblemVariableUnlinkedNext',
  'variable-value': 'hostProblemVariableValueNext',
  'variable-changed': 'hostProblemVariableChangedNext',
  'variable-not-here': 'hostProblemVariableNotHereNext',
};

export const hostProblemText = (problem: HostProblem): string => text(problems[problem], ...variables);

export const hostProblemStep = (problem: HostProblem): string => text(steps[problem], ...variables);
