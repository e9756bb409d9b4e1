import { askEarly } from './early-answers.ts';

// A worker that has ended starts while the rest of the popup is still being loaded.
askEarly();
void import('./show-popup.tsx');
