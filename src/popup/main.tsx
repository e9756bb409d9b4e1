import { render } from 'preact';
import { inPanel } from './panel.ts';
import { Popup } from './popup.tsx';

document.documentElement.toggleAttribute('data-panel', inPanel());
const place = document.getElementById('app');
if (place !== null) render(<Popup />, place);
