import { render } from 'preact';
import { asId } from '../domain/ids.ts';
import { markPageLanguage } from '../texts/language.ts';
import { Chooser } from './chooser.tsx';

markPageLanguage(document.documentElement);
const place = document.getElementById('app');
const id = new URLSearchParams(location.search).get('id') ?? '';
if (place !== null) render(<Chooser id={asId(id)} />, place);
