import { describe, expect, it } from 'vitest';
import { containerLook } from '../../src/domain/container-look.ts';
import { asId } from '../../src/domain/ids.ts';

const look = (id: string, name: string) => containerLook(asId<'organization'>(id), name);

describe('the container of an organization', () => {
  it('is named after it, and keeps its colour whatever it is called', () => {
    expect(look('1', 'Northwind')).toMatchObject({ name: 'Northwind' });
    expect(look('1', 'Northwind').color).toBe(look('1', 'Renamed').color);
    const colors = new Set(Array.from({ length: 200 }, (_, at) => look(String(at), 'x').color));
    expect(colors.size).toBe(8);
  });

  it('has a name that can be read, whatever IT Glue calls it', () => {
    expect(look('7', '  ').name).toBe('7');
    expect(look('7', `evil\u202e${'x'.repeat(400)}`).name).not.toContain('\u202e');
    expect(look('7', 'x'.repeat(400)).name.length).toBeLessThanOrEqual(61);
  });
});
