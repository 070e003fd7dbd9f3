import { points } from '../../types/amounts.ts';
import type { Points } from '../../types/amounts.ts';
import type { CustomerId } from '../../types/ids.ts';
import { refusedPoints } from './pointsFile.ts';
import type { RefusedPoints } from './pointsFile.ts';
import { adjustObstacle } from './points.ts';

// What the rows of a file would do one after the other (X67): several of one customer follow one another, and none is done twice.

/** A row whose customer is known. */
export interface FoundPoints {
  readonly line: number;
  readonly customerId: CustomerId;
  readonly points: Points;
  readonly reason: string;
}

/** What a row would do to the balance. */
export interface PlannedPoints {
  readonly before: Points;
  readonly after: Points;
}

interface Planner {
  /** The next row; `balance` is the customer's before the whole file. A refused row leaves the balance as it was. */
  readonly take: (row: FoundPoints, balance: Points) => PlannedPoints | RefusedPoints;
}

/** Takes the rows of a file in their order. A row that says the same as an earlier one of the same customer is refused. */
export const pointsFilePlanner = (rule: { readonly pointsMayGoNegative: boolean }): Planner => {
  const balances = new Map<CustomerId, Points>();
  const lines = new Map<string, number>();
  return {
    take: ({ line, customerId, points: change, reason }, balance) => {
      const key = JSON.stringify([customerId, change, reason]);
      const first = lines.get(key);
      if (first !== undefined) return refusedPoints('row_twice', null, String(first));
      const before = balances.get(customerId) ?? balance;
      const obstacle = adjustObstacle(before, change, rule);
      if (obstacle !== null) return refusedPoints(obstacle, 'points', String(change));
      const after = points(before + change);
      balances.set(customerId, after);
      lines.set(key, line);
      return { before, after };
    },
  };
};

/** What rows come to: how many, of how many customers, and the points added and taken (below zero). */
export interface PointsFileSums {
  readonly rows: number;
  readonly customers: number;
  readonly given: Points;
  readonly taken: Points;
}

export const sumsOfRows = (rows: readonly Pick<FoundPoints, 'customerId' | 'points'>[]): PointsFileSums => ({
  rows: rows.length,
  customers: new Set(rows.map(({ customerId }) => customerId)).size,
  given: points(rows.reduce((sum, row) => sum + Math.max(0, row.points), 0)),
  taken: points(rows.reduce((sum, row) => sum + Math.min(0, row.points), 0)),
});
