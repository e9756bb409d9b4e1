import { useState } from 'preact/hooks';
import { displayText } from '../domain/display-text.ts';
import type { ApiKeyId, OrganizationId } from '../domain/ids.ts';
import { text } from '../texts/text.ts';
import { Button } from '../ui/button.tsx';
import { Combobox } from '../ui/combobox.tsx';
import { FailureNote } from './failure-note.tsx';
import { organizationOptions } from './organization-options.ts';
import { useLoaded } from './use-loaded.ts';
import { useVault } from './vault-context.ts';

interface LeftOutProps {
  readonly apiKeyId: ApiKeyId;
  readonly excluded: readonly OrganizationId[];
  readonly waiting: boolean;
  readonly onChange: (excluded: readonly OrganizationId[]) => Promise<boolean>;
}

interface LeftOutRowProps {
  readonly name: string;
  readonly waiting: boolean;
  readonly onLetIn: () => void;
}

function LeftOutRow({ name, waiting, onLetIn }: LeftOutRowProps) {
  return (
    <li class="left-out-row">
      <bdi>{name}</bdi>
      <Button kind="quiet" busy={waiting} label={text('optionsLetInNamed', name)} onClick={onLetIn}>
        {text('optionsLetIn')}
      </Button>
    </li>
  );
}

interface LastChangeProps {
  /** null: nothing was changed. */
  readonly said: string | null;
  readonly waiting: boolean;
  readonly onUndo: () => void;
}

function LastChange({ said, waiting, onUndo }: LastChangeProps) {
  return (
    <p role="status">
      {said !== null && (
        <>
          {said}{' '}
          <Button kind="quiet" busy={waiting} onClick={onUndo}>
            {text('uiUndo')}
          </Button>
        </>
      )}
    </p>
  );
}

/** Organizations that the search index never asks for, and a way to leave out more or let one in again. */
export function LeftOut({ apiKeyId, excluded, waiting, onChange }: LeftOutProps) {
  const { ask } = useVault();
  const list = useLoaded(apiKeyId, () => ask('organizations.list', { entryId: null, apiKeyId, refresh: false }));
  const [last, setLast] = useState<{ readonly said: string; readonly before: readonly OrganizationId[] } | null>(null);
  const options = organizationOptions(list.value?.rows ?? []);
  const nameOf = (id: OrganizationId): string => {
    const row = list.value?.rows.find((each) => each.id === id);
    return row === undefined ? text('optionsOrganizationById', id) : displayText(row.name);
  };
  const change = async (next: readonly OrganizationId[], sentence: string): Promise<void> => {
    if (await onChange(next)) setLast({ said: sentence, before: excluded });
  };
  const undo = async (before: readonly OrganizationId[]): Promise<void> => {
    if (await onChange(before)) setLast(null);
  };
  const letIn = (id: OrganizationId): void =>
    void change(
      excluded.filter((each) => each !== id),
      text('optionsReadAgainNextSync', nameOf(id)),
    );
  return (
    <div class="left-out-part">
      <h3 id="left-out">{text('optionsLeftOut')}</h3>
      <p class="hint">{text('optionsTheseOrganizationsAreNeverAsked')}</p>
      <ul class="left-out" aria-labelledby="left-out">
        {excluded.map((id) => (
          <LeftOutRow key={id} name={nameOf(id)} waiting={waiting} onLetIn={() => letIn(id)} />
        ))}
      </ul>
      {excluded.length === 0 && <p>{text('optionsNoOrganizationLeftOut')}</p>}
      <Combobox
        label={text('optionsLeaveOutAnOrganization')}
        name="leaveOut"
        options={options.filter(({ row }) => !excluded.includes(row.id))}
        value={null}
        onChange={({ row }) =>
          void change([...excluded, row.id], text('optionsLeftOutFromNowOn', displayText(row.name)))
        }
        waiting={list.waiting}
        placeholder={text('optionsTypeToSearchOrganizations')}
        emptyText={text('optionsApiKeySeesNoOrganization')}
      />
      <FailureNote failure={list.failure} onRetry={list.reload} />
      <LastChange said={last?.said ?? null} waiting={waiting} onUndo={() => void undo(last?.before ?? excluded)} />
    </div>
  );
}
