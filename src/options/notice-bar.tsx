import type { Notice } from './vault-context.ts';

/** Says what was just done; always there, so that a screen reader hears what appears in it. */
export function NoticeBar({ notice }: { readonly notice: Notice | null }) {
  return (
    <div class="notice-place" role="status" aria-live="polite">
      {notice !== null && (
        <p class="notice">
          <span>{notice.text}</span>
          {notice.next !== undefined && (
            <a class="notice-next" href={notice.next.href}>
              {notice.next.text}
            </a>
          )}
        </p>
      )}
    </div>
  );
}
