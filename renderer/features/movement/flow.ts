import type { Group, MovementCell } from '../../../shared/domain/segments/movement.ts';

/** A group at one side of the picture: where it begins and how high it is, in parts of the whole, gaps aside. */
export interface FlowEnd {
  readonly group: Group | null;
  readonly count: number;
  readonly start: number;
}
/** A band between two groups, with where it lies at either side. */
export interface FlowBand extends MovementCell {
  readonly startBefore: number;
  readonly startAfter: number;
}

/** Lays the movement out as bands between two columns of groups, in the given order, counted in people. */
export const flowOf = (cells: readonly MovementCell[], order: readonly (Group | null)[]) => {
  const side = (key: 'before' | 'after'): FlowEnd[] => {
    let start = 0;
    return order.flatMap((group) => {
      const count = cells.reduce((sum, cell) => (cell[key] === group ? sum + cell.count : sum), 0);
      if (count === 0) return [];
      const end = { group, count, start };
      start += count;
      return [end];
    });
  };
  const [before, after] = [side('before'), side('after')];
  const filled = { before: new Map<Group | null, number>(), after: new Map<Group | null, number>() };
  const bands: FlowBand[] = [];
  for (const from of before)
    for (const to of after) {
      const cell = cells.find((each) => each.before === from.group && each.after === to.group);
      if (!cell) continue;
      const startBefore = from.start + (filled.before.get(from.group) ?? 0);
      const startAfter = to.start + (filled.after.get(to.group) ?? 0);
      filled.before.set(from.group, (filled.before.get(from.group) ?? 0) + cell.count);
      filled.after.set(to.group, (filled.after.get(to.group) ?? 0) + cell.count);
      bands.push({ ...cell, startBefore, startAfter });
    }
  return { before, after, bands, total: cells.reduce((sum, { count }) => sum + count, 0) };
};
