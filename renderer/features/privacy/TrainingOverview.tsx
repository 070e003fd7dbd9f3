import { Badge, Paper, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DateText } from '../../components/DateText.tsx';
import { useOperation } from '../../ipc/useOperation.ts';

/** Who has read it, for whoever may manage privacy; nothing for anybody else. */
export const TrainingOverview = () => {
  const { t } = useTranslation();
  const { data } = useOperation('privacy.trainingOverview', {});
  if (data === undefined) return null;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="overview-title">
      <Title order={2} mb="sm" id="overview-title">
        {t('privacy.overview.title')}
      </Title>
      {data.staff.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('privacy.overview.none')}
        </Text>
      ) : (
        <Table verticalSpacing={6} aria-labelledby="overview-title">
          <Table.Tbody>
            {data.staff.map(({ id, name, readOn, isDue }) => (
              <Table.Tr key={id}>
                <Table.Td>{name}</Table.Td>
                <Table.Td w="12rem">{readOn === null ? t('privacy.overview.never') : <DateText date={readOn} />}</Table.Td>
                <Table.Td w="8rem" ta="right">
                  <Badge color={isDue ? 'amber' : 'jade'} variant="light">
                    {t(`privacy.overview.${isDue ? 'due' : 'done'}`)}
                  </Badge>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Paper>
  );
};
