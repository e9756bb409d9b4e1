import { describe, expect, it } from 'vitest';
import { hintTaken } from '../../../src/background/hint-taken.ts';
import type { FillPort } from '../../../src/background/ports.ts';
import type { FillMessage, FillOrder, FormReport } from '../../../src/domain/fill.ts';

const judged: FormReport = {
  fields: ['username', 'password'],
  actionOrigin: 'https://site.example',
  refusal: null,
  inOwnFrame: false,
};
const places = [{ role: 'username' as const, steps: ['#user'] }];

function portThatSays(said: FillMessage | null): { readonly port: FillPort; readonly sent: FillOrder[] } {
  const sent: FillOrder[] = [];
  const facts = { extensionId: null, tabId: 1, frameId: 0, documentId: 'd', origin: null, url: null, lifecycle: null };
  const port: FillPort = {
    facts,
    send: (order) => void sent.push(order),
    next: () => Promise.resolve(said),
    open: true,
    close: () => undefined,
  };
  return { port, sent };
}

describe('fields that a record of IT Glue names (invariant 23)', () => {
  it('are not spoken of where there are none', async () => {
    const { port, sent } = portThatSays(null);
    expect(await hintTaken(port, [], judged)).toBe(true);
    expect(sent).toEqual([]);
  });

  it('may take the place of others of the form that was judged', async () => {
    const { port, sent } = portThatSays({ type: 'report', report: { ...judged } });
    expect(await hintTaken(port, places, judged)).toBe(true);
    expect(sent).toEqual([{ type: 'hints', fields: places }]);
  });

  it.each<[string, FillMessage | null]>([
    ['sends elsewhere', { type: 'report', report: { ...judged, actionOrigin: 'https://evil.example' } }],
    ['is refused', { type: 'report', report: { ...judged, refusal: 'hidden-field' } }],
    ['asks for more', { type: 'report', report: { ...judged, fields: ['username', 'password', 'code'] } }],
    ['says something else', { type: 'outcome', outcome: { kind: 'absent' } }],
    ['says nothing', null],
  ])('end the fill where the page then %s', async (_what, said) => {
    expect(await hintTaken(portThatSays(said).port, places, judged)).toBe(false);
  });
});
