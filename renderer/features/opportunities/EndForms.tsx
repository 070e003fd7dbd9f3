import { Button, Group, Radio, Select, Stack, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Opportunity } from '../../../shared/contract/opportunities.ts';
import { lostReasons } from '../../../shared/domain/opportunities/history.ts';
import { orderId as toOrderId, visitId as toVisitId } from '../../../shared/types/ids.ts';
import { useMay } from '../../app/session.ts';
import { SaveForm } from '../../components/SaveForm.tsx';
import { useFocusOnMount } from '../../components/useFocusOnMount.ts';
import { useFormFailure } from '../../components/useFormFailure.ts';
import { useMoney } from '../../components/useMoney.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { useOpportunities } from './useOpportunities.ts';

interface EndFormProps {
  readonly opportunity: Opportunity;
  readonly onClose: () => void;
}

/** So many of the latest visits and orders are offered. */
const OFFERED = 8;

/** The customer bought: by which visit or order, where one likes to say so. Enter saves. */
export const WonForm = ({ opportunity, onClose }: EndFormProps) => {
  const { t } = useTranslation();
  const money = useMoney();
  const may = useMay();
  const { win } = useOpportunities();
  const customerId = opportunity.customer.id;
  const enabled = may('visits.read');
  const came = useOperation('customers.timeline', { customerId, kinds: ['visit'], limit: OFFERED }, { enabled }).data;
  const ordered = useOperation('orders.list', { customerId, view: 'all', limit: OFFERED }, { enabled }).data;
  const [by, setBy] = useState<string | null>(null);
  const visits = (came?.entries ?? []).flatMap(({ on, visit }) =>
    visit === undefined || visit.undoneAt !== null
      ? []
      : [{ value: visit.id, label: t('opportunities.won.visit', { on, amount: money(visit.totalCents) }) }],
  );
  const orders = (ordered?.rows ?? []).map(({ id, number, totalCents }) => ({
    value: id,
    label: t('opportunities.won.order', { number, amount: money(totalCents) }),
  }));
  const save = async (): Promise<void> => {
    try {
      await win(opportunity, {
        visitId: visits.some(({ value }) => value === by) && by !== null ? toVisitId(by) : null,
        orderId: orders.some(({ value }) => value === by) && by !== null ? toOrderId(by) : null,
      });
      onClose();
    } catch {
      // The command has told why.
    }
  };
  return (
    <SaveForm
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onCancel={onClose}
    >
      <Stack gap="sm">
        <Title order={3} fz="md">
          {t('opportunities.won.title')}
        </Title>
        <Select
          label={t('opportunities.won.by')}
          placeholder={t('opportunities.won.none')}
          clearable
          data={[...orders, ...visits]}
          value={by}
          onChange={setBy}
        />
        <Group gap="xs">
          <Button type="submit" ref={useFocusOnMount<HTMLButtonElement>()}>
            {t('opportunities.page.win')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
        </Group>
      </Stack>
    </SaveForm>
  );
};

/** The customer did not buy, and why. Arrows choose the reason, Enter saves. */
export const LostForm = ({ opportunity, onClose }: EndFormProps) => {
  const { t } = useTranslation();
  const tellFailure = useFormFailure();
  const { lose } = useOpportunities();
  const first = useFocusOnMount();
  const form = useForm({
    initialValues: { reason: 'price', words: '' },
    validate: {
      words: (words, { reason }) => (reason === 'other' && words.trim() === '' ? t('errors.issue.required') : null),
    },
  });
  const submit = form.onSubmit(async ({ reason, words }) => {
    try {
      await lose(opportunity, { reason: lostReasons.find((one) => one === reason) ?? 'other', words });
      onClose();
    } catch (error) {
      tellFailure(form, error);
    }
  });
  return (
    <SaveForm onSubmit={submit} onCancel={onClose}>
      <Stack gap="sm">
        <Title order={3} fz="md">
          {t('opportunities.lost.title')}
        </Title>
        <Radio.Group label={t('opportunities.lost.reason')} {...form.getInputProps('reason')}>
          <Stack gap={6} mt={6}>
            {lostReasons.map((reason, index) => (
              <Radio
                key={reason}
                value={reason}
                label={t(`opportunities.reasons.${reason}`)}
                {...(index === 0 && { ref: first })}
              />
            ))}
          </Stack>
        </Radio.Group>
        <TextInput
          label={t('opportunities.lost.words')}
          placeholder={t('opportunities.lost.wordsHint')}
          maxLength={200}
          autoComplete="off"
          {...form.getInputProps('words')}
        />
        <Group gap="xs">
          <Button type="submit" loading={form.submitting}>
            {t('opportunities.page.lose')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
        </Group>
      </Stack>
    </SaveForm>
  );
};
