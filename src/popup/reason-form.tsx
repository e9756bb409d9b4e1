import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Failure } from '../domain/failure.ts';
import type { ask as askWorker } from '../messaging/client.ts';
import type { EntryView } from '../messaging/contract.ts';
import { text } from '../texts/text.ts';
import { Button } from '../ui/button.tsx';
import { FailureBanner } from '../ui/failure-banner.tsx';
import { ShownParts } from '../ui/shown-text.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { ReasonQuestion } from './use-reasoned-ask.ts';

interface ReasonFormProps {
  readonly question: ReasonQuestion;
  readonly ask: typeof askWorker;
  readonly entries: readonly EntryView[];
}

function useReason({ question: { entryId, settle }, ask }: ReasonFormProps) {
  const [reason, setReason] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  const give = async (): Promise<void> => {
    const answer = await ask('reason.give', { entryId, reason });
    if (answer.ok) settle(true);
    else setFailure(answer.failure);
  };
  return { reason, setReason, failure, field, give };
}

/** Asks why an entry is used, before it is. */
export function ReasonForm(props: ReasonFormProps) {
  const { question, entries } = props;
  const { reason, setReason, failure, field, give } = useReason(props);
  const name = entries.find(({ id }) => id === question.entryId)?.name;
  return (
    <form
      class="reason-form"
      aria-label={text('popupReasonOrTicketNumber')}
      onSubmit={(event) => {
        event.preventDefault();
        void give();
      }}
    >
      <ShownParts parts={[name]} />
      <TextField
        label={text('popupReasonOrTicketNumber')}
        name="reason"
        value={reason}
        onInput={setReason}
        inputRef={field}
        maxLength={200}
        hint={text('popupEntryAsksWrittenIntoAudit')}
      />
      {failure !== null && <FailureBanner failure={failure} />}
      <div class="actions">
        <Button type="submit" kind="primary">
          {text('popupGoOn')}
        </Button>
        <Button onClick={() => question.settle(false)}>{text('popupCancel')}</Button>
      </div>
    </form>
  );
}
