import { useRef, useState } from 'preact/hooks';
import type { Failure } from '../domain/failure.ts';
import type { MadePack } from '../messaging/contract.ts';
import { focusField } from './focus-field.ts';
import { emptyPack, type PackDraft, type PackFault, packInput } from './pack-draft.ts';
import { useVault } from './vault-context.ts';

/** A pack that is put together and made. The activation code lives in this page until it is left. */
export function usePackForm(reload: () => void) {
  const { ask } = useVault();
  const [draft, setDraft] = useState<PackDraft>(emptyPack);
  const [fault, setFault] = useState<PackFault | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [made, setMade] = useState<MadePack | null>(null);
  const [waiting, setWaiting] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const change = (part: Partial<PackDraft>): void => {
    setDraft((last) => ({ ...last, ...part }));
    setFault(null);
  };
  const begin = (next: PackDraft): void => {
    setDraft(next);
    setMade(null);
    setFault(null);
    setFailure(null);
    focusField(form.current, 'name');
  };
  const make = async (): Promise<void> => {
    const input = packInput(draft);
    const found = 'field' in input ? input : null;
    setFault(found);
    setFailure(null);
    if ('field' in input) return focusField(form.current, input.field);
    setWaiting(true);
    const answer = await ask('pack.export', input);
    setWaiting(false);
    if (!answer.ok) return setFailure(answer.failure);
    setMade(answer.value);
    setDraft(emptyPack);
    reload();
  };
  return { draft, change, begin, fault, failure, made, waiting, form, make, forget: () => setMade(null) };
}
