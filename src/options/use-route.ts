import { useEffect, useState } from 'preact/hooks';
import { parseRoute, type Route } from './route.ts';

/** The route in the address bar, and whether the person has moved since the page opened. */
export function useRoute(): { readonly route: Route; readonly moves: number } {
  const [place, setPlace] = useState({ route: parseRoute(location.hash), moves: 0 });
  useEffect(() => {
    const follow = (): void => setPlace(({ moves }) => ({ route: parseRoute(location.hash), moves: moves + 1 }));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return place;
}
