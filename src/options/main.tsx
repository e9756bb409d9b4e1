import { render } from 'preact';
import { markPageLanguage } from '../texts/language.ts';
import { OptionsPage } from './options-page.tsx';

markPageLanguage(document.documentElement);
const place = document.getElementById('app');
if (place !== null) render(<OptionsPage />, place);
