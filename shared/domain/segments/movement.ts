import type { CustomerClasses } from './classes.ts';
import type { LocalDate } from '../../types/time.ts';
import { activityClasses, lifecycles, rfm8Segments, rfmSegments, valueClasses } from './names.ts';

/** The groups of each axis on which movement is told (R039), in their own order. */
export const movementGroups = {
  rfm8: rfm8Segments,
  rfm: rfmSegments,
  value: valueClasses,
  activity: activityClasses,
  dormant: ['not_dormant', 'dormant'],
  lifecycle: lifecycles,
} as const satisfies { readonly [Axis in MovementAxis]: readonly string[] };
export const movementAxes = ['rfm8', 'rfm', 'value', 'activity', 'dormant', 'lifecycle'] as const;
export type MovementAxis = (typeof movementAxes)[number];
export type Group = (typeof movementGroups)[MovementAxis][number];

/** In which group of each axis somebody with these classes is. */
export const groupsOf = (
  classes: Pick<CustomerClasses, 'rfm8' | 'rfm' | 'value' | 'activity' | 'isDormant' | 'lifecycle'>,
): { readonly [Axis in MovementAxis]: Group } => ({
  rfm8: classes.rfm8,
  rfm: classes.rfm,
  value: classes.value,
  activity: classes.activity,
  dormant: classes.isDormant ? 'dormant' : 'not_dormant',
  lifecycle: classes.lifecycle,
});

/** Since a day in a group, or in none. */
export interface GroupSince {
  readonly on: LocalDate;
  readonly group: Group | null;
}

/** The group somebody was in at the end of a day, from their changes by day; null before the first and where they were in none. */
export const groupOn = (changes: readonly GroupSince[], day: LocalDate): Group | null =>
  changes.findLast(({ on }) => on <= day)?.group ?? null;

/** How many went from one group to another; null: in none yet, or no longer. */
export interface MovementCell {
  readonly before: Group | null;
  readonly after: Group | null;
  readonly count: number;
}

/** Counts who was where on the one day and on the other. Whoever was in no group on either day is not counted. */
export const countMovement = () => {
  const cells = new Map<string, { before: Group | null; after: Group | null; count: number }>();
  return {
    add: (before: Group | null, after: Group | null): void => {
      if (before === null && after === null) return;
      const key = `${before ?? ''}>${after ?? ''}`;
      const known = cells.get(key);
      if (known) known.count += 1;
      else cells.set(key, { before, after, count: 1 });
    },
    cells: (): MovementCell[] => [...cells.values()],
  };
};
