// A signature drawn on the screen: lines of points on a field of fixed size, so that it looks the same on every screen and on paper.

/** The field on which one signs, in its own units. */
export const SIGNATURE_WIDTH = 600;
export const SIGNATURE_HEIGHT = 200;
export const MOST_STROKES = 200;
/** Numbers of one stroke: x and y of each point in turn. */
export const MOST_NUMBERS = 2000;
/** Fewer points than this are a slip of the hand. */
const FEWEST_POINTS = 6;

export type Stroke = readonly number[];

/** Whether somebody has signed, rather than touched the field. */
export const isSignature = (strokes: readonly Stroke[]): boolean =>
  strokes.reduce((points, stroke) => points + Math.trunc(stroke.length / 2), 0) >= FEWEST_POINTS;

/** The strokes as an SVG path. */
export const strokesPath = (strokes: readonly Stroke[]): string =>
  strokes
    .map((stroke) => {
      const points: string[] = [];
      for (let index = 0; index + 1 < stroke.length; index += 2) points.push(`${stroke[index] ?? 0} ${stroke[index + 1] ?? 0}`);
      // A single point is drawn as a dot.
      return points.length === 1 ? `M${points[0] ?? ''}l0.1 0` : `M${points.join('L')}`;
    })
    .join('');
