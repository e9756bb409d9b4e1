import type { Right } from '../domain/failure.ts';
import { text } from '../texts/text.ts';
import type { TextKey } from '../texts/text-key.ts';

const rights: Readonly<Record<Right, TextKey>> = {
  view: 'rightView',
  viewPassword: 'rightViewPassword',
  edit: 'rightEdit',
};

/** A right as it is called in entries and in RDM. */
export const rightText = (right: Right): string => text(rights[right]);
