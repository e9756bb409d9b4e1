import { Banner } from '../ui/banner.tsx';

const reasons = {
  credential: 'You can look at this entry, but not change it: its permissions do not give you Edit.',
  session:
    'You can look at this session, but not change it: the credential entry that it is linked to does not give you Edit.',
} as const;

/** Why a form only shows. */
export function ReadOnlyReason({ what }: { readonly what: keyof typeof reasons }) {
  return <Banner kind="info">{reasons[what]} Ask the administrator of this vault.</Banner>;
}
