import { useRef } from 'preact/hooks';
import { text } from '../texts/text.ts';
import { Button } from '../ui/button.tsx';
import { focusField } from './focus-field.ts';
import { HostField } from './host-field.tsx';

interface SignInHostsProps {
  readonly hosts: readonly string[];
  readonly allowHttp: boolean;
  readonly strict: boolean;
  readonly disabled: boolean;
  readonly onChange: (hosts: readonly string[]) => void;
}

const most = 20;

/** Further origins on which the session may be filled, such as a shared sign-in page: rows to add and remove. */
export function SignInHosts({ hosts, allowHttp, strict, disabled, onChange }: SignInHostsProps) {
  const place = useRef<HTMLFieldSetElement>(null);
  const focusSoon = (name: string): void => {
    setTimeout(() => focusField(place.current, name));
  };
  const add = (): void => {
    onChange([...hosts, '']);
    focusSoon(`signInHosts.${hosts.length}`);
  };
  const remove = (at: number): void => {
    onChange(hosts.filter((_, index) => index !== at));
    focusSoon('add-host');
  };
  return (
    <fieldset ref={place} class="sign-in-hosts">
      <legend>{text('optionsFurtherSignInOrigins')}</legend>
      <p class="hint">{text('optionsWhereSiteSendsYouSign')}</p>
      {hosts.map((host, index) => (
        <div class="host-row" key={index}>
          <HostField
            label={text('optionsSignInOrigin', index + 1)}
            name={`signInHosts.${index}`}
            value={host}
            allowHttp={allowHttp}
            strict={strict && host.trim() !== ''}
            disabled={disabled}
            placeholder={text('optionsSignInHostExample')}
            onInput={(typed) => onChange(hosts.map((other, at) => (at === index ? typed : other)))}
          />
          {!disabled && (
            <Button onClick={() => remove(index)} label={text('optionsRemoveSignInOrigin', index + 1)}>
              {text('optionsRemove')}
            </Button>
          )}
        </div>
      ))}
      {!disabled && hosts.length < most && (
        <div data-field="add-host">
          <Button onClick={add}>{text('optionsAddSignOrigin')}</Button>
        </div>
      )}
    </fieldset>
  );
}
