import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatQuantity } from '../../../shared/domain/quantity.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';
import { useOperation } from '../../ipc/useOperation.ts';

/** What is kept here for somebody who has just come in, and where it stands; nothing where nothing is. */
export const KeptBrief = ({ customerId }: { readonly customerId: CustomerId }) => {
  const { t } = useTranslation();
  const { data } = useOperation('keptGoods.ofCustomer', { customerId });
  const here = (data?.goods ?? []).filter(({ leftQuantity }) => leftQuantity > 0);
  if (here.length === 0) return null;
  return (
    <Text size="sm">
      <Text span inherit c="dimmed">
        {t('keptGoods.here')}
      </Text>{' '}
      {here
        .map(({ name, leftQuantity, place, isExpired }) =>
          [
            t('keptGoods.hereOne', { item: name, many: formatQuantity(leftQuantity) }),
            place,
            isExpired ? t('keptGoods.isExpired') : null,
          ]
            .filter((part) => part !== null)
            .join(' · '),
        )
        .join(t('keptGoods.separator'))}
    </Text>
  );
};
