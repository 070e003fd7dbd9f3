import { CholeskyDecomposition, Matrix } from 'ml-matrix';

/** A function's value at a point, and how it rises along each axis. */
export interface Slope {
  readonly value: number;
  readonly gradient: readonly number[];
}
type SlopeAt = (point: readonly number[]) => Slope;

interface Maximum {
  readonly point: readonly number[];
  readonly value: number;
}

const MOST_STEPS = 200;
/** For the curvature, by differences of the gradient. Points are logarithms, so that it is a share of the parameter. */
const DIFFERENCE = 1e-4;
/** At a maximum one more step of Newton's gains less than this of log-likelihood, which no data could tell. */
const LEAST_GAIN = 1e-6;
/** ln 10,000: farther from the start a parameter is on its way to nothing or to infinity. */
const FARTHEST = Math.log(10_000);
/** No parameter becomes more than e times as large, or small, at once. */
const LONGEST_STEP = 1;
const FIRST_DAMPING = 1e-3;
const MOST_DAMPING = 1e6;

/** How the slope bends: the negative of the matrix of second derivatives. */
const bendAt = (slopeAt: SlopeAt, point: readonly number[]): Matrix => {
  const moved = (axis: number, by: number): readonly number[] =>
    slopeAt(point.map((value, index) => (index === axis ? value + by : value))).gradient;
  const bend = new Matrix(
    point.map((_, axis) => {
      const [before, behind] = [moved(axis, DIFFERENCE), moved(axis, -DIFFERENCE)];
      return before.map((rise, index) => ((behind[index] ?? Number.NaN) - rise) / (2 * DIFFERENCE));
    }),
  );
  // The differences are symmetric but for their roundings, and the decomposition wants them wholly so.
  return Matrix.add(bend, bend.transpose()).mul(1 / 2);
};

/** Where the slope would be level if it bent everywhere as it does here; null where it bends upwards. */
const newtonStep = (bend: Matrix, gradient: readonly number[], damping: number): readonly number[] | null => {
  const factors = new CholeskyDecomposition(Matrix.add(bend, Matrix.eye(bend.rows).mul(damping)));
  if (!factors.isPositiveDefinite()) return null;
  const step = factors.solve(Matrix.columnVector([...gradient])).to1DArray();
  const longest = Math.max(...step.map(Math.abs));
  return longest <= LONGEST_STEP ? step : step.map((move) => (move * LONGEST_STEP) / longest);
};

/**
 * The highest point of a function near a start, proven to be one: level to the first order and falling to every side. By Newton's steps, damped
 * as Levenberg's are (Quarterly of Applied Mathematics 2, 1944) where the function is not yet shaped like a hill. `scale` is of the size of the
 * value, for example the number of observations. Always the same answer for the same input. Null when there is no such point within a factor of
 * 10,000 of the start; points are logarithms of parameters.
 */
export const maximise = (slopeAt: SlopeAt, start: readonly number[], scale: number): Maximum | null => {
  let point = start;
  let slope = slopeAt(point);
  let damping = FIRST_DAMPING;
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    const { gradient } = slope;
    const bend = bendAt(slopeAt, point);
    if (bend.to1DArray().some((value) => !Number.isFinite(value))) return null;
    const last = newtonStep(bend, gradient, 0);
    const gain = last?.reduce((sum, move, index) => sum + (move * (gradient[index] ?? 0)) / 2, 0) ?? Number.POSITIVE_INFINITY;
    if (last && gain < LEAST_GAIN) return { point: point.map((at, index) => at + (last[index] ?? 0)), value: slope.value };
    for (;;) {
      const step = newtonStep(bend, gradient, damping * scale);
      const next = step && point.map((at, index) => at + (step[index] ?? 0));
      const there = next && slopeAt(next);
      if (next && there && there.value > slope.value) {
        [point, slope, damping] = [next, there, damping / 10];
        break;
      }
      damping *= 10;
      if (damping > MOST_DAMPING) return null;
    }
    if (point.some((value, index) => Math.abs(value - (start[index] ?? 0)) > FARTHEST)) return null;
  }
  return null;
};
