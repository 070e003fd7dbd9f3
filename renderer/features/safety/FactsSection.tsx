import { Badge, Group, SegmentedControl, Select, SimpleGrid, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useFormFailure } from '../../components/useFormFailure.ts';
import type { OutputOf } from '../../../shared/contract.ts';
import { isActiveOn, safetyKinds, severities, type SafetyKind, type Severity } from '../../../shared/domain/safety.ts';
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
type Fact = Card['safety']['facts'][number];

/** Allergies, contraindications and past history; those that ended stand last and dimmed. */
export const FactsSection = ({ card }: { readonly card: Card }) => {
  const { t } = useTranslation();
  const { today } = useShop();
  const { done } = useUndo();
  const remove = useCommand('safety.removeFact');
  const rows = card.safety.facts.toSorted((left, right) => Number(left.endedOn !== null) - Number(right.endedOn !== null));
  return (
    <SafetySection
      title={t('safety.facts.title')}
      addLabel={t('safety.facts.add')}
      emptyText={t('safety.facts.empty')}
      rows={rows}
      nameOf={({ what }) => what}
      renderRow={(fact) => <Row fact={fact} isActive={isActiveOn(fact, today)} />}
      renderForm={(fact, close) => <FactForm customerId={card.id} fact={fact} onClose={close} />}
      onRemove={({ id: factId, what }) => {
        const reference = { customerId: card.id, factId };
        remove.mutate(reference, {
          onSuccess: () => {
            done({ label: t('safety.removed', { name: what }), undo: () => call('safety.restoreFact', reference) });
          },
        });
      }}
    />
  );
};

const Row = ({ fact, isActive }: { readonly fact: Fact; readonly isActive: boolean }) => {
  const { t } = useTranslation();
  const about = [
    ...(fact.sinceOn === null ? [] : [t('safety.facts.since', { on: fact.sinceOn })]),
    ...(fact.endedOn === null ? [] : [t('safety.facts.ended', { on: fact.endedOn })]),
    ...(fact.source === null ? [] : [fact.source]),
    ...(fact.note === null ? [] : [fact.note]),
  ];
  return (
    <>
      <Group gap="xs">
        <Badge size="sm" color={fact.kind === 'history' || !isActive ? 'gray' : 'red'}>
          {t(`safety.kind.${fact.kind}`)}
        </Badge>
        <Text size="sm" fw={700} c={isActive ? 'inherit' : 'dimmed'}>
          {fact.what}
        </Text>
        {fact.severity !== null && <Text size="sm">{t(`safety.severity.${fact.severity}`)}</Text>}
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
  kind: SafetyKind;
  what: string;
  severity: Severity | null;
  sinceOn: LocalDate | null;
  endedOn: LocalDate | null;
  source: string;
  note: string;
}

const valuesOf = (fact: Fact | null): Values => ({
  kind: fact?.kind ?? 'allergy',
  what: fact?.what ?? '',
  severity: fact?.severity ?? null,
  sinceOn: fact?.sinceOn ?? null,
  endedOn: fact?.endedOn ?? null,
  source: fact?.source ?? '',
  note: fact?.note ?? '',
});

interface FactFormProps {
  readonly customerId: Card['id'];
  readonly fact: Fact | null;
  readonly onClose: () => void;
}

const FactForm = ({ customerId, fact, onClose }: FactFormProps) => {
  const { t } = useTranslation();
  const { today } = useShop();
  const { done } = useUndo();
  const tellFailure = useFormFailure();
  const first = useFocusOnMount();
  const save = useCommand('safety.saveFact', { quiet: true });
  const form = useForm<Values>({
    initialValues: valuesOf(fact),
    validate: { what: (what) => (what.trim() === '' ? t('errors.issue.required') : null) },
  });
  const submit = form.onSubmit(async (values) => {
    try {
      const { factId } = await save.mutateAsync({ customerId, factId: fact?.id ?? null, ...values });
      done({
        label: t(fact === null ? 'safety.added' : 'safety.changed', { name: values.what.trim() }),
        undo: () =>
          fact === null
            ? call('safety.removeFact', { customerId, factId })
            : call('safety.saveFact', { customerId, factId, ...valuesOf(fact) }),
      });
      onClose();
    } catch (error) {
      tellFailure(form, error);
    }
  });
  return (
    <InlineForm onSubmit={submit} onClose={onClose} isSaving={save.isPending}>
      <SegmentedControl
        size="xs"
        aria-label={t('safety.facts.kind')}
        data={safetyKinds.map((value) => ({ value, label: t(`safety.kind.${value}`) }))}
        {...form.getInputProps('kind')}
      />
      <TextInput
        ref={first}
        label={t('safety.facts.what')}
        placeholder={t('safety.facts.whatHint')}
        maxLength={80}
        autoComplete="off"
        {...form.getInputProps('what')}
      />
      <SimpleGrid cols={2} spacing="sm">
        <Select
          label={t('safety.facts.severity')}
          placeholder={t('safety.facts.unknown')}
          clearable
          data={severities.map((value) => ({ value, label: t(`safety.severity.${value}`) }))}
          {...form.getInputProps('severity')}
        />
        <TextInput
          label={t('safety.facts.source')}
          placeholder={t('safety.facts.sourceHint')}
          maxLength={80}
          autoComplete="off"
          {...form.getInputProps('source')}
        />
        <DayInput isClearable label={t('safety.facts.sinceOn')} maxDate={today} {...form.getInputProps('sinceOn')} />
        <DayInput isClearable label={t('safety.facts.endedOn')} {...form.getInputProps('endedOn')} />
      </SimpleGrid>
      <TextInput label={t('safety.facts.note')} maxLength={500} autoComplete="off" {...form.getInputProps('note')} />
    </InlineForm>
  );
};
