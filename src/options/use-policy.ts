import { useRef } from 'preact/hooks';
import type { PolicyInForce } from '../domain/pack.ts';
import { unmanaged } from '../domain/policy.ts';
import { ask } from '../messaging/client.ts';
import { useLoaded } from './use-loaded.ts';

const noPolicy: PolicyInForce = { ...unmanaged, pack: null };

/** What holds in this vault, asked anew at every route; what was answered last holds until then. */
export function usePolicy(href: string): { readonly managed: PolicyInForce; readonly known: boolean } {
  const { value, failure } = useLoaded(href, () => ask('policy.get', {}));
  const last = useRef<PolicyInForce | null>(null);
  if (value !== null) last.current = value;
  return { managed: last.current ?? noPolicy, known: last.current !== null || failure !== null };
}
