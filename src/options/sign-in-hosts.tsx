import { useRef } from 'preact/hooks';
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
      <legend>Further sign-in origins</legend>
      <p class="hint">
        Where the site sends you to sign in, for example login.microsoftonline.com. The credential may be filled there
        as well.
      </p>
      {hosts.map((host, index) => (
        <div class="host-row" key={index}>
          <HostField
            label={`Sign-in origin ${index + 1}`}
            name={`signInHosts.${index}`}
            value={host}
            allowHttp={allowHttp}
            strict={strict && host.trim() !== ''}
            disabled={disabled}
            placeholder="login.example.com"
            onInput={(typed) => onChange(hosts.map((other, at) => (at === index ? typed : other)))}
          />
          {!disabled && (
            <Button onClick={() => remove(index)} label={`Remove sign-in origin ${index + 1}`}>
              Remove
            </Button>
          )}
        </div>
      ))}
      {!disabled && hosts.length < most && (
        <div data-field="add-host">
          <Button onClick={add}>Add a sign-in origin</Button>
        </div>
      )}
    </fieldset>
  );
}
