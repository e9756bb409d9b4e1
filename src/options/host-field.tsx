import { isPrivateOrigin } from '../domain/host.ts';
import { type HostOrganization, parseWrittenHost, resolveHost } from '../domain/host-template.ts';
import { sentences } from '../texts/sentences.ts';
import { text } from '../texts/text.ts';
import { hostProblemStep, hostProblemText } from '../ui/host-problem-text.ts';
import { Sentence } from '../ui/sentence.tsx';
import { TextField } from '../ui/text-field.tsx';

interface HostFieldProps {
  readonly label: string;
  readonly name: string;
  readonly value: string;
  /** Given where the address may hold variables: whose they are; null: nobody's yet. */
  readonly organization?: HostOrganization | null;
  readonly allowHttp: boolean;
  readonly onInput: (value: string) => void;
  /** Whether a faulty address is shown as a fault already; while it is first typed it is not. */
  readonly strict: boolean;
  readonly disabled: boolean;
  readonly placeholder: string;
}

const isPunycode = (origin: string): boolean => /\/\/(?:[^/]*\.)?xn--/.test(origin);

function CanonicalOrigin({ origin }: { readonly origin: string }) {
  return (
    <>
      <Sentence
        of={isPrivateOrigin(origin) ? 'optionsFilledOnlyOnYourOwn' : 'optionsFilledOnlyOn'}
        parts={[
          <code key="origin" dir="ltr">
            {origin}
          </code>,
        ]}
      />
      {isPunycode(origin) && <span class="warn-text"> {text('optionsShownItsInternationalFormXn')}</span>}
    </>
  );
}

const hintOf = (variables: boolean): string =>
  sentences(
    text('optionsOriginStandsShownHere'),
    variables ? text('optionsStandsShortNameCredentialsOrganization', '{organization.shortName}') : null,
  );

/** An address as typed, with the one origin it stands for beneath it while it is typed. */
export function HostField(props: HostFieldProps) {
  const { label, name, value, organization, allowHttp, onInput, strict, disabled, placeholder } = props;
  const host =
    organization === undefined ? parseWrittenHost(value, allowHttp) : resolveHost(value, organization, allowHttp);
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
      {...(host.ok && { hint: <CanonicalOrigin origin={host.value.origin} /> })}
      {...(!host.ok && !shown && { hint: hintOf(organization !== undefined) })}
      error={shown && problem !== null ? sentences(hostProblemText(problem), hostProblemStep(problem)) : undefined}
    />
  );
}
