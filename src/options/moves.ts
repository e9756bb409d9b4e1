import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** How often the person has moved to another place of this page since it was opened. */
export const Moves = createContext(0);

export const useMoves = (): number => useContext(Moves);
