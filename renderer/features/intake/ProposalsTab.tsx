import { Alert, Anchor, Badge, Button, Checkbox, Group, Kbd, Stack, Table, Text, Title } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconInbox } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Proposal } from '../../../shared/contract/intake.ts';
import type { IntakeField } from '../../../shared/contract/intakeFields.ts';
import { useUndo } from '../../app/useUndo.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { MomentText } from '../../components/MomentText.tsx';
import { WithSidePanel } from '../../components/SidePanel.tsx';
import { client } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import classes from '../care/Care.module.css';
import { useWalk } from '../care/useWalk.ts';
import { WalkRow } from '../care/WalkRow.tsx';
import { useTypedWords } from './useTypedWords.ts';

const SHOWN = 100;
const nothing = (): void => undefined;

/** What customers typed on the facing window: taken over field by field, or laid aside (X39). */
export const ProposalsTab = () => {
  const { t } = useTranslation();
  const answer = useOperation('intake.proposals', { limit: SHOWN });
  const rows = answer.data?.rows ?? [];
  const { row, choose } = useWalk(rows, ({ id }) => id, nothing);
  if (answer.error !== null) return <ErrorNotice error={answer.error} onRetry={() => void answer.refetch()} />;
  if (answer.data === undefined) return null;
  if (rows.length === 0) return <EmptyState icon={IconInbox} title={t('intake.empty.title')} text={t('intake.empty.text')} />;
  return (
    <WithSidePanel
      panelLabel={t('intake.panel')}
      width={520}
      panel={row === null ? null : <Decision key={`${row.id} ${row.status}`} proposal={row} />}
    >
      <div className={classes['list']}>
        {rows.map((one) => (
          <WalkRow
            key={one.id}
            isChosen={one === row}
            onChoose={() => {
              choose(one);
            }}
          >
            <div>
              <Text size="sm" fw={one.status === 'waiting' ? 700 : 400} truncate>
                {one.name ?? t('intake.nameless')}{' '}
                <Text span size="xs" c="dimmed" fw={400}>
                  {one.number === null ? t('intake.new') : `No.${one.number}`}
                </Text>
              </Text>
              <Text size="xs" c="dimmed">
                <MomentText at={one.at} /> · {t('intake.differing', { count: one.differing.length })}
              </Text>
            </div>
            {one.status !== 'waiting' && (
              <Badge size="sm" variant="light" color={one.status === 'accepted' ? 'jade' : 'gray'}>
                {t(`intake.status.${one.status}`)}
              </Badge>
            )}
          </WalkRow>
        ))}
      </div>
    </WithSidePanel>
  );
};

/** Old beside new, a tick for each field to take over. */
const Decision = ({ proposal }: { readonly proposal: Proposal }) => {
  const { t } = useTranslation();
  const words = useTypedWords();
  const { done } = useUndo();
  const decide = useCommand('intake.decide');
  const [chosen, setChosen] = useState<readonly IntakeField[]>(proposal.differing);
  const { id, typed, known, differing, status, customerId, sameNumber } = proposal;
  const name = proposal.name ?? t('intake.nameless');
  const isWaiting = status === 'waiting';
  const settle = (fields: readonly IntakeField[]): void => {
    if (!isWaiting || decide.isPending) return;
    decide.mutate(
      { proposalId: id, fields: [...fields] },
      {
        onSuccess: () => {
          done({
            label: fields.length === 0 ? t('intake.rejected', { name }) : t('intake.accepted', { name, count: fields.length }),
            undo: () => client.intake.undoDecision({ proposalId: id }),
          });
        },
      },
    );
  };
  useHotkeys(
    [
      [
        'mod+Enter',
        () => {
          if (chosen.length > 0) settle(chosen);
        },
      ],
    ],
    [],
  );
  return (
    <Stack gap="md">
      <Group justify="space-between" wrap="nowrap">
        <Title order={2} lineClamp={1}>
          {name}
        </Title>
        {customerId !== null && (
          <Anchor
            size="sm"
            flex="none"
            renderRoot={(props) => <Link {...props} to="/customers/$customerId" params={{ customerId }} search={{}} />}
          >
            {t('care.openCard')}
          </Anchor>
        )}
      </Group>
      {sameNumber.length > 0 && (
        <Alert color="amber" py="xs">
          {t('intake.sameNumber', { names: sameNumber.map((one) => `${one.name} No.${one.number}`).join(t('care.comma')) })}
        </Alert>
      )}
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('intake.column.field')}</Table.Th>
            <Table.Th>{t('intake.column.known')}</Table.Th>
            <Table.Th>{t('intake.column.typed')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {differing.map((field) => (
            <Table.Tr key={field}>
              <Table.Td>
                <Checkbox
                  label={t(`intake.field.${field}`)}
                  checked={chosen.includes(field)}
                  disabled={!isWaiting}
                  onChange={(event) => {
                    setChosen(event.currentTarget.checked ? [...chosen, field] : chosen.filter((other) => other !== field));
                  }}
                />
              </Table.Td>
              <Table.Td>
                <Text size="sm" c="dimmed">
                  {words(known, field)}
                </Text>
              </Table.Td>
              <Table.Td>
                <Text size="sm">{words(typed, field)}</Text>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {differing.length === 0 && <Text size="sm">{t('intake.same')}</Text>}
      {isWaiting && (
        <Group grow>
          <Button
            disabled={chosen.length === 0}
            loading={decide.isPending}
            rightSection={<Kbd size="xs">Ctrl ⏎</Kbd>}
            onClick={() => {
              settle(chosen);
            }}
          >
            {t('intake.take', { count: chosen.length })}
          </Button>
          <Button
            variant="default"
            onClick={() => {
              settle([]);
            }}
          >
            {t('intake.reject')}
          </Button>
        </Group>
      )}
    </Stack>
  );
};
