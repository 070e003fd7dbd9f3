import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { UNIT_QUANTITY, cents, quantity } from '../../../shared/types/amounts.ts';
import { useMoney } from '../../components/useMoney.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import type { LineSource } from './lines.ts';

/** More than this many are no longer found at a glance. */
const MOST = 24;

/** What the shop sells most, one press each: the products marked for it. */
export const Favourites = ({ onAdd }: { readonly onAdd: (source: LineSource) => void }) => {
  const { t } = useTranslation();
  const money = useMoney();
  const rows = useOperation('products.list', { onlyFavourites: true, limit: MOST }).data?.rows ?? [];
  if (rows.length === 0) return null;
  return (
    <Group gap="xs" role="group" aria-label={t('visits.favourites')}>
      <Text size="sm" c="dimmed">
        {t('visits.favourites')}
      </Text>
      {rows.map(({ id, name, priceCents, costCents, chargedBy }) => (
        <Button
          key={id}
          variant="default"
          size="compact-md"
          fz="sm"
          onClick={() => {
            onAdd({
              productId: id,
              name,
              price: cents(priceCents),
              cost: costCents === null ? null : cents(costCents),
              quantity: quantity(UNIT_QUANTITY),
              isTimed: chargedBy === 'hour',
            });
          }}
        >
          {name} {money(priceCents)}
          {chargedBy === 'hour' && t('visits.watch.perHour')}
        </Button>
      ))}
    </Group>
  );
};
