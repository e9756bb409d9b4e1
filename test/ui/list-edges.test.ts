import { describe, expect, it } from 'vitest';
import { edgesOf, rowAt } from '../../src/ui/list-edges.ts';

const heights = [30, 46, 46, 30, 46];
const edges = edgesOf(heights, (height) => height);

describe('the edges of rows', () => {
  it('are where each begins, and where the last one ends', () => {
    expect(edges).toEqual([0, 30, 76, 122, 152, 198]);
    expect(edgesOf([], () => 46)).toEqual([0]);
  });

  it.each([
    [0, 0],
    [29, 0],
    [30, 1],
    [121, 2],
    [122, 3],
    [197, 4],
    [5_000, 4],
  ])('tell which row a place falls on: %i', (place, row) => {
    expect(rowAt(edges, place)).toBe(row);
  });

  it('of an empty list: its beginning', () => expect(rowAt([0], 10)).toBe(0));
});
