import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { A4, labelSheets, type LabelSheetName } from '../../../shared/domain/labels/sheets.ts';
import classes from './LabelPreview.module.css';

interface LabelPreviewProps {
  /** The first sheet's labels; null while they are being laid out. */
  readonly labels: OutputOf<'exports.labels'>['sheets'][number] | null;
  readonly sheet: LabelSheetName;
}

/** The first sheet as it will come out of the printer, the outlines of all its labels shown. */
export const LabelPreview = ({ labels, sheet }: LabelPreviewProps) => {
  const { t } = useTranslation();
  const { columns, rows, width, height, marginLeft, marginTop, gapColumn, gapRow } = labelSheets[sheet];
  const places = Array.from({ length: columns * rows }, (_, at) => ({
    x: marginLeft + (at % columns) * (width + gapColumn),
    y: marginTop + Math.floor(at / columns) * (height + gapRow),
  }));
  return (
    <svg
      className={classes['sheet']}
      viewBox={`0 0 ${A4.width} ${A4.height}`}
      role="img"
      aria-label={t('exports.labels.preview')}
    >
      <rect className={classes['paper']} width={A4.width} height={A4.height} />
      {places.map(({ x, y }) => (
        <rect key={`${x} ${y}`} className={classes['label']} x={x} y={y} width={width} height={height} rx={1.5} />
      ))}
      {labels?.flatMap((label) =>
        label.lines.map((line) => (
          <text
            key={`${line.x} ${line.y}`}
            className={line.isName ? classes['name'] : classes['line']}
            x={line.x}
            y={line.y}
            fontSize={line.size}
          >
            {line.text}
          </text>
        )),
      )}
    </svg>
  );
};
