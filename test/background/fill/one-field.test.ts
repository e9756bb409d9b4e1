import { beforeEach, describe, expect, it } from 'vitest';
import { serveFillPort } from '../../../src/background/use-cases/fill.ts';
import { fillFront } from '../../../src/background/use-cases/fill-front.ts';
import { createFillPage } from '../../../src/background/use-cases/fill-page.ts';
import { frontPage } from '../../../src/background/use-cases/front-page.ts';
import type { AimRole } from '../../../src/domain/field-aim.ts';
import type { FieldRole, FormReport, Outcome } from '../../../src/domain/fill.ts';
import { asId } from '../../../src/domain/ids.ts';
import { credential, fillWorld, loginReport, passwordMarker, scriptedPort, session } from './fill-world.ts';

let world: ReturnType<typeof fillWorld>;
beforeEach(() => {
  world = fillWorld();
});

const end = () => world.outcomes.get(5)?.end;
const filled = (role: FieldRole): Outcome => ({ kind: 'filled', roles: [role], more: false });
const only = (role: FieldRole): FormReport => ({ ...loginReport, fields: [role] });
const aim = (role: AimRole) => ({ aim: { role, target: 42 } });
const byPopup = () =>
  createFillPage(world.live)(
    world.ports,
    { entryId: asId('s'), passwordId: null, tabId: 5, intoField: true },
    { role: 'administrator' },
  );

/** The script for one field answers as soon as it has been put into the page. */
function fieldAnswers(report: FormReport, outcome: Outcome, aimed = true) {
  const scripted = scriptedPort(report, outcome);
  world.pages.inject.mockImplementationOnce(async () => {
    setTimeout(() => serveFillPort(world.ports, world.live, scripted.port, 'ours', aimed), 1);
    return { documentId: 'DOC' };
  });
  return scripted;
}

describe('one value for one field (invariant 21)', () => {
  it('injects the script for one field, tells it which, and sends that value alone', async () => {
    world.entries.set('s', { ...session, autoSubmit: true });
    const { sent } = fieldAnswers(only('password'), filled('password'));
    await fillFront(world.ports, world.live, aim('password'));
    expect(world.pages.inject).toHaveBeenCalledWith(5, 'fill-field');
    expect(sent[0]).toEqual({ type: 'aim', role: 'password', target: 42 });
    expect(sent[1]).toMatchObject({ username: null, password: passwordMarker, code: null, extra: null, submit: false });
    expect(end()).toEqual({ outcome: filled('password') });
    expect(world.intents.size).toBe(0);
  });

  it('asks IT Glue for no password value where the user name is meant', async () => {
    const { sent } = fieldAnswers(only('username'), filled('username'));
    await fillFront(world.ports, world.live, aim('username'));
    expect(sent[1]).toMatchObject({ username: 'alice@northwind.example', password: null });
    expect(world.itGlue.password).not.toHaveBeenCalled();
  });

  it('sends no other value than the one that was asked for, whatever the page’s side reports', async () => {
    const { sent } = fieldAnswers(loginReport, filled('username'));
    await fillFront(world.ports, world.live, aim('username'));
    expect(sent[1]).toMatchObject({ username: 'alice@northwind.example', password: null });
    expect(world.itGlue.password).not.toHaveBeenCalled();
  });

  it('is not answered by the script that fills pages, nor a page by the script for one field', async () => {
    const page = fieldAnswers(loginReport, filled('username'), false);
    void fillFront(world.ports, world.live, aim('username'));
    await expect.poll(() => page.closed()).toBe(true);
    expect(page.sent).toEqual([]);
    const field = fieldAnswers(loginReport, filled('username'), true);
    void fillFront(world.ports, world.live, {});
    await expect.poll(() => field.closed()).toBe(true);
    expect(field.sent).toEqual([]);
    expect(world.itGlue.password).not.toHaveBeenCalled();
  });

  it('is refused as the page’s side says, and IT Glue is not asked', async () => {
    fieldAnswers({ ...only('password'), fields: [], refusal: 'sign-up-form' }, { kind: 'absent' });
    await fillFront(world.ports, world.live, aim('password'));
    expect(end()).toEqual({ outcome: { kind: 'refused', reason: 'sign-up-form' } });
    expect(world.itGlue.password).not.toHaveBeenCalled();
  });
});

describe('a field that waits for its session to be chosen', () => {
  beforeEach(async () => {
    world.entries.set('s2', { ...session, id: asId('s2'), name: 'Second' });
    await fillFront(world.ports, world.live, aim('username'));
  });

  it('is told to the popup, and filled from there, once', async () => {
    expect(world.pages.openPopup).toHaveBeenCalledTimes(1);
    expect(await frontPage(world.ports, {}, { role: 'administrator' })).toMatchObject({ value: { aim: 'username' } });
    const { sent } = fieldAnswers(only('username'), filled('username'));
    expect(await byPopup()).toMatchObject({ ok: true, value: { end: { outcome: filled('username') } } });
    expect(sent[0]).toMatchObject({ type: 'aim', target: 42 });
    expect(await byPopup()).toEqual({ ok: false, failure: { code: 'intent-expired' } });
  });

  it('waits a minute, and not longer', async () => {
    world.state.now += 60_000;
    expect(await frontPage(world.ports, {}, { role: 'administrator' })).toMatchObject({ value: { aim: null } });
    expect(await byPopup()).toEqual({ ok: false, failure: { code: 'intent-expired' } });
    expect(world.pages.inject).not.toHaveBeenCalled();
  });

  it('waits no longer once the page was filled, or another gesture was made', async () => {
    await fillFront(world.ports, world.live, {});
    expect(await frontPage(world.ports, {}, { role: 'administrator' })).toMatchObject({ value: { aim: null } });
  });

  it('waits while the vault is being unlocked', async () => {
    world.state.role = null;
    await fillFront(world.ports, world.live, aim('password'));
    expect(end()).toEqual({ failure: { code: 'locked' } });
    world.state.role = 'administrator';
    expect(await frontPage(world.ports, {}, { role: 'administrator' })).toMatchObject({ value: { aim: 'password' } });
  });
});

it('a technician without View password may have it filled, as everywhere', async () => {
  world = fillWorld('technician');
  world.entries.set('c', { ...credential, permissions: { view: true, viewPassword: false, edit: false } });
  fieldAnswers(only('password'), filled('password'));
  await fillFront(world.ports, world.live, aim('password'));
  expect(end()).toEqual({ outcome: filled('password') });
});
