import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ageText } from '../../src/ui/age-text.ts';
import { Banner } from '../../src/ui/banner.tsx';
import { Button } from '../../src/ui/button.tsx';
import { CredentialRow } from '../../src/ui/credential-row.tsx';
import { movedBy } from '../../src/ui/list-keys.ts';
import { SelectField } from '../../src/ui/select-field.tsx';
import { ShownParts } from '../../src/ui/shown-text.tsx';
import { SwitchField } from '../../src/ui/switch-field.tsx';
import { TextField } from '../../src/ui/text-field.tsx';
import { UndoBar } from '../../src/ui/undo-bar.tsx';
import { password } from './scene.ts';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('Button', () => {
  it('does nothing while busy or disabled, and keeps the focus', () => {
    const onClick = vi.fn();
    const { rerender } = render(<Button onClick={onClick}>Save</Button>);
    fireEvent.click(screen.getByRole('button'));
    screen.getByRole('button').focus();
    rerender(
      <Button onClick={onClick} busy>
        Save
      </Button>,
    );
    fireEvent.click(screen.getByRole('button'));
    expect(onClick).toHaveBeenCalledTimes(1);
    expect(document.activeElement).toBe(screen.getByRole('button'));
  });
});

describe('fields', () => {
  it('tie hint and error to the control, and keep what was typed beside the error', () => {
    render(<TextField label="Host" name="host" value="x y" onInput={vi.fn()} hint="An address" error="Not one." />);
    const field = screen.getByLabelText<HTMLInputElement>('Host');
    const said = (field.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id));
    expect(said.map((element) => element?.textContent)).toEqual(['An address', 'Not one.']);
    expect(field.value).toBe('x y');
    expect(field.closest('[data-field="host"]')).not.toBeNull();
  });

  it('a select answers with one of its options', () => {
    const onChange = vi.fn();
    const options = [
      { value: 'us', text: 'United States' },
      { value: 'eu', text: 'Europe' },
    ] as const;
    render(<SelectField label="Region" value="us" options={options} onChange={onChange} />);
    fireEvent.change(screen.getByLabelText('Region'), { target: { value: 'eu' } });
    expect(onChange).toHaveBeenCalledWith('eu');
  });

  it('a switch says what it is', () => {
    const onChange = vi.fn();
    render(<SwitchField label="View password" checked={false} onChange={onChange} />);
    fireEvent.click(screen.getByRole('switch', { name: 'View password' }));
    expect(onChange).toHaveBeenCalledWith(true);
  });
});

describe('Banner', () => {
  it('interrupts for an error only', () => {
    render(<Banner kind="error">Broken.</Banner>);
    expect(screen.getByRole('alert').textContent).toBe('Broken.');
    cleanup();
    render(<Banner kind="warning">Careful.</Banner>);
    expect(screen.getByRole('status').textContent).toBe('Careful.');
  });
});

describe('UndoBar', () => {
  it('offers the way back for a while, longer under the pointer', async () => {
    vi.useFakeTimers();
    const onUndo = vi.fn();
    const onEnd = vi.fn();
    render(<UndoBar text="Deleted Acme." onUndo={onUndo} onEnd={onEnd} lifetimeMs={1000} />);
    await act(() => void fireEvent.pointerEnter(screen.getByRole('status')));
    await act(() => void vi.advanceTimersByTime(5000));
    expect(onEnd).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(onUndo).toHaveBeenCalledTimes(1);
    await act(() => void fireEvent.pointerLeave(screen.getByRole('status')));
    await act(() => void vi.advanceTimersByTime(1000));
    expect(onEnd).toHaveBeenCalledTimes(1);
  });
});

describe('CredentialRow', () => {
  it('shows user name, asset, day and badges', () => {
    render(
      <CredentialRow
        row={password('1', { assetName: 'SRV-1', categoryName: 'Server', restricted: true, otpEnabled: true })}
        forSite
        showOrganization
      />,
    );
    const text = document.body.textContent ?? '';
    for (const part of ['Acme Manufacturing', 'user-1', 'SRV-1', 'Restricted', 'One-time code', 'this site', '2024'])
      expect(text).toContain(part);
    expect(text).not.toContain('Server');
  });

  it('makes deceptive characters visible and isolates the text', () => {
    render(<CredentialRow row={password('1', { name: 'admin\u202Eexe.\u0000' })} />);
    expect(screen.getByText('admin\uFFFDexe.\uFFFD').tagName).toBe('BDI');
  });

  it('shows markup as text', () => {
    render(<CredentialRow row={password('1', { name: '<img src=x onerror=alert(1)>' })} />);
    screen.getByText('<img src=x onerror=alert(1)>');
    expect(document.querySelector('img')).toBeNull();
  });
});

describe('movedBy', () => {
  it.each([
    ['ArrowDown', -1, 3, 0],
    ['ArrowDown', 2, 3, 0],
    ['ArrowUp', 0, 3, 2],
    ['ArrowUp', -1, 3, 2],
    ['PageDown', 0, 3, 2],
    ['PageUp', 20, 30, 12],
    ['ArrowDown', 0, 0, null],
    ['x', 0, 3, null],
  ])('%s from %i of %i', (key, active, count, expected) => {
    expect(movedBy(key, active, count)).toBe(expected);
  });
});

describe('ageText', () => {
  it.each([
    [5_000, 'just now'],
    [125_000, '2 min ago'],
    [7_200_000, '2 h ago'],
    [90_000_000, 'yesterday'],
    [200_000_000, '2 days ago'],
  ])('%i ms', (age, expected) => {
    expect(ageText(1e12 - age, 1e12)).toBe(expected);
  });
});

describe('ShownParts', () => {
  it.each([
    [['Northwind', 'FW01', '10.0.0.1'], 'ltr', false],
    [['אקמה', 'חומת אש'], 'rtl', false],
    [['Northwind', 'לשאול תמיד'], null, true],
    [['10.0.0.1'], null, true],
  ] as const)('%j runs as its parts do; where they differ each is cut by itself', (parts, dir, mixed) => {
    render(<ShownParts parts={parts} />);
    const line = screen.getByTitle(parts.join(' · '));
    expect(line.getAttribute('dir')).toBe(dir);
    expect(line.classList.contains('parts-mixed')).toBe(mixed);
    expect(line.textContent).toBe(parts.join(' · '));
  });
});
