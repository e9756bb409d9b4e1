import { storeTurns } from './store-turns.ts';

/** For changes of API keys: a note on an old key must not overwrite the one that just replaced it. */
export const inKeyTurn = storeTurns();
