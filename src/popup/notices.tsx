import type { DamagedRecord } from '../domain/failure.ts';
import type { OutcomeRecord } from '../messaging/contract.ts';
import { text } from '../texts/text.ts';
import { ageText } from '../ui/age-text.ts';
import { Banner } from '../ui/banner.tsx';
import { damagedListText } from '../ui/damaged-text.ts';
import { endText, type OutcomeText } from '../ui/outcome-text.ts';
import { Sentence } from '../ui/sentence.tsx';
import { ShownParts } from '../ui/shown-text.tsx';
import { openOptions } from './open-options.ts';

interface EndBannerProps {
  readonly end: OutcomeText;
  readonly entryName: string;
  readonly age?: string;
  readonly action?: BannerAction | undefined;
}

export type BannerAction = { readonly text: string; readonly onClick: () => void };

/** How a fill or a launch ended. */
export function EndBanner({ end, entryName, age, action }: EndBannerProps) {
  return (
    <Banner kind={end.kind} action={action}>
      <p>
        <strong>{end.sentence}</strong>
        {end.nextStep !== null && ` ${end.nextStep}`}
      </p>
      <ShownParts parts={[entryName, age]} />
    </Banner>
  );
}

/** Ends that only said “open the popup to go on”: here the person is. */
const goesOnHere = ({ end }: OutcomeRecord): boolean =>
  'failure' in end && (end.failure.code === 'locked' || end.failure.code === 'choose-first');

interface LastOutcomeProps {
  readonly record: OutcomeRecord;
  /** Offered where something was not filled. */
  readonly action: BannerAction | undefined;
}

/** How the last fill of the page in front ended. */
export function LastOutcome({ record, action }: LastOutcomeProps) {
  if (goesOnHere(record)) return null;
  const end = endText(record.end);
  return (
    <EndBanner
      end={end}
      entryName={record.entryName}
      age={ageText(record.at, Date.now())}
      action={end.kind === 'ok' ? undefined : action}
    />
  );
}

/** Names what of the vault cannot be opened; options has the rest. */
export function DamagedBanner({ records }: { readonly records: readonly DamagedRecord[] }) {
  if (records.length === 0) return null;
  return (
    <Banner kind="warning" action={{ text: text('popupOpenOptions'), onClick: () => void openOptions() }}>
      <Sentence
        of="popupDamaged"
        parts={[<strong key="what">{text('popupPartVaultCannotBeOpened')}</strong>, damagedListText(records)]}
      />
    </Banner>
  );
}
