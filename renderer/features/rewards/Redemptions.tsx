import { Badge, Button, Checkbox, Group, Kbd, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Redemption } from '../../../shared/contract/rewards.ts';
import { useMay } from '../../app/session.ts';
import { useUndo } from '../../app/useUndo.tsx';
import { DateText } from '../../components/DateText.tsx';
import { PageButtons } from '../../components/PageButtons.tsx';
import { SaveForm } from '../../components/SaveForm.tsx';
import { useFocusOnMount } from '../../components/useFocusOnMount.ts';
import { useFormFailure } from '../../components/useFormFailure.ts';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { useRewardWords } from './useRewardWords.ts';

const PAGE = 10;

/** What a customer got for points, and bringing one back for a reason (R077). Nothing for who never got any. */
export const Redemptions = ({ customerId }: { readonly customerId: string }) => {
  const { t } = useTranslation();
  const [page, setPage] = useState(0);
  const list = useOperation('rewards.ofCustomer', { customerId, offset: page * PAGE, limit: PAGE }, { keepPrevious: true }).data;
  if (list === undefined || list.total === 0) return null;
  return (
    <Stack gap="xs" component="section" aria-label={t('rewards.past.title')}>
      <Title order={3} size="sm">
        {t('rewards.past.title')}
      </Title>
      {list.rows.map((redemption) => (
        <RedemptionRow key={redemption.id} redemption={redemption} />
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

const RedemptionRow = ({ redemption }: { readonly redemption: Redemption }) => {
  const { t } = useTranslation();
  const may = useMay();
  const words = useRewardWords();
  const [isReturning, setIsReturning] = useState(false);
  const { name, quantity, state, businessDate, staffName, entries } = redemption;
  const latest = entries[0];
  return (
    <Stack gap={2}>
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" {...(state !== 'given' && { c: 'dimmed', td: 'line-through' })}>
          {quantity === 1 ? name : t('rewards.many', { name, count: quantity })}
        </Text>
        {state === 'given' ? (
          may('loyalty.adjust') &&
          !isReturning && (
            <Button
              variant="subtle"
              color="gray"
              size="compact-sm"
              onClick={() => {
                setIsReturning(true);
              }}
            >
              {t('rewards.past.return')}
            </Button>
          )
        ) : (
          <Badge color="gray" variant="light">
            {t(`rewards.past.states.${state}`)}
          </Badge>
        )}
      </Group>
      <Text size="xs" c="dimmed">
        <DateText date={businessDate} as="figures" /> · {words.takes(redemption)}
        {staffName !== null && ` · ${staffName}`}
        {state === 'returned' && latest !== undefined && latest.reason !== null && ` · ${latest.reason}`}
      </Text>
      {isReturning && (
        <ReturnForm
          redemption={redemption}
          onClose={() => {
            setIsReturning(false);
          }}
        />
      )}
    </Stack>
  );
};

const ReturnForm = ({ redemption, onClose }: { readonly redemption: Redemption; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const tellFailure = useFormFailure();
  const first = useFocusOnMount();
  const giveBack = useCommand('rewards.return', { quiet: true });
  const form = useForm({
    initialValues: { reason: '', backInStock: true },
    validate: { reason: (reason) => (reason.trim() === '' ? t('errors.issue.required') : null) },
  });
  const { id: redemptionId, name, points } = redemption;
  const submit = form.onSubmit(async (values) => {
    try {
      await giveBack.mutateAsync({ redemptionId, ...values });
      done({
        label: t('rewards.past.done', { reward: name, points }),
        undo: () => call('rewards.restore', { redemptionId }),
      });
      onClose();
    } catch (error) {
      tellFailure(form, error);
    }
  });
  return (
    <SaveForm onSubmit={submit} onCancel={onClose}>
      <Stack gap="xs" py="xs">
        <TextInput
          ref={first}
          label={t('rewards.past.reason')}
          placeholder={t('rewards.past.reasonHint')}
          maxLength={200}
          autoComplete="off"
          {...form.getInputProps('reason')}
        />
        <Checkbox label={t('rewards.past.backInStock')} {...form.getInputProps('backInStock', { type: 'checkbox' })} />
        <Group gap="xs">
          <Button type="submit" size="compact-md" loading={giveBack.isPending} rightSection={<Kbd size="xs">Ctrl ⏎</Kbd>}>
            {t('rewards.past.return')}
          </Button>
          <Button variant="default" size="compact-md" onClick={onClose}>
            {t('common.cancel')}
          </Button>
        </Group>
      </Stack>
    </SaveForm>
  );
};
