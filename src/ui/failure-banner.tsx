import type { Failure } from '../domain/failure.ts';
import { Banner } from './banner.tsx';
import { failureText } from './failure-text.ts';

interface FailureBannerProps {
  readonly failure: Failure;
  readonly action?: { readonly text: string; readonly onClick: () => void } | undefined;
}

/** What went wrong and what to do now. */
export function FailureBanner({ failure, action }: FailureBannerProps) {
  const { sentence, nextStep } = failureText(failure);
  return (
    <Banner kind="error" action={action}>
      <p>{sentence}</p>
      <p class="next-step">{nextStep}</p>
    </Banner>
  );
}
