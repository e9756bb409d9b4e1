import type { Failure } from '../domain/failure.ts';
import { text } from '../texts/text.ts';
import { FailureBanner } from '../ui/failure-banner.tsx';

interface FailureNoteProps {
  readonly failure: Failure | null;
  /** Given where asking again may help. */
  readonly onRetry?: (() => void) | undefined;
}

/** What went wrong and what to do next; nothing when nothing did. */
export function FailureNote({ failure, onRetry }: FailureNoteProps) {
  if (failure === null) return null;
  return <FailureBanner failure={failure} action={onRetry && { text: text('optionsTryAgain'), onClick: onRetry }} />;
}
