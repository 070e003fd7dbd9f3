import { describe, expect, it } from 'vitest';
import { customerColumns } from '../../../../shared/contract/customerViews.ts';
import { columnsForMenu, defaultColumns, fittingColumns, movedColumn, toggledColumn, type ListColumn } from './columns.ts';

const column = (key: ListColumn['key'], width: number): ListColumn => ({
  key,
  fieldId: null,
  title: key,
  width,
  isFigure: false,
  sort: null,
});

describe('the columns of the list', () => {
  it('give way in a small window, the rarest first; phone and money stay', () => {
    const columns = [column('phone', 6), column('visits', 4), column('spend', 5), column('points', 4), column('classes', 12)];
    expect(fittingColumns(columns, 100)).toEqual(columns);
    expect(fittingColumns(columns, 40).map(({ key }) => key)).toEqual(['phone', 'visits', 'spend', 'points']);
    expect(fittingColumns(columns, 5).map(({ key }) => key)).toEqual(['phone', 'spend']);
  });
  it('are taken in at the end and left out again', () => {
    expect(toggledColumn(['phone'], 'tags')).toEqual(['phone', 'tags']);
    expect(toggledColumn(['phone', 'tags'], 'phone')).toEqual(['tags']);
  });
  it('move by a place and stay at the ends', () => {
    expect(movedColumn(['phone', 'tags', 'owner'], 'owner', -1)).toEqual(['phone', 'owner', 'tags']);
    expect(movedColumn(['phone', 'tags'], 'phone', -1)).toEqual(['phone', 'tags']);
    expect(movedColumn(['phone', 'tags'], 'tags', 1)).toEqual(['phone', 'tags']);
  });
  it('are all in the menu, each once, whatever is chosen', () => {
    for (const chosen of [defaultColumns, [], ['tags', 'phone'] as const])
      expect(columnsForMenu(chosen).toSorted()).toEqual([...customerColumns].toSorted());
  });
});
