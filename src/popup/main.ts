// In this order: a worker that has ended starts while the rest of the popup is run.
import './ask-early.ts';
import './show-popup.tsx';
