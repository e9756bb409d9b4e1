import { type Host, isPrivateOrigin } from '../domain/host.ts';
import { type HostOwner, type HostPlace, parseWrittenHost, placeOfHost } from '../domain/host-template.ts';
import { hostProblemStep, hostProblemText } from '../ui/host-problem-text.ts';
import { TextField } from '../ui/text-field.tsx';

interface HostFieldProps {
  readonly label: string;
  readonly name: string;
  readonly value: string;
  /** Given where the address may hold variables: whose they are. */
  readonly owner?: HostOwner;
  readonly allowHttp: boolean;
  readonly onInput: (value: string) => void;
  /** Whether a faulty address is shown as a fault already; while it is first typed it is not. */
  readonly strict: boolean;
  readonly disabled: boolean;
  readonly placeholder: string;
}

const isPunycode = (origin: string): boolean => /\/\/(?:[^/]*\.)?xn--/.test(origin);

interface CanonicalOriginProps {
  readonly origin: string;
  /** It is another one for each organization. */
  readonly each: boolean;
}

function CanonicalOrigin({ origin, each }: CanonicalOriginProps) {
  return (
    <>
      Filled only on <code>{origin}</code>
      {each && ', for the organization of the password that is chosen. The browser asks for each such site once.'}
      {isPunycode(origin) && (
        <span class="warn-text"> Shown in its international form (xn--). Check that this is the site you mean.</span>
      )}
      {isPrivateOrigin(origin) && ' (in your own network)'}
    </>
  );
}

const shownOf = (host: Host | HostPlace): string => ('shown' in host ? host.shown : host.origin);

const originHint = 'The origin that it stands for is shown here.';
const variableHint = 'In it, {organization.shortName} stands for the short name of the credential’s organization.';

/** An address as typed, with the one origin it stands for beneath it while it is typed. */
export function HostField(props: HostFieldProps) {
  const { label, name, value, owner, allowHttp, onInput, strict, disabled, placeholder } = props;
  const written = owner === undefined;
  const host = written ? parseWrittenHost(value, allowHttp) : placeOfHost(value, owner, allowHttp);
  const problem = !host.ok && host.failure.code === 'host-refused' ? host.failure.problem : null;
  const shown = problem !== null && (strict || (problem !== 'empty' && problem !== 'not-an-address'));
  return (
    <TextField
      label={label}
      name={name}
      value={value}
      onInput={onInput}
      disabled={disabled}
      placeholder={placeholder}
      maxLength={2048}
      {...(host.ok && { hint: <CanonicalOrigin origin={shownOf(host.value)} each={host.value.origin === null} /> })}
      {...(!host.ok && !shown && { hint: written ? originHint : `${originHint} ${variableHint}` })}
      error={shown && problem !== null ? `${hostProblemText[problem]} ${hostProblemStep[problem]}` : undefined}
    />
  );
}
