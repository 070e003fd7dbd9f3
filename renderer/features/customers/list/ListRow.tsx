import { Box } from '@mantine/core';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useShop } from '../../../app/shop.tsx';
import { ClassBadges } from '../../../components/ClassBadges.tsx';
import { dateWords } from '../../../components/dateWords.ts';
import { formatPhone } from '../../../components/phone.ts';
import { useMoney } from '../../../components/useMoney.ts';
import { VipBadge } from '../../../components/VipBadge.tsx';
import classes from './CustomerGrid.module.css';
import type { CustomerRow } from './usePages.ts';

interface ListRowProps {
  readonly id: string;
  readonly index: number;
  /** Where the row begins, in pixels from the list's top. */
  readonly start: number;
  /** Undefined while its page is being read. */
  readonly row: CustomerRow | undefined;
  readonly isSelected: boolean;
  readonly onSelect: (index: number, row: CustomerRow | undefined) => void;
  readonly onOpen: (customerId: string) => void;
}

/** One customer in the list; drawn anew only when something about it changed, so that scrolling stays light. */
export const ListRow = memo(({ id, index, start, row, isSelected, onSelect, onOpen }: ListRowProps) => (
  <Box
    id={id}
    role="row"
    aria-rowindex={index + 2}
    aria-selected={isSelected}
    data-selected={isSelected || undefined}
    className={classes['row']}
    style={{ transform: `translateY(${start}px)` }}
    onClick={() => {
      onSelect(index, row);
    }}
    onDoubleClick={() => {
      if (row !== undefined) onOpen(row.id);
    }}
  >
    {row === undefined ? <SkeletonCells /> : <RowCells row={row} />}
  </Box>
));

/** Plain elements on purpose: there are hundreds of cells, and every library component in one costs a scrolled frame. */
const RowCells = ({ row }: { readonly row: CustomerRow }) => {
  const { t, i18n } = useTranslation();
  const { today } = useShop();
  const money = useMoney();
  return (
    <>
      <div role="gridcell" className={classes['nameCell']}>
        <span className={classes['name']} title={row.name}>
          {row.name}
        </span>
        {row.isVip && <VipBadge />}
      </div>
      <div role="gridcell" className={classes['cell']} data-quiet={row.phone === null || undefined}>
        {row.phone === null ? t('common.noPhone') : formatPhone(row.phone)}
      </div>
      <div role="gridcell" className={classes['cell']} data-quiet={row.lastVisitOn === null || undefined}>
        {row.lastVisitOn === null ? (
          t('customers.list.never')
        ) : (
          <time dateTime={row.lastVisitOn} title={row.lastVisitOn}>
            {dateWords(t, row.lastVisitOn, today)}
          </time>
        )}
      </div>
      <div role="gridcell" className={classes['figure']}>
        {row.visitCount.toLocaleString(i18n.language)}
      </div>
      <div role="gridcell" className={classes['figure']}>
        {money(row.spendCents)}
      </div>
      <div role="gridcell" className={classes['figure']}>
        {row.pointsBalance.toLocaleString(i18n.language)}
      </div>
      <div role="gridcell" className={classes['badges']}>
        <ClassBadges classes={row.classes} />
      </div>
    </>
  );
};

const bars = ['60%', '80%', '70%', '40%', '60%', '45%', '75%'] as const;

/** The place of a customer that is still being read: as high as the row that comes. */
const SkeletonCells = () => {
  const { t } = useTranslation();
  return bars.map((width) => (
    <div role="gridcell" aria-label={t('customers.list.reading')} key={width}>
      <div className={classes['skeleton']} style={{ width }} />
    </div>
  ));
};
