import { Anchor, Button, Group, Popover, Stack, Text, UnstyledButton } from '@mantine/core';
import { IconGift, IconInbox } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useUndo } from '../../app/useUndo.tsx';
import { client } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import type { EditedFact } from '../customers/search.ts';
import { AskChip } from './AskChip.tsx';
import { useAnomalyWords } from './useAnomalyWords.ts';

/** How complete and sure a person's data is, why, and what to do about it today (R186, R188, X39). */
export const CareLine = ({ customerId, name }: { readonly customerId: string; readonly name: string }) => {
  const { t } = useTranslation();
  const words = useAnomalyWords();
  const { done } = useUndo();
  const care = useOperation('care.ofCustomer', { customerId }).data;
  const reward = useCommand('care.reward');
  if (care === undefined) return null;
  const { score, reasons, anomalies, ask, rewardPoints, waitingProposals } = care;
  const open = anomalies.filter(({ isAccepted }) => !isAccepted);
  const toFact = (text: string, key: string, edit: EditedFact) => (
    <Anchor
      key={key}
      size="sm"
      renderRoot={(props) => (
        <Link {...props} to="/customers/$customerId" params={{ customerId }} search={{ tab: 'facts', edit }} />
      )}
    >
      {text}
    </Anchor>
  );
  const give = (): void => {
    reward.mutate(
      { customerId, reason: t('care.reward.reason') },
      {
        onSuccess: ({ entryId, points }) => {
          done({
            label: t('care.reward.done', { name, count: points }),
            undo: () => client.loyalty.reverse({ entryId, reason: t('care.reward.back') }),
          });
        },
      },
    );
  };
  return (
    <Group gap="xs">
      <Popover width={320} position="bottom-start" withArrow shadow="md" trapFocus returnFocus>
        <Popover.Target>
          <UnstyledButton aria-label={t('care.score.why', { score })}>
            <Text size="sm" c="dimmed" td="underline">
              {t('care.score.label', { score })}
            </Text>
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown>
          <Stack gap={6}>
            <Text size="sm" fw={700}>
              {t('care.score.label', { score })}
            </Text>
            {reasons.length === 0 && <Text size="sm">{t('care.score.full')}</Text>}
            {reasons.map(({ field, problem, lost }) =>
              toFact(`${t(`care.problem.${problem}`, { field: t(`customers.fields.${field}`) })} −${lost}`, field, field),
            )}
            {open.map((anomaly) => toFact(words(anomaly), `${anomaly.kind} ${anomaly.value}`, anomaly.field))}
          </Stack>
        </Popover.Dropdown>
      </Popover>
      {ask !== null && <AskChip customerId={customerId} name={name} field={ask} />}
      {rewardPoints > 0 && (
        <Button
          size="compact-sm"
          variant="light"
          color="gold"
          loading={reward.isPending}
          leftSection={<IconGift size={16} stroke={1.7} aria-hidden />}
          onClick={give}
        >
          {t('care.reward.give', { count: rewardPoints })}
        </Button>
      )}
      {waitingProposals > 0 && (
        <Button
          size="compact-sm"
          variant="light"
          leftSection={<IconInbox size={16} stroke={1.7} aria-hidden />}
          renderRoot={(props) => <Link {...props} to="/customers/care" search={{ tab: 'proposals' }} />}
        >
          {t('care.typed')}
        </Button>
      )}
    </Group>
  );
};
