import { useCallback, useEffect, useState } from 'preact/hooks';

/** Whole seconds left of a waiting time; `start` begins a new one. */
export function useCountdown(seconds: number): { readonly left: number; readonly start: (seconds: number) => void } {
  const [endsAt, setEndsAt] = useState(() => Date.now() + seconds * 1000);
  const [now, setNow] = useState(() => Date.now());
  const left = Math.max(0, Math.ceil((endsAt - now) / 1000));
  const start = useCallback((next: number) => {
    setNow(Date.now());
    setEndsAt(Date.now() + next * 1000);
  }, []);
  const running = left > 0;
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, [running]);
  return { left, start };
}
