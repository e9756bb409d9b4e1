import type { DomainProblem } from '../domain/primary-domain.ts';
import type { LineProblem } from '../domain/primary-domain-lines.ts';
import { sentences } from '../texts/sentences.ts';
import { text } from '../texts/text.ts';
import { type FailureKeys, type FailureText, textOfKeys } from './failure-keys.ts';

const domainProblems: Readonly<Record<DomainProblem, FailureKeys>> = {
  empty: { sentence: 'domainProblemEmpty', nextStep: 'domainProblemEmptyNext' },
  'not-a-domain': { sentence: 'domainProblemNotADomain', nextStep: 'domainProblemNotADomainNext' },
  'unknown-suffix': { sentence: 'domainProblemUnknownSuffix', nextStep: 'domainProblemUnknownSuffixNext' },
  'suffix-alone': { sentence: 'domainProblemSuffixAlone', nextStep: 'domainProblemSuffixAloneNext' },
};

const lineProblems: Readonly<Record<LineProblem, FailureKeys>> = {
  ...domainProblems,
  'no-separator': { sentence: 'domainLineNoSeparator', nextStep: 'domainLineNoSeparatorNext' },
  'unknown-organization': { sentence: 'domainLineUnknown', nextStep: 'domainLineUnknownNext' },
  'several-organizations': { sentence: 'domainLineSeveral', nextStep: 'domainLineSeveralNext' },
  'said-otherwise': { sentence: 'domainLineSaidOtherwise', nextStep: 'domainLineSaidOtherwiseNext' },
};

/** Why a text is not taken as a primary domain, and what to give instead. */
export const domainProblemText = (problem: DomainProblem): FailureText => textOfKeys(domainProblems[problem]);

/** The same of a line of a pasted list, in one piece. */
export function lineProblemText(problem: LineProblem, line: number, name: string): string {
  const { sentence, nextStep } = textOfKeys(lineProblems[problem]);
  return sentences(text('domainLine', line, name), sentence, nextStep);
}
