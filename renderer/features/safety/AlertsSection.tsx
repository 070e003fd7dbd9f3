import { Badge, Checkbox, Group, SimpleGrid, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useFormFailure } from '../../components/useFormFailure.ts';
import type { OutputOf } from '../../../shared/contract.ts';
import type { LocalDate } from '../../../shared/types/time.ts';
import { useShop } from '../../app/shop.tsx';
import { useUndo } from '../../app/useUndo.tsx';
import { useFocusOnMount } from '../../components/useFocusOnMount.ts';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { DayInput } from './DayInput.tsx';
import { InlineForm } from './InlineForm.tsx';
import { SafetySection } from './SafetySection.tsx';

type Card = OutputOf<'customers.findById'>;
type ArrivalAlert = Card['safety']['alerts'][number];

/** What to say or do when the person comes. */
export const AlertsSection = ({ card }: { readonly card: Card }) => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const dismiss = useCommand('safety.dismissAlert');
  return (
    <SafetySection
      title={t('safety.alerts.title')}
      addLabel={t('safety.alerts.add')}
      emptyText={t('safety.alerts.empty')}
      rows={card.safety.alerts}
      nameOf={({ alert }) => alert}
      renderRow={(alert) => <Row alert={alert} />}
      renderForm={(alert, close) => <AlertForm customerId={card.id} alert={alert} onClose={close} />}
      removeLabel={() => t('safety.alerts.dismiss')}
      onRemove={({ id: alertId, alert }) => {
        const reference = { customerId: card.id, alertId };
        dismiss.mutate(reference, {
          onSuccess: () => {
            done({
              label: t('safety.alerts.dismissed', { text: alert }),
              undo: () => call('safety.restoreAlert', reference),
            });
          },
        });
      }}
    />
  );
};

const Row = ({ alert }: { readonly alert: ArrivalAlert }) => {
  const { t } = useTranslation();
  const { today } = useShop();
  const { fromOn, untilOn, endsWithVisit } = alert;
  const about = [
    ...(fromOn > today ? [t('safety.alerts.from', { on: fromOn })] : []),
    ...(untilOn === null ? [] : [t('safety.alerts.until', { on: untilOn })]),
    ...(endsWithVisit ? [t('safety.alerts.untilVisit')] : []),
  ];
  return (
    <>
      <Group gap="xs">
        <Text size="sm" fw={700} c={alert.isShown ? 'inherit' : 'dimmed'}>
          {alert.alert}
        </Text>
        {untilOn !== null && untilOn < today && (
          <Badge size="sm" color="gray">
            {t('safety.alerts.past')}
          </Badge>
        )}
      </Group>
      {about.length > 0 && (
        <Text size="xs" c="dimmed">
          {about.join(' · ')}
        </Text>
      )}
    </>
  );
};

interface Values {
  alert: string;
  fromOn: LocalDate | null;
  untilOn: LocalDate | null;
  endsWithVisit: boolean;
}

const valuesOf = (alert: ArrivalAlert | null, today: LocalDate): Values => ({
  alert: alert?.alert ?? '',
  fromOn: alert?.fromOn ?? today,
  untilOn: alert?.untilOn ?? null,
  endsWithVisit: alert?.endsWithVisit ?? true,
});

interface AlertFormProps {
  readonly customerId: Card['id'];
  readonly alert: ArrivalAlert | null;
  readonly onClose: () => void;
}

const AlertForm = ({ customerId, alert, onClose }: AlertFormProps) => {
  const { t } = useTranslation();
  const { today } = useShop();
  const { done } = useUndo();
  const tellFailure = useFormFailure();
  const first = useFocusOnMount();
  const save = useCommand('safety.saveAlert', { quiet: true });
  const form = useForm<Values>({
    initialValues: valuesOf(alert, today),
    validate: { alert: (text) => (text.trim() === '' ? t('errors.issue.required') : null) },
  });
  const inputOf = (values: Values) => ({ customerId, ...values, fromOn: values.fromOn ?? today });
  const submit = form.onSubmit(async (values) => {
    try {
      const { alertId } = await save.mutateAsync({ ...inputOf(values), alertId: alert?.id ?? null });
      done({
        label: t(alert === null ? 'safety.added' : 'safety.changed', { name: values.alert.trim() }),
        undo: () =>
          alert === null
            ? call('safety.dismissAlert', { customerId, alertId })
            : call('safety.saveAlert', { ...inputOf(valuesOf(alert, today)), alertId }),
      });
      onClose();
    } catch (error) {
      tellFailure(form, error);
    }
  });
  return (
    <InlineForm onSubmit={submit} onClose={onClose} isSaving={save.isPending}>
      <TextInput
        ref={first}
        label={t('safety.alerts.alert')}
        placeholder={t('safety.alerts.alertHint')}
        maxLength={200}
        autoComplete="off"
        {...form.getInputProps('alert')}
      />
      <SimpleGrid cols={2} spacing="sm">
        <DayInput label={t('safety.alerts.fromOn')} {...form.getInputProps('fromOn')} />
        <DayInput isClearable label={t('safety.alerts.untilOn')} {...form.getInputProps('untilOn')} />
      </SimpleGrid>
      <Checkbox label={t('safety.alerts.endsWithVisit')} {...form.getInputProps('endsWithVisit', { type: 'checkbox' })} />
    </InlineForm>
  );
};
