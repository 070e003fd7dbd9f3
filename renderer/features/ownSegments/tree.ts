import type { SegmentCondition, SegmentGroup, SegmentNode } from '../../../shared/domain/segments/conditions.ts';

/** The place of a node: the index within each group on the way to it. */
export type Path = readonly number[];

/** The deepest a group may stand, the outermost being 0. */
export const DEEPEST = 2;

/** The tree with the node at that place changed, or taken out where `change` answers null. A group left empty goes too, but for the outermost. */
export const changeAt = (group: SegmentGroup, path: Path, change: (node: SegmentNode) => SegmentNode | null): SegmentGroup => {
  const [first, ...rest] = path;
  if (first === undefined) {
    const changed = change(group);
    return changed?.test === 'group' ? changed : group;
  }
  const items = group.items.flatMap((item, index): SegmentNode[] => {
    if (index !== first) return [item];
    if (rest.length === 0) {
      const changed = change(item);
      return changed === null ? [] : [changed];
    }
    if (item.test !== 'group') return [item];
    const inner = changeAt(item, rest, change);
    return inner.items.length === 0 ? [] : [inner];
  });
  return { ...group, items };
};

/** The tree with a node added at the end of the group at that place. */
export const addTo = (group: SegmentGroup, path: Path, node: SegmentNode): SegmentGroup =>
  changeAt(group, path, (found) => (found.test === 'group' ? { ...found, items: [...found.items, node] } : found));

export const firstCondition: SegmentCondition = { test: 'figure', figure: 'visits', min: 1, max: null };
export const emptyTree: SegmentGroup = { test: 'group', match: 'all', items: [firstCondition] };
