import { Button, Divider, Group, NumberInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Reward } from '../../../shared/contract/rewards.ts';
import { MAX_PIECES } from '../../../shared/domain/rewards/stock.ts';
import { useUndo } from '../../app/useUndo.tsx';
import { DateText } from '../../components/DateText.tsx';
import { PageButtons } from '../../components/PageButtons.tsx';
import { SaveForm } from '../../components/SaveForm.tsx';
import { useFormFailure } from '../../components/useFormFailure.ts';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useOperation } from '../../ipc/useOperation.ts';

const PAGE = 10;

interface StockValues {
  readonly pieces: number | '';
  readonly note: string;
}

/** The pieces of a reward: how many there are, what came in, what a count found, and every movement (R077). */
export const RewardStock = ({ reward }: { readonly reward: Reward }) => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const tellFailure = useFormFailure();
  const receive = useCommand('rewards.receive', { quiet: true });
  const count = useCommand('rewards.count', { quiet: true });
  const { id: rewardId, name } = reward;
  const form = useForm<StockValues>({
    initialValues: { pieces: '', note: '' },
    validate: { pieces: (pieces) => (pieces === '' ? t('errors.issue.required') : null) },
  });
  const write = async (what: 'receive' | 'count'): Promise<void> => {
    const { pieces, note } = form.values;
    if (form.validate().hasErrors || pieces === '') return;
    try {
      const { movementId } = await (what === 'receive'
        ? receive.mutateAsync({ rewardId, quantity: pieces, note })
        : count.mutateAsync({ rewardId, counted: pieces, note }));
      form.reset();
      done({
        label: t(what === 'receive' ? 'rewards.stock.done.received' : 'rewards.stock.done.counted', { name, count: pieces }),
        undo: () => call('rewards.takeMovementBack', { movementId }),
      });
    } catch (error) {
      tellFailure(
        {
          setErrors: ({ quantity, counted, ...others }) => {
            form.setErrors({ ...others, pieces: quantity ?? counted });
          },
        },
        error,
      );
    }
  };
  return (
    <Stack gap="sm" pt="md" component="section" aria-label={t('rewards.stock.title')}>
      <Divider color="var(--regulars-hairline)" />
      <Title order={3} fz="md">
        {t('rewards.stock.title')}
        <Text span inherit c={reward.stock < 0 ? 'var(--regulars-danger-text)' : 'dimmed'} fw={400}>
          {' '}
          {t('rewards.stock.pieces', { count: reward.stock })}
        </Text>
      </Title>
      <SaveForm
        onSubmit={(event) => {
          event.preventDefault();
          void write('receive');
        }}
      >
        <Group align="flex-start" gap="xs" wrap="nowrap">
          <NumberInput
            w="7rem"
            label={t('rewards.stock.quantity')}
            min={0}
            max={MAX_PIECES}
            allowDecimal={false}
            clampBehavior="strict"
            {...form.getInputProps('pieces')}
            onChange={(value) => {
              form.setFieldValue('pieces', typeof value === 'number' ? value : '');
            }}
          />
          <TextInput
            flex={1}
            label={t('rewards.stock.note')}
            placeholder={t('rewards.stock.noteHint')}
            maxLength={200}
            autoComplete="off"
            {...form.getInputProps('note')}
          />
        </Group>
        <Group gap="xs" pt="xs">
          <Button type="submit" variant="default" loading={receive.isPending}>
            {t('rewards.stock.receive')}
          </Button>
          <Button variant="default" loading={count.isPending} onClick={() => void write('count')}>
            {t('rewards.stock.count')}
          </Button>
        </Group>
      </SaveForm>
      <Movements rewardId={rewardId} />
    </Stack>
  );
};

const Movements = ({ rewardId }: { readonly rewardId: string }) => {
  const { t, i18n } = useTranslation();
  const [page, setPage] = useState(0);
  const list = useOperation('rewards.movements', { rewardId, offset: page * PAGE, limit: PAGE }, { keepPrevious: true }).data;
  const signed = new Intl.NumberFormat(i18n.language, { signDisplay: 'exceptZero' });
  if (list === undefined || list.total === 0) return null;
  return (
    <Stack gap="xs">
      {list.rows.map((row) => (
        <Group key={row.id} justify="space-between" wrap="nowrap" align="flex-start">
          <Stack gap={0} miw={0}>
            <Text size="sm" td={row.isReversed ? 'line-through' : undefined}>
              {t(`rewards.stock.kinds.${row.kind}`)}
              {row.note !== null && ` · ${row.note}`}
            </Text>
            <Text size="xs" c="dimmed">
              <DateText date={row.businessDate} as="figures" />
              {row.staffName !== null && ` · ${row.staffName}`}
            </Text>
          </Stack>
          <Stack gap={0} align="flex-end" flex="none">
            <Text size="sm" fw={700}>
              {signed.format(row.quantity)}
            </Text>
            <Text size="xs" c="dimmed">
              {row.stockAfter.toLocaleString(i18n.language)}
            </Text>
          </Stack>
        </Group>
      ))}
      <PageButtons
        page={page}
        pageSize={PAGE}
        total={list.total}
        onPage={setPage}
        before={t('customers.points.newer')}
        after={t('customers.points.older')}
      />
    </Stack>
  );
};
