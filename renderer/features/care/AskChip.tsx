import { Button, Group, Text } from '@mantine/core';
import { IconMessageQuestion } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CareField } from '../../../shared/domain/care/fields.ts';
import { useUndo } from '../../app/useUndo.tsx';
import { client } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useOperation } from '../../ipc/useOperation.ts';

interface AskChipProps {
  readonly customerId: string;
  readonly name: string;
  readonly field: CareField;
}

/** The one thing worth asking today (X39); "not now" keeps quiet for some days. */
export const AskChip = ({ customerId, name, field }: AskChipProps) => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const decline = useCommand('care.declineAsk');
  const label = t(`customers.fields.${field}`);
  return (
    <Group gap={4} wrap="nowrap">
      <Button
        size="compact-sm"
        variant="light"
        color="amber"
        leftSection={<IconMessageQuestion size={16} stroke={1.7} aria-hidden />}
        renderRoot={(props) => (
          <Link {...props} to="/customers/$customerId" params={{ customerId }} search={{ tab: 'facts', edit: field }} />
        )}
      >
        {t('care.ask.today', { field: label })}
      </Button>
      <Button
        size="compact-sm"
        variant="subtle"
        color="gray"
        aria-label={t('care.ask.notNowOf', { field: label })}
        onClick={() => {
          decline.mutate(
            { customerId, field },
            {
              onSuccess: ({ before, until }) => {
                done({
                  label: t('care.ask.declined', { name, until }),
                  undo: () => client.care.restoreAsk({ customerId, field, until: before }),
                });
              },
            },
          );
        }}
      >
        <Text span inherit>
          {t('care.ask.notNow')}
        </Text>
      </Button>
    </Group>
  );
};

/** The same, for a page that knows only the customer; nothing when there is nothing to ask. */
export const AskToday = ({ customerId, name }: Omit<AskChipProps, 'field'>) => {
  const ask = useOperation('care.ofCustomer', { customerId }).data?.ask ?? null;
  return ask === null ? null : <AskChip customerId={customerId} name={name} field={ask} />;
};
