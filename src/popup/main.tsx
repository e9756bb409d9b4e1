import { render } from 'preact';
import { Popup } from './popup.tsx';

const place = document.getElementById('app');
if (place !== null) render(<Popup />, place);
