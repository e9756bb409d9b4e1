import { type DemoKeyAlias, demoKeys } from '../../src/demo/demo-credentials.ts';
import type { FakeItGlue } from '../../src/demo/fake-it-glue.ts';

export type Json = Readonly<Record<string, unknown>>;

export interface Row {
  readonly id: string;
  readonly type: string;
  readonly attributes: Json;
  readonly relationships?: Json;
}

export interface Answer {
  readonly status: number;
  readonly type: string | null;
  readonly headers: Headers;
  readonly text: string;
  /** The parsed body; null where it is no JSON. */
  readonly json: Json | null;
}

export interface Ask {
  /** An alias, any other text as the key itself, or null for none. */
  readonly key?: DemoKeyAlias | 'ITG.unknown' | null;
  readonly host?: string;
  readonly init?: RequestInit;
}

const keyOf = (key: Ask['key']): Record<string, string> => {
  if (key === null) return {};
  return { 'x-api-key': key === 'ITG.unknown' ? key : demoKeys[key ?? 'full'] };
};

const parsed = (text: string): Json | null => {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return null;
  }
};

/** Asks the fake as a client would: with a key (default: the full one) of a host (default: the US API). */
export async function ask(
  fake: FakeItGlue,
  path: string,
  { key, host = 'api.itglue.com', init }: Ask = {},
): Promise<Answer> {
  const response = await fake.fetch(`https://${host}${path}`, { headers: keyOf(key), redirect: 'manual', ...init });
  const text = await response.text();
  const { status, headers } = response;
  return { status, headers, type: headers.get('content-type'), text, json: parsed(text) };
}

export const rowsOf = ({ json }: Answer): readonly Row[] => (json?.data ?? []) as readonly Row[];

export const rowOf = ({ json }: Answer): Row => json?.data as Row;

export const metaOf = ({ json }: Answer): Json => json?.meta as Json;

export const linksOf = ({ json }: Answer): Json => json?.links as Json;

export const errorsOf = ({ json }: Answer): readonly Json[] => json?.errors as readonly Json[];

export const namesOf = (answer: Answer): readonly unknown[] => rowsOf(answer).map(({ attributes }) => attributes.name);

/** A text as a filter's value: commas escaped, everything encoded. */
export const value = (text: string): string => encodeURIComponent(text.replaceAll(',', '\\,'));
