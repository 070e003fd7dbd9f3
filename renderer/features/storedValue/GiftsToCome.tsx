import { Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { DateText } from '../../components/DateText.tsx';
import { MoneyText } from '../../components/MoneyText.tsx';
import { useMoney } from '../../components/useMoney.ts';

type Account = Pick<OutputOf<'storedValue.account'>, 'later' | 'laterCents'>;

/** What of gifts comes in later months (X58); nothing where nothing does. */
export const GiftsToCome = ({ account: { later, laterCents } }: { readonly account: Account }) => {
  const { t } = useTranslation();
  const money = useMoney();
  if (later.length === 0) return null;
  return (
    <Stack gap="xs">
      <Text component="h3" size="sm" fw={700}>
        {t('storedValue.toCome.title')}
      </Text>
      <Text size="sm" c="dimmed">
        {t('storedValue.toCome.all', { amount: money(laterCents) })}
      </Text>
      <Table verticalSpacing={4} aria-label={t('storedValue.toCome.title')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('storedValue.toCome.dueOn')}</Table.Th>
            <Table.Th ta="right">{t('storedValue.gift')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {later.map((part, index) => (
            <Table.Tr key={`${part.dueOn} ${index}`}>
              <Table.Td>
                <DateText date={part.dueOn} as="figures" />
              </Table.Td>
              <Table.Td ta="right">
                <MoneyText amount={part.cents} keepZeros />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  );
};
