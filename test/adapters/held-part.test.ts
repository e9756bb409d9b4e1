import { expect, it } from 'vitest';
import { heldPart } from '../../src/background/adapters/held-part.ts';

/** A disk with one value, that counts how often it is read. */
function disk() {
  const held = heldPart<string>();
  const state = { value: 'old', reads: 0 };
  return {
    state,
    read: (key = 'catalog') =>
      held.read(key, async () => {
        state.reads += 1;
        return `${key} ${state.value}`;
      }),
    held,
  };
}

it('is read once, each key for itself', async () => {
  const { read, state } = disk();
  expect(await Promise.all([read(), read(), read('other')])).toEqual(['catalog old', 'catalog old', 'other old']);
  expect(await read()).toBe('catalog old');
  expect(state.reads).toBe(2);
});

it('is read anew after a change, also after one that failed half way', async () => {
  const { read, state, held } = disk();
  await read();
  const change = async (): Promise<void> => {
    state.value = 'new';
  };
  await held.after(change());
  expect(await read()).toBe('catalog new');
  const halfDone = async (): Promise<void> => {
    state.value = 'newest';
    throw new Error('The disk is full.');
  };
  await expect(held.after(halfDone())).rejects.toThrow('full');
  expect(await read()).toBe('catalog newest');
});

it('what was read while a change was under way is not kept', async () => {
  const { read, state, held } = disk();
  let end = (): void => undefined;
  const change = held.after(
    new Promise<void>((resolve) => {
      end = resolve;
    }),
  );
  expect(await read()).toBe('catalog old');
  state.value = 'new';
  end();
  await change;
  expect(await read()).toBe('catalog new');
});

it('a reading that failed is tried again', async () => {
  const held = heldPart<string>();
  await expect(held.read('catalog', () => Promise.reject(new Error('no disk')))).rejects.toThrow('no disk');
  expect(await held.read('catalog', async () => 'there')).toBe('there');
});
