import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { text } from '../texts/text.ts';
import { useMoves } from './moves.ts';

interface PageHeadingProps {
  readonly title: string;
  /** Actions that stand beside the title. */
  readonly children?: ComponentChildren;
}

/** The one heading of a route: it names the tab, and takes the focus when the person has come here from another route. */
export function PageHeading({ title, children }: PageHeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const moves = useMoves();
  useEffect(() => {
    document.title = text('pageTitle', title);
  }, [title]);
  useEffect(() => {
    if (moves > 0) heading.current?.focus();
  }, [moves]);
  return (
    <header class="page-heading">
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children}
    </header>
  );
}
