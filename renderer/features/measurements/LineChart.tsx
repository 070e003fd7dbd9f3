import { useElementSize } from '@mantine/hooks';
import { chartOf } from '../../../shared/domain/measurements/chart.ts';
import { measureText } from '../../../shared/domain/measurements/values.ts';
import type { SeriesPoint } from '../../../shared/domain/measurements/series.ts';
import classes from './Measurements.module.css';

interface LineChartProps {
  readonly points: readonly SeriesPoint[];
  readonly decimals: number;
  /** What the picture says, for whoever does not see it; the table beside it has every figure. */
  readonly label: string;
}

const HEIGHT = 190;
/** Room for the figures at the left, and above, right and below for half a figure and the days. */
const ROOM = { left: 48, right: 12, top: 10, bottom: 26 };

/** One measure over time, days to scale. */
export const LineChart = ({ points, decimals, label }: LineChartProps) => {
  const { ref, width } = useElementSize();
  const chart = chartOf(points);
  const [across, down] = [Math.max(0, width - ROOM.left - ROOM.right), HEIGHT - ROOM.top - ROOM.bottom];
  const left = (x: number): number => ROOM.left + x * across;
  const top = (y: number): number => ROOM.top + y * down;
  const [first] = points;
  const last = points.at(-1);
  return (
    <div ref={ref}>
      {chart !== null && width > 0 && (
        <svg role="img" aria-label={label} width={width} height={HEIGHT}>
          {chart.ticks.map(({ value, y }) => (
            <g key={value}>
              <line className={classes['across']} x1={ROOM.left} x2={width - ROOM.right} y1={top(y)} y2={top(y)} />
              <text className={classes['label']} x={ROOM.left - 8} y={top(y)} textAnchor="end" dominantBaseline="middle">
                {measureText(value, 0)}
              </text>
            </g>
          ))}
          <polyline className={classes['line']} points={chart.dots.map(({ x, y }) => `${left(x)},${top(y)}`).join(' ')} />
          {chart.dots.map(({ x, y }, index) => (
            <circle key={points[index]?.occasionId} className={classes['dot']} cx={left(x)} cy={top(y)} r={4}>
              <title>{`${points[index]?.on ?? ''} ${measureText(points[index]?.value ?? 0, decimals)}`}</title>
            </circle>
          ))}
          {first !== undefined && last !== undefined && (
            <>
              <text className={classes['label']} x={ROOM.left} y={HEIGHT - 6}>
                {first.on}
              </text>
              {last.on !== first.on && (
                <text className={classes['label']} x={width - ROOM.right} y={HEIGHT - 6} textAnchor="end">
                  {last.on}
                </text>
              )}
            </>
          )}
        </svg>
      )}
    </div>
  );
};
