import { Button, Group, Input, Select, SimpleGrid, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { Opportunity } from '../../../shared/contract/opportunities.ts';
import { moneyInputText, parseMoney } from '../../../shared/domain/money.ts';
import { opportunityStageId, staffId as toStaffId } from '../../../shared/types/ids.ts';
import type { LocalDate } from '../../../shared/types/time.ts';
import { useShop } from '../../app/shop.tsx';
import { CustomerPicker } from '../../components/CustomerPicker.tsx';
import { LeaveGuard } from '../../components/LeaveGuard.tsx';
import { SaveForm } from '../../components/SaveForm.tsx';
import { useFocusOnMount } from '../../components/useFocusOnMount.ts';
import { useFormFailure } from '../../components/useFormFailure.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { DayInput } from '../safety/DayInput.tsx';
import type { OpportunityInput } from './useOpportunities.ts';

interface OpportunityFormProps {
  /** What is being changed; null writes a new one. */
  readonly opportunity: Opportunity | null;
  /** Whose a new one is, where that is known. */
  readonly customer: Opportunity['customer'] | null;
  /** Rejects with AppError; the form shows what is wrong and stays. */
  readonly onSave: (input: OpportunityInput) => Promise<void>;
  readonly onClose: () => void;
}

interface Values {
  customer: Opportunity['customer'] | null;
  title: string;
  amount: string;
  stageId: string | null;
  nextStep: string;
  nextStepOn: LocalDate | null;
  staffId: string | null;
  openedOn: LocalDate | null;
  note: string;
}

/** What somebody may come to buy, for how much, and what comes next. Ctrl+Enter saves, Escape closes. */
export const OpportunityForm = ({ opportunity, customer, onSave, onClose }: OpportunityFormProps) => {
  const { t } = useTranslation();
  const { today } = useShop();
  const tellFailure = useFormFailure();
  const isCustomerKnown = opportunity !== null || customer !== null;
  const first = useFocusOnMount(isCustomerKnown);
  const staff = useOperation('staff.list', { includeInactive: opportunity !== null }).data?.staff ?? [];
  const stages = useOperation('opportunities.stages', {}).data?.stages ?? [];
  const missing = t('errors.issue.required');
  const form = useForm<Values>({
    initialValues: {
      customer: opportunity?.customer ?? customer,
      title: opportunity?.title ?? '',
      amount: opportunity?.amountCents == null ? '' : moneyInputText(opportunity.amountCents),
      stageId: null,
      nextStep: opportunity?.nextStep ?? '',
      nextStepOn: opportunity?.nextStepOn ?? null,
      staffId: opportunity?.staff?.id ?? null,
      openedOn: today,
      note: opportunity?.note ?? '',
    },
    validate: {
      customer: (value) => (value === null ? missing : null),
      title: (title) => (title.trim() === '' ? missing : null),
      amount: (amount) => (amount.trim() !== '' && parseMoney(amount) === null ? t('opportunities.form.amountFault') : null),
      nextStep: (nextStep, { nextStepOn }) => (nextStep.trim() === '' && nextStepOn !== null ? missing : null),
    },
  });
  const submit = form.onSubmit(async (values) => {
    if (values.customer === null) return;
    try {
      await onSave({
        customerId: values.customer.id,
        title: values.title.trim(),
        amountCents: values.amount.trim() === '' ? null : parseMoney(values.amount),
        nextStep: values.nextStep,
        nextStepOn: values.nextStepOn,
        staffId: values.staffId === null ? null : toStaffId(values.staffId),
        note: values.note,
        ...(opportunity === null && {
          stageId: values.stageId === null ? null : opportunityStageId(values.stageId),
          openedOn: values.openedOn,
        }),
      });
      form.resetDirty();
    } catch (error) {
      tellFailure(form, error, '');
    }
  });
  const whose = form.values.customer;
  return (
    <SaveForm onSubmit={submit} onCancel={onClose}>
      <LeaveGuard isDirty={() => form.isDirty()} />
      <Stack gap="sm">
        <Title order={2}>{opportunity === null ? t('opportunities.add') : opportunity.title}</Title>
        <Input.Wrapper label={t('opportunities.form.customer')} labelElement="div" error={form.errors['customer']}>
          {whose === null ? (
            <CustomerPicker
              isFocused={!isCustomerKnown}
              label={t('opportunities.form.customer')}
              onPick={({ id, name }) => {
                form.setFieldValue('customer', { id, name });
              }}
            />
          ) : (
            <Group gap="xs">
              <Text fw={700}>{whose.name}</Text>
              {!isCustomerKnown && (
                <Button
                  variant="subtle"
                  size="compact-sm"
                  onClick={() => {
                    form.setFieldValue('customer', null);
                  }}
                >
                  {t('opportunities.form.otherCustomer')}
                </Button>
              )}
            </Group>
          )}
        </Input.Wrapper>
        <TextInput
          ref={first}
          label={t('opportunities.form.title')}
          placeholder={t('opportunities.form.titleHint')}
          maxLength={100}
          autoComplete="off"
          {...form.getInputProps('title')}
        />
        <SimpleGrid cols={2} spacing="sm">
          <TextInput
            label={t('opportunities.form.amount')}
            placeholder={t('opportunities.form.amountHint')}
            inputMode="decimal"
            maxLength={20}
            autoComplete="off"
            {...form.getInputProps('amount')}
          />
          {opportunity === null && (
            <Select
              label={t('opportunities.form.stage')}
              allowDeselect={false}
              data={stages.map(({ id, name }) => ({ value: id, label: name }))}
              {...form.getInputProps('stageId')}
              value={form.values.stageId ?? stages[0]?.id ?? null}
            />
          )}
          <Select
            label={t('opportunities.form.staff')}
            placeholder={t('opportunities.form.nobody')}
            clearable
            searchable
            data={staff.map(({ id, name }) => ({ value: id, label: name }))}
            {...form.getInputProps('staffId')}
          />
          {opportunity === null && (
            <DayInput label={t('opportunities.form.openedOn')} maxDate={today} {...form.getInputProps('openedOn')} />
          )}
        </SimpleGrid>
        <TextInput
          label={t('opportunities.form.nextStep')}
          placeholder={t('opportunities.form.nextStepHint')}
          maxLength={200}
          autoComplete="off"
          {...form.getInputProps('nextStep')}
        />
        <DayInput label={t('opportunities.form.nextStepOn')} isClearable {...form.getInputProps('nextStepOn')} />
        <Textarea
          label={t('opportunities.form.note')}
          autosize
          minRows={1}
          maxRows={6}
          maxLength={2000}
          {...form.getInputProps('note')}
        />
        <Group gap="xs">
          <Button type="submit" loading={form.submitting}>
            {t('common.save')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
        </Group>
      </Stack>
    </SaveForm>
  );
};
