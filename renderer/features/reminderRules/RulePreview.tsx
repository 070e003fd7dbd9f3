import { Alert, Button, Group, Loader, Stack, Table, Text } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallInput } from '../../../shared/contract.ts';
import { CustomerLink } from '../../components/CustomerLink.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { call } from '../../ipc/client.ts';
import { studyQuery } from '../../ipc/useOperation.ts';

type Terms = CallInput<'reminderRules.preview'>;

const SHOWN = 8;

interface RulePreviewProps {
  /** The terms as they stand in the form; null while they cannot be read. */
  readonly terms: Terms | null;
}

/** Whom the rule would have called in the last 30 days, asked for by a press and again whenever the terms change. */
export const RulePreview = ({ terms }: RulePreviewProps) => {
  const { t } = useTranslation();
  const [isAsked, setIsAsked] = useState(false);
  const input = terms ?? { base: { kind: 'after_purchase' as const }, steps: [0], giveUpDays: 1 };
  const { data, error, isFetching, refetch } = useQuery({
    ...studyQuery('reminderRules.preview', input, (asked) => call('reminderRules.preview', asked)),
    enabled: isAsked && terms !== null,
    retry: false,
  });
  const busiest = data?.days.reduce((most, day) => (day.calls > most.calls ? day : most));
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <Button
          variant="default"
          size="xs"
          leftSection={<IconEye size={15} stroke={1.7} aria-hidden />}
          disabled={terms === null}
          onClick={() => {
            setIsAsked(true);
          }}
        >
          {t('reminderRules.preview.ask')}
        </Button>
        {isFetching && <Loader size="xs" aria-label={t('reminderRules.preview.counting')} />}
      </Group>
      {isAsked && terms !== null && error !== null && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {isAsked && terms !== null && data !== undefined && busiest !== undefined && (
        <Stack gap={4} role="status">
          <Text size="sm" fw={700}>
            {data.calls === 0
              ? t('reminderRules.preview.nobody')
              : t('reminderRules.preview.counted', { calls: data.calls, people: data.people })}
          </Text>
          {data.calls > 0 && (
            <Text size="sm" c="dimmed">
              {t('reminderRules.preview.busiest', { on: busiest.on, count: busiest.calls })}
            </Text>
          )}
          {busiest.calls > data.capacity && (
            <Alert color="amber" variant="light" p="xs">
              {t('reminderRules.preview.tooMany', { count: busiest.calls, capacity: data.capacity })}
            </Alert>
          )}
          {data.rows.length > 0 && (
            <Table aria-label={t('reminderRules.preview.table')} verticalSpacing={4}>
              <Table.Tbody>
                {data.rows.slice(0, SHOWN).map(({ on, customerId, name, customerNo, about }) => (
                  <Table.Tr key={`${on}${customerId}${about}`}>
                    <Table.Td>{on}</Table.Td>
                    <Table.Td>
                      <CustomerLink customerId={customerId}>{name}</CustomerLink>{' '}
                      <Text span c="dimmed" size="xs">
                        {customerNo}
                      </Text>
                    </Table.Td>
                    <Table.Td>{about}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          )}
          {data.calls > SHOWN && (
            <Text size="xs" c="dimmed">
              {t('reminderRules.preview.more', { count: data.calls - SHOWN })}
            </Text>
          )}
          <Text size="xs" c="dimmed">
            {t('reminderRules.preview.basis')}
          </Text>
        </Stack>
      )}
    </Stack>
  );
};
