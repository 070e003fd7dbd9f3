import { useElementSize } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { Group, MovementCell } from '../../../shared/domain/segments/movement.ts';
import { flowOf } from './flow.ts';
import type { FlowEnd } from './flow.ts';
import classes from './FlowChart.module.css';

interface FlowChartProps {
  readonly cells: readonly MovementCell[];
  /** The groups in their order; null is being in none. */
  readonly order: readonly (Group | null)[];
  readonly nameOf: (group: Group | null, side: 'before' | 'after') => string;
  /** What the picture says, for whoever does not see it; the table below it has every figure. */
  readonly label: string;
}

const HEIGHT = 300;
/** Room for the names at either side. */
const ROOM = 170;
const BAR = 8;
const GAP = 16;

/** From the groups at the left to those at the right; a band is as wide as people went that way, pale where they stayed. */
export const FlowChart = ({ cells, order, nameOf, label }: FlowChartProps) => {
  const { i18n } = useTranslation();
  const { ref, width } = useElementSize();
  const flow = flowOf(cells, order);
  const gaps = GAP * (Math.max(flow.before.length, flow.after.length) + 1);
  const scale = (HEIGHT - gaps) / Math.max(1, flow.total);
  /** Each group stands a gap below the one above it. */
  const top = (ends: readonly FlowEnd[], group: Group | null, start: number): number =>
    GAP * (ends.findIndex((end) => end.group === group) + 1) + start * scale;
  const [left, right] = [ROOM, Math.max(ROOM, width - ROOM)];
  const middle = (left + right) / 2;
  return (
    <div ref={ref}>
      {width > 0 && (
        <svg role="img" aria-label={label} width={width} height={HEIGHT}>
          {flow.bands.map(({ before, after, count, startBefore, startAfter }) => {
            const [from, to] = [top(flow.before, before, startBefore), top(flow.after, after, startAfter)];
            const high = Math.max(1, count * scale);
            return (
              <path
                key={`${before}>${after}`}
                className={before === after ? classes['stays'] : classes['moves']}
                d={`M${left} ${from}C${middle} ${from} ${middle} ${to} ${right} ${to}V${to + high}C${middle} ${to + high} ${middle} ${from + high} ${left} ${from + high}Z`}
              />
            );
          })}
          {(['before', 'after'] as const).map((side) =>
            flow[side].map(({ group, count, start }) => {
              const y = top(flow[side], group, start);
              const high = Math.max(1, count * scale);
              return (
                <g key={`${side}${group}`}>
                  <rect className={classes['end']} x={side === 'before' ? left - BAR : right} y={y} width={BAR} height={high} />
                  <text
                    className={classes['label']}
                    x={side === 'before' ? left - BAR - 6 : right + BAR + 6}
                    y={y + high / 2}
                    textAnchor={side === 'before' ? 'end' : 'start'}
                    dominantBaseline="middle"
                  >
                    {`${nameOf(group, side)} ${count.toLocaleString(i18n.language)}`}
                  </text>
                </g>
              );
            }),
          )}
        </svg>
      )}
    </div>
  );
};
