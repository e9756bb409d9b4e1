import type { RefObject } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { type ApiKeySummary, trimApiKey } from '../domain/api-key.ts';
import type { ConnectionReport } from '../domain/connection.ts';
import type { Failure } from '../domain/failure.ts';
import { type Region, regionOfAddress } from '../domain/region.ts';
import type { ApiKeyInput } from '../messaging/contract.ts';
import { createDrafts, useDraft } from './draft.ts';
import { focusField } from './focus-field.ts';
import { useVault } from './vault-context.ts';

interface ApiKeyDraft {
  readonly name: string;
  readonly address: string;
  readonly region: Region;
}

const drafts = createDrafts<ApiKeyDraft>();

export type ApiKeyFault = { readonly field: 'name' | 'key'; readonly text: string };

export interface ApiKeyForm extends ApiKeyDraft {
  readonly key: string;
  readonly fault: ApiKeyFault | null;
  readonly failure: Failure | null;
  readonly report: ConnectionReport | null;
  /** What is on its way to IT Glue. */
  readonly busy: ApiKeyInput['save'] | null;
  readonly form: RefObject<HTMLFormElement | null>;
  readonly setName: (name: string) => void;
  readonly setAddress: (address: string) => void;
  readonly setRegion: (region: Region) => void;
  readonly setKey: (key: string) => void;
  readonly send: (save: ApiKeyInput['save']) => Promise<void>;
}

function faultOf(name: string, key: string): ApiKeyFault | null {
  if (name.trim() === '') return { field: 'name', text: 'Give this key a name, so that you can tell it from others.' };
  return trimApiKey(key) === '' ? { field: 'key', text: 'Paste the API key here.' } : null;
}

/** A new API key, or the one that replaces a saved one. The key itself stays in this form and goes with it. */
export function useApiKeyForm(
  replaces: ApiKeySummary | null,
  onSaved: (saved: ApiKeySummary, report: ConnectionReport) => void,
): ApiKeyForm {
  const { ask } = useVault();
  const start = { name: replaces?.name ?? 'IT Glue', address: '', region: replaces?.region ?? 'us' } as const;
  const { draft, change, forget } = useDraft<ApiKeyDraft>(drafts, replaces?.id ?? 'new', start);
  const [key, setKey] = useState('');
  const [fault, setFault] = useState<ApiKeyFault | null>(null);
  const [said, setSaid] = useState<{ readonly failure: Failure | null; readonly report: ConnectionReport | null }>({
    failure: null,
    report: null,
  });
  const [busy, setBusy] = useState<ApiKeyInput['save'] | null>(null);
  const form = useRef<HTMLFormElement>(null);

  const send = async (save: ApiKeyInput['save']): Promise<void> => {
    if (busy !== null) return;
    const found = faultOf(draft.name, key);
    setFault(found);
    if (found !== null) return focusField(form.current, found.field);
    setBusy(save);
    const { name, region } = draft;
    const answer = await ask('apiKey.set', {
      apiKeyId: replaces?.id ?? null,
      name: name.trim(),
      region,
      key: trimApiKey(key),
      save,
    });
    setBusy(null);
    setSaid(answer.ok ? { failure: null, report: answer.value.report } : { failure: answer.failure, report: null });
    if (!answer.ok || answer.value.saved === null) return;
    setKey('');
    forget();
    onSaved(answer.value.saved, answer.value.report);
  };

  /** A report is about one key at one region: with another it says nothing any more. */
  const forgetReport = (): void => setSaid({ failure: null, report: null });
  return {
    ...draft,
    ...said,
    key,
    fault,
    busy,
    form,
    send,
    setName: (name) => change({ name }),
    setAddress: (address) => {
      const region = regionOfAddress(address);
      change(region === null ? { address } : { address, region });
      forgetReport();
    },
    setRegion: (region) => {
      change({ region });
      forgetReport();
    },
    setKey: (typed) => {
      setKey(typed);
      forgetReport();
    },
  };
}
