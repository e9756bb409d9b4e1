import { useState } from 'preact/hooks';
import { displayText } from '../domain/display-text.ts';
import type { ApiKeyId, OrganizationId } from '../domain/ids.ts';
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
      <Button kind="quiet" busy={waiting} label={`Let in ${name}`} onClick={onLetIn}>
        Let in
      </Button>
    </li>
  );
}

/** Organizations that the search index never asks for, and a way to leave out more or let one in again. */
export function LeftOut({ apiKeyId, excluded, waiting, onChange }: LeftOutProps) {
  const { ask } = useVault();
  const list = useLoaded(apiKeyId, () => ask('organizations.list', { entryId: null, apiKeyId, refresh: false }));
  const [said, setSaid] = useState('');
  const options = organizationOptions(list.value?.rows ?? []);
  const nameOf = (id: OrganizationId): string => {
    const row = list.value?.rows.find((each) => each.id === id);
    return row === undefined ? `Organization ${id}` : displayText(row.name);
  };
  const change = async (next: readonly OrganizationId[], sentence: string): Promise<void> => {
    if (await onChange(next)) setSaid(sentence);
  };
  const letIn = (id: OrganizationId): void =>
    void change(
      excluded.filter((each) => each !== id),
      `${nameOf(id)} is read again with the next sync.`,
    );
  return (
    <div class="left-out-part">
      <h3 id="left-out">Left out</h3>
      <p class="hint">
        These organizations are never asked for and never found by search. Entries that point into them go on working.
      </p>
      <ul class="left-out" aria-labelledby="left-out">
        {excluded.map((id) => (
          <LeftOutRow key={id} name={nameOf(id)} waiting={waiting} onLetIn={() => letIn(id)} />
        ))}
      </ul>
      {excluded.length === 0 && <p>No organization is left out.</p>}
      <Combobox
        label="Leave out an organization"
        name="leaveOut"
        options={options.filter(({ row }) => !excluded.includes(row.id))}
        value={null}
        onChange={({ row }) => void change([...excluded, row.id], `${displayText(row.name)} is left out from now on.`)}
        waiting={list.waiting}
        placeholder="Type to search organizations"
        emptyText="This API key sees no organization."
      />
      <FailureNote failure={list.failure} onRetry={list.reload} />
      <p role="status">{said}</p>
    </div>
  );
}
