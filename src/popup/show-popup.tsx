import { render } from 'preact';
import { markPageLanguage } from '../texts/language.ts';
import { inPanel } from './panel.ts';
import { Popup } from './popup.tsx';

markPageLanguage(document.documentElement);
document.documentElement.toggleAttribute('data-panel', inPanel());
const place = document.getElementById('app');
if (place !== null) render(<Popup />, place);
