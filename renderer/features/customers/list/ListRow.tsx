import { Group, Skeleton, Text } from '@mantine/core';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { ClassBadges } from '../../../components/ClassBadges.tsx';
import { DateText } from '../../../components/DateText.tsx';
import { MoneyText } from '../../../components/MoneyText.tsx';
import { PhoneText } from '../../../components/PhoneText.tsx';
import { VipBadge } from '../../../components/VipBadge.tsx';
import classes from './CustomerGrid.module.css';
import type { CustomerRow } from './usePages.ts';

/** The cells of one customer. */
export const RowCells = memo(({ row }: { readonly row: CustomerRow }) => {
  const { t, i18n } = useTranslation();
  return (
    <>
      <Group role="gridcell" gap={6} wrap="nowrap" miw={0} maw="14rem">
        <Text fw={700} truncate title={row.name}>
          {row.name}
        </Text>
        {row.isVip && <VipBadge />}
      </Group>
      <Text role="gridcell" size="sm" truncate>
        <PhoneText phone={row.phone} size="sm" />
      </Text>
      <Text role="gridcell" size="sm" truncate c={row.lastVisitOn === null ? 'dimmed' : 'inherit'}>
        {row.lastVisitOn === null ? t('customers.list.never') : <DateText date={row.lastVisitOn} />}
      </Text>
      <Text role="gridcell" size="sm" className={classes['end']}>
        {row.visitCount.toLocaleString(i18n.language)}
      </Text>
      <Text role="gridcell" size="sm" className={classes['end']}>
        <MoneyText amount={row.spendCents} />
      </Text>
      <Text role="gridcell" size="sm" className={classes['end']}>
        {row.pointsBalance.toLocaleString(i18n.language)}
      </Text>
      <div role="gridcell" className={classes['badges']}>
        <ClassBadges classes={row.classes} />
      </div>
    </>
  );
});

const widths = ['60%', '80%', '60%', '40%', '60%', '40%', '80%'] as const;

/** The place of a customer that is still being read: as high as the row that comes. */
export const SkeletonCells = () =>
  widths.map((width, index) => (
    <div role="gridcell" key={index}>
      <Skeleton height={10} width={width} animate={false} />
    </div>
  ));
