import { Stack, Table, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Calibration } from './types.ts';
import { useNumbers } from './useNumbers.ts';

/** Of everybody alike so far: how often each came on average, and how often was expected. */
export const ByClass = ({ classes }: Pick<Calibration, 'classes'>) => {
  const { t } = useTranslation();
  const number = useNumbers();
  const last = classes.at(-1)?.frequency;
  const each = (sum: number, customers: number): string => (customers === 0 ? '–' : number(sum / customers, 2));
  return (
    <Stack gap="xs" flex={1} miw={0}>
      <Title order={3} fz="sm">
        {t('forecast.proof.byClass')}
      </Title>
      <Table aria-label={t('forecast.proof.byClass')} verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('forecast.proof.class')}</Table.Th>
            <Table.Th ta="right">{t('forecast.proof.customers')}</Table.Th>
            <Table.Th ta="right">{t('forecast.proof.actualEach')}</Table.Th>
            <Table.Th ta="right">{t('forecast.proof.predictedEach')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {classes.map(({ frequency, customers, actual, predicted }) => (
            <Table.Tr key={frequency}>
              <Table.Th fw={400}>
                {frequency === last
                  ? t('forecast.proof.orMore', { times: frequency })
                  : t('forecast.proof.times', { count: frequency })}
              </Table.Th>
              <Table.Td ta="right">{number(customers)}</Table.Td>
              <Table.Td ta="right">{each(actual, customers)}</Table.Td>
              <Table.Td ta="right">{each(predicted, customers)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  );
};

/** What the picture shows, in figures. */
export const ByWeek = ({ weeks }: Pick<Calibration, 'weeks'>) => {
  const { t } = useTranslation();
  const number = useNumbers();
  return (
    <Stack gap="xs" flex={1} miw={0}>
      <Title order={3} fz="sm">
        {t('forecast.proof.byWeek')}
      </Title>
      <Table aria-label={t('forecast.proof.byWeek')} verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('forecast.proof.week')}</Table.Th>
            <Table.Th ta="right">{t('forecast.proof.actual')}</Table.Th>
            <Table.Th ta="right">{t('forecast.proof.predicted')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {weeks.map(({ from, actual, predicted }) => (
            <Table.Tr key={from}>
              <Table.Th fw={400}>{from}</Table.Th>
              <Table.Td ta="right">{number(actual)}</Table.Td>
              <Table.Td ta="right">{number(predicted)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  );
};
