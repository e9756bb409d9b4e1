import { useRef, useState } from 'preact/hooks';
import type { Failure } from '../domain/failure.ts';
import { ask } from '../messaging/client.ts';
import type { PackPreview, VaultStatus } from '../messaging/contract.ts';
import { text } from '../texts/text.ts';
import { focusField } from './focus-field.ts';
import { noPassphrase, type PassphraseFault, passphraseFault } from './new-passphrase.tsx';

export type TakePackFault = { readonly field: 'file' | 'code'; readonly text: string } | PassphraseFault;

interface Chosen {
  readonly text: string | null;
  readonly code: string;
}

function faultOf({ text: file, code }: Chosen): TakePackFault | null {
  if (file === null) return { field: 'file', text: text('optionsChooseTheFileFirst') };
  return code.trim() === '' ? { field: 'code', text: text('optionsTypeActivationCodeFirst') } : null;
}

/** A pack on its way: chosen, looked at, taken. `makesVault`: it is the first, and its vault needs a passphrase. */
export function useTakePack(makesVault: boolean, onTaken: (status: VaultStatus) => void) {
  const [chosen, setChosen] = useState<Chosen>({ text: null, code: '' });
  const [own, setOwn] = useState(noPassphrase);
  const [preview, setPreview] = useState<PackPreview | null>(null);
  const [fault, setFault] = useState<TakePackFault | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [waiting, setWaiting] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const choose = (change: Partial<Chosen>): void => {
    setChosen((last) => ({ ...last, ...change }));
    setPreview(null);
    setFailure(null);
  };
  const stop = (found: TakePackFault | null): boolean => {
    setFault(found);
    setFailure(null);
    if (found !== null) focusField(form.current, found.field);
    return found !== null;
  };
  const look = async (): Promise<void> => {
    if (stop(faultOf(chosen))) return;
    setWaiting(true);
    const answer = await ask('pack.read', { text: chosen.text ?? '', code: chosen.code });
    setWaiting(false);
    if (answer.ok) setPreview(answer.value);
    else setFailure(answer.failure);
  };
  const take = async (): Promise<void> => {
    if (preview === null || stop(makesVault ? passphraseFault(own) : null)) return;
    setWaiting(true);
    const { version } = preview.facts;
    const passphrase = makesVault ? own.first : null;
    const answer = await ask('pack.accept', { text: chosen.text ?? '', code: chosen.code, version, passphrase });
    setWaiting(false);
    if (!answer.ok) return setFailure(answer.failure);
    setOwn(noPassphrase);
    choose({ text: null, code: '' });
    onTaken(answer.value);
  };
  return { chosen, choose, own, setOwn, preview, fault, failure, waiting, form, look, take };
}
