import type { RefObject } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { type ApiKeySummary, trimApiKey } from '../domain/api-key.ts';
import type { ConnectionReport } from '../domain/connection.ts';
import type { Failure } from '../domain/failure.ts';
import { gateway, gatewayRegion } from '../domain/gateway.ts';
import { type Region, regionOfAddress } from '../domain/region.ts';
import type { ApiKeyInput, ResponseOf } from '../messaging/contract.ts';
import { text } from '../texts/text.ts';
import { createDrafts, type KeptTyping, useDraft } from './draft.ts';
import { focusField } from './focus-field.ts';
import { useVault } from './vault-context.ts';

interface ApiKeyDraft {
  readonly name: string;
  readonly address: string;
  readonly region: Region;
}

const drafts = createDrafts<ApiKeyDraft>('key');

export type ApiKeyFault = { readonly field: 'name' | 'key'; readonly text: string };

export interface ApiKeyForm extends ApiKeyDraft {
  readonly key: string;
  readonly fault: ApiKeyFault | null;
  readonly failure: Failure | null;
  readonly report: ConnectionReport | null;
  readonly kept: KeptTyping;
  readonly discard: () => void;
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
  if (name.trim() === '') return { field: 'name', text: text('optionsGiveKeyNameSoYou') };
  return trimApiKey(key) === ''
    ? { field: 'key', text: gateway === null ? text('optionsPasteApiKeyHere') : text('optionsPasteTheTokenHere') }
    : null;
}

interface Said {
  readonly failure: Failure | null;
  readonly report: ConnectionReport | null;
}

const nothingSaid: Said = { failure: null, report: null };

/** What is typed. A report is about one key at one region: with another it says nothing any more. */
function useTyped(replaces: ApiKeySummary | null) {
  const start = {
    name: replaces?.name ?? text(gateway === null ? 'kindCredentialShort' : 'optionsGateway'),
    address: '',
    region: replaces?.region ?? gatewayRegion,
  } as const;
  const { draft, kept, change, forget, reset } = useDraft<ApiKeyDraft>(drafts, replaces?.id ?? 'new', start);
  const [key, setKey] = useState('');
  const [said, setSaid] = useState(nothingSaid);
  const place = (next: Partial<ApiKeyDraft>): void => {
    change(next);
    setSaid(nothingSaid);
  };
  return {
    ...draft,
    kept,
    discard: reset,
    key,
    said,
    setSaid,
    forget: () => {
      setKey('');
      forget();
    },
    setName: (name: string) => change({ name }),
    setAddress: (address: string) => {
      const region = regionOfAddress(address);
      place(region === null ? { address } : { address, region });
    },
    setRegion: (region: Region) => place({ region }),
    setKey: (typed: string) => {
      setKey(typed);
      setSaid(nothingSaid);
    },
  };
}

/** A new API key, or the one that replaces a saved one. The key itself stays in this form and goes with it. */
export function useApiKeyForm(
  replaces: ApiKeySummary | null,
  onSaved: (saved: ApiKeySummary, report: ConnectionReport) => void,
): ApiKeyForm {
  const { ask } = useVault();
  const { said, setSaid, forget, ...typed } = useTyped(replaces);
  const [fault, setFault] = useState<ApiKeyFault | null>(null);
  const [busy, setBusy] = useState<ApiKeyInput['save'] | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const conclude = (answer: ResponseOf<'apiKey.set'>): void => {
    setBusy(null);
    if (!answer.ok) {
      setSaid({ failure: answer.failure, report: null });
      if (answer.failure.code === 'invalid-input') focusField(form.current, answer.failure.field);
      return;
    }
    const { saved, report } = answer.value;
    setSaid({ failure: null, report });
    if (saved === null) return;
    forget();
    onSaved(saved, report);
  };
  const send = async (save: ApiKeyInput['save']): Promise<void> => {
    if (busy !== null) return;
    const { name, region, key } = typed;
    const found = faultOf(name, key);
    setFault(found);
    if (found !== null) return focusField(form.current, found.field);
    setBusy(save);
    const apiKeyId = replaces?.id ?? null;
    conclude(await ask('apiKey.set', { apiKeyId, name: name.trim(), region, key: trimApiKey(key), save }));
  };
  return { ...typed, ...said, fault, busy, form, send };
}
