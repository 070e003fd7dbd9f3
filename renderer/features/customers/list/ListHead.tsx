import { Text, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './CustomerGrid.module.css';
import type { ListOrder, SortKey } from './order.ts';

interface ListHeadProps {
  readonly order: ListOrder;
  readonly onSort: (key: SortKey) => void;
}

const columns: readonly { readonly key: SortKey | 'phone' | 'classes'; readonly isFigure: boolean }[] = [
  { key: 'name', isFigure: false },
  { key: 'phone', isFigure: false },
  { key: 'last_visit', isFigure: false },
  { key: 'visits', isFigure: true },
  { key: 'spend', isFigure: true },
  { key: 'points', isFigure: true },
  { key: 'classes', isFigure: false },
];

/** The head of the list: what each column is, and by which the list is ordered. */
export const ListHead = ({ order, onSort }: ListHeadProps) => {
  const { t } = useTranslation();
  return (
    <div role="row" aria-rowindex={1} className={classes['head']}>
      {columns.map(({ key, isFigure }) => {
        const name = t(`customers.list.columns.${key === 'created' ? 'name' : key}`);
        const side = isFigure ? classes['end'] : undefined;
        if (key === 'phone' || key === 'classes') {
          return (
            <Text key={key} role="columnheader" size="sm" c="dimmed" className={side}>
              {name}
            </Text>
          );
        }
        const isSorted = order.sort === key;
        const Arrow = order.direction === 'ascending' ? IconChevronUp : IconChevronDown;
        return (
          <div key={key} role="columnheader" aria-sort={isSorted ? order.direction : 'none'} className={side}>
            <UnstyledButton
              className={classes['sort']}
              data-idle={isSorted ? undefined : true}
              onClick={() => {
                onSort(key);
              }}
            >
              {name}
              {isSorted && <Arrow size={14} stroke={2} aria-hidden />}
            </UnstyledButton>
          </div>
        );
      })}
    </div>
  );
};
