import { sentences } from '../texts/sentences.ts';
import { text } from '../texts/text.ts';
import { Banner } from '../ui/banner.tsx';
import { useAdministratorsText } from './administrators-text.ts';

const reasons = {
  credential: 'optionsYouCanLookAtEntry',
  session: 'optionsYouCanLookAtSession',
} as const;

/** Why a form only shows. */
export function ReadOnlyReason({ what }: { readonly what: keyof typeof reasons }) {
  return (
    <Banner kind="info">{sentences(text(reasons[what]), useAdministratorsText('optionsAskAdministratorVault'))}</Banner>
  );
}
