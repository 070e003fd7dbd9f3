import { Stack, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { useConversionWords } from './useConversionWords.ts';

type Found = OutputOf<'referrals.conversion'>;
type Told = ReturnType<ReturnType<typeof useConversionWords>['share']>;

const Cell = ({ value, note }: Told) => (
  <Table.Td ta="right">
    <Text size="sm" fw={700}>
      {value}
    </Text>
    <Text size="xs" c="dimmed">
      {note}
    </Text>
  </Table.Td>
);

/** Those who were brought beside those who came by themselves, and how many times as often they buy. */
export const BroughtAndOrdinary = ({
  brought,
  ordinary,
  days,
}: Pick<Found, 'brought' | 'ordinary'> & { readonly days: number }) => {
  const { t } = useTranslation();
  const words = useConversionWords();
  return (
    <Table aria-label={t('referrals.conversion.compared')} verticalSpacing="xs">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('referrals.conversion.measure')}</Table.Th>
          <Table.Th ta="right">{t('referrals.conversion.brought', { count: brought.people })}</Table.Th>
          <Table.Th ta="right">{t('referrals.conversion.ordinary', { count: ordinary.people })}</Table.Th>
          <Table.Th ta="right">{t('referrals.conversion.ratio')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        <Table.Tr>
          <Table.Th fw={400}>{t('referrals.conversion.bought', { days })}</Table.Th>
          <Cell {...words.share(brought.bought)} />
          <Cell {...words.share(ordinary.bought)} />
          <Cell {...words.timesOften(brought.bought, ordinary.bought)} />
        </Table.Tr>
        <Table.Tr>
          <Table.Th fw={400}>{t('referrals.conversion.again')}</Table.Th>
          <Cell {...words.share(brought.again)} />
          <Cell {...words.share(ordinary.again)} />
          <Cell {...words.timesOften(brought.again, ordinary.again)} />
        </Table.Tr>
        <Table.Tr>
          <Table.Th fw={400}>{t('referrals.conversion.spend')}</Table.Th>
          <Cell {...words.spend(brought.spend)} />
          <Cell {...words.spend(ordinary.spend)} />
          <Cell {...words.timesMuch(brought.spend, ordinary.spend)} />
        </Table.Tr>
      </Table.Tbody>
    </Table>
  );
};

/** The same by where they say they come from. */
export const BySource = ({ sources, days }: Pick<Found, 'sources'> & { readonly days: number }) => {
  const { t } = useTranslation();
  const words = useConversionWords();
  return (
    <Stack gap="xs" component="section" aria-label={t('referrals.conversion.bySource')}>
      <Title order={2} fz="md">
        {t('referrals.conversion.bySource')}
      </Title>
      <Table aria-label={t('referrals.conversion.bySource')} verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('referrals.conversion.source')}</Table.Th>
            <Table.Th ta="right">{t('referrals.conversion.people')}</Table.Th>
            <Table.Th ta="right">{t('referrals.conversion.bought', { days })}</Table.Th>
            <Table.Th ta="right">{t('referrals.conversion.again')}</Table.Th>
            <Table.Th ta="right">{t('referrals.conversion.spend')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sources.map(({ source, people, bought, again, spend }) => (
            <Table.Tr key={source ?? ''}>
              <Table.Th fw={400}>{source ?? t('referrals.conversion.noSource')}</Table.Th>
              <Table.Td ta="right">
                <Text size="sm">{people.toLocaleString()}</Text>
              </Table.Td>
              <Cell {...words.share(bought)} />
              <Cell {...words.share(again)} />
              <Cell {...words.spend(spend)} />
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  );
};
