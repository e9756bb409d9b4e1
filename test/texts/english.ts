import { speak } from './speak.ts';

speak('en');
