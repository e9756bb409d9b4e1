import type { FieldPlace } from '../domain/field-place.ts';
import { explanationPortName } from '../domain/form-explanation-port.ts';
import { explainForm } from './explain-form.ts';

/** Says what a fill would see here, asked which fields were chosen for this page; nothing is written. */
const port = chrome.runtime.connect({ name: explanationPortName });
port.onMessage.addListener((message) => port.postMessage(explainForm(message as readonly FieldPlace[])));
