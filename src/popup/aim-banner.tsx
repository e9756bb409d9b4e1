import type { AimRole } from '../domain/field-aim.ts';
import { text } from '../texts/text.ts';
import type { TextKey } from '../texts/text-key.ts';
import { Banner } from '../ui/banner.tsx';

const sentences: Readonly<Record<AimRole, TextKey>> = {
  username: 'popupAimUsername',
  password: 'popupAimPassword',
  code: 'popupAimCode',
};

interface AimBannerProps {
  readonly aim: AimRole;
  /** The whole page is meant after all. */
  readonly onDrop: () => void;
}

/** A field was right-clicked, and waits for its session to be chosen here. */
export function AimBanner({ aim, onDrop }: AimBannerProps) {
  return (
    <Banner kind="info" action={{ text: text('popupAimDrop'), onClick: onDrop }}>
      {text(sentences[aim])}
    </Banner>
  );
}
