import { displayText } from '../domain/display-text.ts';
import { commonDirection } from './text-direction.ts';

interface ShownTextProps {
  readonly text: string;
  readonly class?: string;
}

/** Text from IT Glue or a person, made fit to be shown: isolated, cut with an ellipsis, whole in the title. */
export function ShownText({ text, class: name = '' }: ShownTextProps) {
  const shown = displayText(text);
  return (
    <bdi class={`ellipsis ${name}`} title={shown}>
      {shown}
    </bdi>
  );
}

interface ShownPartsProps {
  /** Parts that are null or empty are left out. */
  readonly parts: readonly (string | null | undefined)[];
  readonly class?: string;
}

/**
 * Several such texts in one line, each isolated, so that none can reorder its neighbours. What is too long is cut at its end
 * and never where it begins: the line runs as its parts do, and where they differ, each is cut by itself.
 */
export function ShownParts({ parts, class: name = 'hint' }: ShownPartsProps) {
  const shown = parts.flatMap((part) =>
    part === null || part === undefined || part === '' ? [] : [displayText(part)],
  );
  const direction = commonDirection(shown);
  return (
    <span
      class={`ellipsis ${name}${direction === undefined ? ' parts-mixed' : ''}`}
      dir={direction}
      title={shown.join(' · ')}
    >
      {shown.map((part, index) => (
        <span key={index}>
          {index > 0 && ' · '}
          <bdi>{part}</bdi>
        </span>
      ))}
    </span>
  );
}
