import type { ApiKeySummary } from '../domain/api-key.ts';
import type { ApiKeyId } from '../domain/ids.ts';
import { text } from '../texts/text.ts';
import { SelectField } from '../ui/select-field.tsx';
import { placeOf } from './region-text.ts';
import { newKeyHref } from './route.ts';
import { useVault } from './vault-context.ts';

interface ApiKeyChoiceProps {
  readonly keys: readonly ApiKeySummary[];
  readonly chosen: ApiKeyId | null;
  readonly onChange: (id: ApiKeyId | null) => void;
  readonly disabled: boolean;
  readonly error: string | undefined;
}

/** API key: a saved one, or the way to save one and come back. */
export function ApiKeyChoice({ keys, chosen, onChange, disabled, error }: ApiKeyChoiceProps) {
  const { administrator } = useVault();
  const gone = chosen !== null && !keys.some((key) => key.id === chosen);
  return (
    <div class="choice">
      <SelectField
        label={text('optionsApiKey')}
        name="apiKeyId"
        value={chosen ?? ''}
        onChange={(id) => onChange(keys.find((key) => key.id === id)?.id ?? null)}
        disabled={disabled}
        options={[
          ...(chosen === null || gone
            ? [{ value: chosen ?? '', text: gone ? text('optionsNotSavedAnyMore') : text('optionsChoose') }]
            : []),
          ...keys.map((key) => ({ value: key.id as string, text: `${key.name} · ${placeOf(key.region)}` })),
        ]}
        error={error ?? (gone ? text('optionsApiKeyEntryWasDeleted') : undefined)}
      />
      {administrator && !disabled && (
        <p class="list-age">
          <a href={newKeyHref}>{text('optionsSaveAnApiKey')}</a> <span>{text('optionsWhatYouTypedHereKept')}</span>
        </p>
      )}
    </div>
  );
}
