import { askEarly } from './early-answers.ts';

askEarly();
