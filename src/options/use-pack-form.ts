import { useRef, useState } from 'preact/hooks';
import type { Failure } from '../domain/failure.ts';
import type { MadePack } from '../messaging/contract.ts';
import { createDrafts, useDraft } from './draft.ts';
import { focusField } from './focus-field.ts';
import { emptyPack, type PackDraft, type PackFault, packInput } from './pack-draft.ts';
import { useVault } from './vault-context.ts';

const drafts = createDrafts<PackDraft>('pack');

/** A pack that is put together and made. The activation code lives in this page until it is left. */
export function usePackForm(reload: () => void) {
  const { ask } = useVault();
  const { draft, kept, change: keep, reset } = useDraft(drafts, 'new', emptyPack);
  const [fault, setFault] = useState<PackFault | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [made, setMade] = useState<MadePack | null>(null);
  const [waiting, setWaiting] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const change = (part: Partial<PackDraft>): void => {
    keep(part);
    setFault(null);
  };
  const begin = (next: PackDraft): void => {
    keep(next);
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
    reset();
    reload();
  };
  return {
    draft,
    kept,
    discard: reset,
    change,
    begin,
    fault,
    failure,
    made,
    waiting,
    form,
    make,
    forget: () => setMade(null),
  };
}
