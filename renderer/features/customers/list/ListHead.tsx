import { Text, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { gridTemplateOf, type ListColumn } from './columns.ts';
import classes from './CustomerGrid.module.css';
import type { ListOrder, SortKey } from './order.ts';

interface ListHeadProps {
  readonly columns: readonly ListColumn[];
  readonly order: ListOrder;
  readonly onSort: (key: SortKey) => void;
}

interface HeadCellProps extends Omit<ListHeadProps, 'columns'> {
  readonly title: string;
  readonly isFigure: boolean;
  readonly sort: SortKey | null;
  readonly isName?: boolean;
}

const HeadCell = ({ title, isFigure, sort, isName = false, order, onSort }: HeadCellProps) => {
  const side = isFigure ? classes['end'] : isName ? classes['nameHead'] : undefined;
  if (sort === null) {
    return (
      <Text role="columnheader" size="sm" c="dimmed" truncate className={side} title={title}>
        {title}
      </Text>
    );
  }
  const isSorted = order.sort === sort;
  const Arrow = order.direction === 'ascending' ? IconChevronUp : IconChevronDown;
  return (
    <div role="columnheader" aria-sort={isSorted ? order.direction : 'none'} className={side}>
      <UnstyledButton
        className={classes['sort']}
        data-idle={isSorted ? undefined : true}
        onClick={() => {
          onSort(sort);
        }}
      >
        {title}
        {isSorted && <Arrow size={14} stroke={2} aria-hidden />}
      </UnstyledButton>
    </div>
  );
};

/** The head of the list: what each column is, and by which the list is ordered. */
export const ListHead = ({ columns, order, onSort }: ListHeadProps) => {
  const { t } = useTranslation();
  return (
    <div role="row" aria-rowindex={1} className={classes['head']} style={{ gridTemplateColumns: gridTemplateOf(columns) }}>
      <HeadCell title={t('lists.columns.name')} isFigure={false} sort="name" isName order={order} onSort={onSort} />
      {columns.map(({ key, fieldId, ...column }) => (
        <HeadCell key={fieldId ?? key} {...column} order={order} onSort={onSort} />
      ))}
    </div>
  );
};
