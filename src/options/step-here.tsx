import type { EntryList } from '../messaging/contract.ts';
import { firstSteps, onTheWay, type StepName } from './first-steps.ts';
import { Stepper } from './stepper.tsx';
import { useVault } from './vault-context.ts';

interface StepHereProps {
  readonly step: StepName;
  /** null: not yet known. */
  readonly keys: number | null;
  readonly list: EntryList | null;
}

/** Above the form of a step, for whoever comes to it on the way from an empty vault. */
export function StepHere({ step, keys, list }: StepHereProps) {
  const { administrator } = useVault();
  if (!administrator || keys === null || list === null || !onTheWay(list) || firstSteps(keys, list).next !== step)
    return null;
  return <Stepper at={step} />;
}
