import { Autocomplete, Button, Group, Kbd, NumberInput, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { IncidentId } from '../../../shared/types/ids.ts';
import { parseMoney } from '../../../shared/domain/money.ts';
import { cents } from '../../../shared/types/amounts.ts';
import { useUndo } from '../../app/useUndo.tsx';
import { SaveForm } from '../../components/SaveForm.tsx';
import { useFocusOnMount } from '../../components/useFocusOnMount.ts';
import { useFormFailure } from '../../components/useFormFailure.ts';
import { useMoney } from '../../components/useMoney.ts';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { ApprovalDialog, useApproval } from '../coupons/Approval.tsx';
import { itemsOf, piecesOf, type Pieces } from './pieces.ts';
import { SetChoice } from './SetChoice.tsx';
import { useGiftReasons } from './useGiftReasons.ts';

/** Whom a gift is for. */
export interface GiftOwner {
  readonly customerId: string;
  readonly name: string;
}

interface GiftFormProps {
  readonly owner: GiftOwner;
  /** What it makes good; null for none. */
  readonly incidentId?: IncidentId | null;
  readonly onClose: () => void;
}

interface GiftValues {
  readonly reason: string;
  readonly what: string;
  readonly cost: string;
  readonly staffId: string | null;
  readonly pieces: Pieces;
  /** The set of samples it begins as. */
  readonly setId: string | null;
}

const MOST_PIECES = 99;

/** What somebody is given beyond what they paid for: samples off the shelf, or anything else, with why and what it cost (R080, R086). */
export const GiftForm = ({ owner, incidentId = null, onClose }: GiftFormProps) => {
  const { t } = useTranslation();
  const money = useMoney();
  const { done } = useUndo();
  const tellFailure = useFormFailure();
  const first = useFocusOnMount();
  const approval = useApproval();
  const give = useCommand('gifts.give', { quiet: true });
  const reasons = useGiftReasons();
  const quota = useOperation('coupons.discretion', {}).data;
  const staff = useOperation('staff.list', {}).data?.staff ?? [];
  const samples = (useOperation('rewards.list', {}).data?.rewards ?? []).filter(({ isSample }) => isSample);
  const form = useForm<GiftValues>({
    initialValues: {
      reason: incidentId === null ? '' : t('gifts.presets.apology'),
      what: '',
      cost: '',
      staffId: null,
      pieces: {},
      setId: null,
    },
    validate: {
      reason: (reason) => (reason.trim() === '' ? t('errors.issue.required') : null),
      what: (what, { pieces }) =>
        what.trim() === '' && Object.values(pieces).every((count) => count === 0) ? t('gifts.nothing') : null,
      cost: (cost) => (cost.trim() === '' || parseMoney(cost) !== null ? null : t('errors.issue.invalid')),
    },
  });
  const { pieces, cost } = form.values;
  const whole = samples.reduce((sum, { id, costCents }) => sum + (costCents ?? 0) * (pieces[id] ?? 0), parseMoney(cost) ?? 0);
  const submit = form.onSubmit((values) =>
    approval.send(
      async (given) => {
        const { giftId, costCents } = await give.mutateAsync({
          customerId: owner.customerId,
          reason: values.reason,
          what: values.what,
          costCents: parseMoney(values.cost) ?? 0,
          items: itemsOf(values.pieces),
          setId: values.setId,
          incidentId,
          staffId: values.staffId,
          approval: given,
        });
        done({
          label: t('gifts.done.given', { name: owner.name, amount: money(costCents) }),
          undo: () => call('gifts.takeBack', { giftId }),
        });
        onClose();
      },
      (error) => {
        tellFailure(form, error);
      },
    ),
  );
  return (
    <>
      <ApprovalDialog {...approval.dialog} isPending={give.isPending} />
      <SaveForm onSubmit={submit} onCancel={onClose}>
        <Stack gap="sm">
          <Autocomplete
            ref={first}
            label={t('gifts.reason')}
            placeholder={reasons.slice(0, 3).join(t('common.listSeparator'))}
            maxLength={40}
            data={reasons}
            autoComplete="off"
            {...form.getInputProps('reason')}
          />
          <SetChoice
            setId={form.values.setId}
            given={samples.flatMap(({ id, name }) =>
              (pieces[id] ?? 0) > 0 ? [{ rewardId: id, name, quantity: pieces[id] ?? 0 }] : [],
            )}
            onChoose={(set) => {
              const known = (set?.items ?? []).filter(({ rewardId }) => samples.some(({ id }) => id === rewardId));
              form.setFieldValue('setId', set?.id ?? null);
              form.setFieldValue('pieces', piecesOf(known));
            }}
          />
          {samples.map(({ id, name, stock, stockRule, costCents }) => (
            <NumberInput
              key={id}
              label={name}
              description={[
                costCents === null ? t('gifts.noCost') : money(costCents),
                ...(stockRule === 'none' ? [] : [t('rewards.desk.left', { count: stock })]),
              ].join(' · ')}
              min={0}
              max={MOST_PIECES}
              allowDecimal={false}
              clampBehavior="strict"
              value={pieces[id] ?? 0}
              onChange={(value) => {
                form.setFieldValue('pieces', { ...pieces, [id]: typeof value === 'number' ? value : 0 });
              }}
            />
          ))}
          <TextInput
            label={t('gifts.what')}
            placeholder={t('gifts.whatHint')}
            maxLength={200}
            autoComplete="off"
            {...form.getInputProps('what')}
          />
          <Group grow align="flex-start">
            <TextInput
              label={t('gifts.cost')}
              placeholder={t('gifts.costHint')}
              inputMode="decimal"
              maxLength={20}
              autoComplete="off"
              {...form.getInputProps('cost')}
            />
            {staff.length > 0 && (
              <Select
                label={t('gifts.by')}
                placeholder={t('gifts.byMe')}
                clearable
                data={staff.map(({ id, name }) => ({ value: id, label: name }))}
                {...form.getInputProps('staffId')}
              />
            )}
          </Group>
          {quota?.isLimited === true && (
            <Text size="sm" c="dimmed">
              {t('gifts.mayGive', { most: money(quota.mostCents), left: money(quota.leftCents) })}
            </Text>
          )}
          <Group gap="xs">
            <Button type="submit" loading={give.isPending} rightSection={<Kbd size="xs">Ctrl ⏎</Kbd>}>
              {t('gifts.give')}
            </Button>
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Text size="sm" ml="auto" fw={700} role="status" c="var(--regulars-advice-text)">
              {t('gifts.whole', { amount: money(cents(whole)) })}
            </Text>
          </Group>
        </Stack>
      </SaveForm>
    </>
  );
};
