import { Box } from '@mantine/core';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { VipBadge } from '../../../components/VipBadge.tsx';
import { gridTemplateOf, type ListColumn } from './columns.ts';
import classes from './CustomerGrid.module.css';
import { ListCell } from './ListCell.tsx';
import type { CustomerRow } from './usePages.ts';

interface ListRowProps {
  readonly id: string;
  readonly index: number;
  /** Where the row begins, in pixels from the list's top. */
  readonly start: number;
  readonly columns: readonly ListColumn[];
  /** Undefined while its page is being read. */
  readonly row: CustomerRow | undefined;
  readonly isSelected: boolean;
  /** Taken into what is changed together. */
  readonly isMarked: boolean;
  readonly onSelect: (index: number, row: CustomerRow | undefined) => void;
  readonly onOpen: (customerId: string) => void;
  readonly onMark: (customerId: string) => void;
}

/** One customer in the list; drawn anew only when something about it changed, so that scrolling stays light. */
export const ListRow = memo(
  ({ id, index, start, columns, row, isSelected, isMarked, onSelect, onOpen, onMark }: ListRowProps) => (
    <Box
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected || isMarked}
      data-selected={isSelected || undefined}
      data-marked={isMarked || undefined}
      className={classes['row']}
      style={{ transform: `translateY(${start}px)`, gridTemplateColumns: gridTemplateOf(columns) }}
      onClick={() => {
        onSelect(index, row);
      }}
      onDoubleClick={() => {
        if (row !== undefined) onOpen(row.id);
      }}
    >
      {row === undefined ? (
        <SkeletonCells count={columns.length + 1} />
      ) : (
        <RowCells row={row} columns={columns} isMarked={isMarked} onMark={onMark} />
      )}
    </Box>
  ),
);

interface RowCellsProps extends Pick<ListRowProps, 'columns' | 'isMarked' | 'onMark'> {
  readonly row: CustomerRow;
}

/** Plain elements on purpose: there are hundreds of cells, and every library component in one costs a scrolled frame. */
const RowCells = ({ row, columns, isMarked, onMark }: RowCellsProps) => {
  const { t } = useTranslation();
  return (
    <>
      <div role="gridcell" className={classes['nameCell']}>
        <input
          type="checkbox"
          tabIndex={-1}
          className={classes['mark']}
          aria-label={t('lists.bulk.mark', { name: row.name })}
          checked={isMarked}
          onClick={(event) => {
            event.stopPropagation();
          }}
          onChange={() => {
            onMark(row.id);
          }}
        />
        <span className={classes['name']} title={row.name}>
          {row.name}
        </span>
        {row.isVip && <VipBadge />}
      </div>
      {columns.map((column) => (
        <ListCell key={column.fieldId ?? column.key} column={column} row={row} />
      ))}
    </>
  );
};

const bars = ['60%', '80%', '70%', '40%', '60%', '45%', '75%'] as const;

/** The place of a customer that is still being read: as high as the row that comes. */
const SkeletonCells = ({ count }: { readonly count: number }) => {
  const { t } = useTranslation();
  return Array.from({ length: count }, (_, index) => (
    <div role="gridcell" aria-label={t('customers.list.reading')} key={index}>
      <div className={classes['skeleton']} style={{ width: bars[index % bars.length] }} />
    </div>
  ));
};
