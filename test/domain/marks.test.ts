import { describe, expect, it } from 'vitest';
import { asId } from '../../src/domain/ids.ts';
import { mostFavourites, mostRecents, noMarks, withFavourite, withRecent } from '../../src/domain/marks.ts';

const id = (text: string) => asId<'entry'>(text);

describe('marks', () => {
  it('a star is there once, the newest first, and goes when it is taken away', () => {
    const starred = ['a', 'b', 'a'].reduce((marks, one) => withFavourite(marks, id(one), true), noMarks);
    expect(starred.favourites).toEqual(['a', 'b']);
    expect(withFavourite(starred, id('a'), false).favourites).toEqual(['b']);
    expect(withFavourite(noMarks, id('a'), false)).toEqual(noMarks);
  });

  it('one star too many takes none of the others away', () => {
    const full = { ...noMarks, favourites: Array.from({ length: mostFavourites }, (_, at) => id(`${at}`)) };
    expect(withFavourite(full, id('new'), true)).toEqual(full);
    expect(withFavourite(full, id('7'), true).favourites[0]).toBe('7');
  });

  it('the latest use comes first, and the oldest goes', () => {
    const used = Array.from({ length: mostRecents + 5 }, (_, at) => id(`${at}`)).reduce(withRecent, noMarks);
    expect(used.recents).toHaveLength(mostRecents);
    expect(used.recents[0]).toBe(`${mostRecents + 4}`);
    expect(withRecent(used, id('10')).recents.slice(0, 2)).toEqual(['10', `${mostRecents + 4}`]);
  });
});
