import { type Host, isPrivateOrigin } from '../domain/host.ts';
import { type HostOwner, type HostPlace, parseWrittenHost, placeOfHost } from '../domain/host-template.ts';
import { sentences } from '../texts/sentences.ts';
import { text } from '../texts/text.ts';
import type { TextKey } from '../texts/text-key.ts';
import { hostProblemStep, hostProblemText } from '../ui/host-problem-text.ts';
import { Sentence } from '../ui/sentence.tsx';
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
  /** Where whoever may do it names the primary domain of the organization; absent: nobody here may, or there is none. */
  readonly domainHref?: string | undefined;
}

const isPunycode = (origin: string): boolean => /\/\/(?:[^/]*\.)?xn--/.test(origin);

function filledOnly(origin: string, each: boolean): TextKey {
  if (each) return 'optionsFilledOnlyOnEach';
  return isPrivateOrigin(origin) ? 'optionsFilledOnlyOnYourOwn' : 'optionsFilledOnlyOn';
}

interface CanonicalOriginProps {
  readonly origin: string;
  /** It is another one for each organization. */
  readonly each: boolean;
}

function CanonicalOrigin({ origin, each }: CanonicalOriginProps) {
  return (
    <>
      <Sentence
        of={filledOnly(origin, each)}
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

const shownOf = (host: Host | HostPlace): string => ('shown' in host ? host.shown : host.origin);

const hintOf = (written: boolean): string =>
  sentences(
    text('optionsOriginStandsShownHere'),
    written
      ? null
      : text(
          'optionsStandsShortNameCredentialsOrganization',
          '{organization.shortName}',
          '{organization.primaryDomain}',
        ),
  );

/** An address as typed, with the one origin it stands for beneath it while it is typed. */
export function HostField(props: HostFieldProps) {
  const { label, name, value, owner, allowHttp, onInput, strict, disabled, placeholder, domainHref } = props;
  const written = owner === undefined;
  const host = written ? parseWrittenHost(value, allowHttp) : placeOfHost(value, owner, allowHttp);
  const problem = !host.ok && host.failure.code === 'host-refused' ? host.failure.problem : null;
  const nameIt = problem === 'no-primary-domain' && domainHref !== undefined;
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
      {...(!host.ok && !shown && { hint: hintOf(written) })}
      {...(nameIt && { hint: <a href={domainHref}>{text('optionsDomainNameIt')}</a> })}
      error={shown && problem !== null ? sentences(hostProblemText(problem), hostProblemStep(problem)) : undefined}
    />
  );
}
