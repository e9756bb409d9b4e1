import { render } from 'preact';
import { OptionsPage } from './options-page.tsx';

const place = document.getElementById('app');
if (place !== null) render(<OptionsPage />, place);
