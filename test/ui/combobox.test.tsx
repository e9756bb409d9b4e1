import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Combobox, type ComboboxOption } from '../../src/ui/combobox.tsx';

const thousands: readonly ComboboxOption[] = Array.from({ length: 3000 }, (_, index) => ({
  id: `o${index}`,
  text: index === 2718 ? 'Électricité Générale' : `Organization ${index}`,
  detail: index === 42 ? 'short name AMG' : 'client',
}));

const chosen = vi.fn();

function Choosing({ options = thousands }: { readonly options?: readonly ComboboxOption[] }) {
  const [value, setValue] = useState<string | null>(null);
  return (
    <Combobox
      label="Organization"
      options={options}
      value={value}
      onChange={(option) => {
        chosen(option.id);
        setValue(option.id);
      }}
    />
  );
}

const field = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'Organization' });
const type = (text: string) => fireEvent.input(field(), { target: { value: text } });
const press = (key: string) => fireEvent.keyDown(field(), { key });
const activeText = () => document.getElementById(field().getAttribute('aria-activedescendant') ?? '')?.textContent;

describe('Combobox', () => {
  afterEach(() => {
    cleanup();
    chosen.mockClear();
  });

  it('filters by every word, without accents and case, in text and detail', () => {
    render(<Choosing />);
    type('GENERALE elec');
    expect(screen.getAllByRole('option')).toHaveLength(1);
    type('amg');
    expect(activeText()).toContain('Organization 42');
  });

  it('chooses by arrows and Enter, and shows the choice', () => {
    render(<Choosing />);
    type('organization 5');
    press('ArrowDown');
    expect(activeText()).toContain('Organization 50');
    press('Enter');
    expect(chosen).toHaveBeenCalledWith('o50');
    expect(field().value).toBe('Organization 50');
    expect(screen.queryByRole('listbox')).toBeNull();
  });

  it('Escape leaves the choice as it was', () => {
    render(<Choosing />);
    type('organization 7');
    press('Enter');
    type('organization 8');
    press('Escape');
    expect(field().value).toBe('Organization 7');
    expect(chosen).toHaveBeenCalledTimes(1);
  });

  it('chooses by the pointer', () => {
    render(<Choosing />);
    fireEvent.click(field());
    fireEvent.click(screen.getByText('Organization 3'));
    expect(chosen).toHaveBeenCalledWith('o3');
  });

  it('puts only the rows in view into the document, and says how many there are', () => {
    render(<Choosing />);
    fireEvent.click(field());
    const options = screen.getAllByRole('option');
    expect(options.length).toBeLessThan(60);
    expect(options[0]?.getAttribute('aria-setsize')).toBe('3000');
  });

  it('reaches the last of thousands by the keyboard', () => {
    render(<Choosing />);
    fireEvent.click(field());
    press('ArrowUp');
    press('Enter');
    expect(chosen).toHaveBeenCalledWith('o2999');
  });

  it('says why there is nothing to choose', () => {
    render(<Choosing options={[]} />);
    fireEvent.click(field());
    screen.getByText('Nothing to choose from.');
    cleanup();
    render(<Choosing />);
    type('no such thing');
    screen.getByText(/holds all of “no such thing”/);
  });
});
