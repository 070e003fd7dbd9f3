import { Autocomplete, Badge, Group, SegmentedControl, SimpleGrid, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useFormFailure } from '../../components/useFormFailure.ts';
import type { OutputOf } from '../../../shared/contract.ts';
import { patchTestResults, type PatchTestResult } from '../../../shared/domain/safety.ts';
import type { LocalDate } from '../../../shared/types/time.ts';
import { useShop } from '../../app/shop.tsx';
import { useUndo } from '../../app/useUndo.tsx';
import { useFocusOnMount } from '../../components/useFocusOnMount.ts';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { DayInput } from './DayInput.tsx';
import { InlineForm } from './InlineForm.tsx';
import { SafetySection } from './SafetySection.tsx';

type Card = OutputOf<'customers.findById'>;
type PatchTest = Card['safety']['patchTests'][number];

/** The patch tests, latest first: for what, how it went, and until when it holds. */
export const PatchTestsSection = ({ card }: { readonly card: Card }) => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const remove = useCommand('safety.removePatchTest');
  return (
    <SafetySection
      title={t('safety.tests.title')}
      addLabel={t('safety.tests.add')}
      emptyText={t('safety.tests.empty')}
      rows={card.safety.patchTests.toSorted((left, right) => (left.doneOn < right.doneOn ? 1 : -1))}
      nameOf={({ what }) => what}
      renderRow={(test) => <Row test={test} />}
      renderForm={(test, close) => <PatchTestForm customerId={card.id} test={test} onClose={close} />}
      onRemove={({ id: testId, what }) => {
        const reference = { customerId: card.id, testId };
        remove.mutate(reference, {
          onSuccess: () => {
            done({ label: t('safety.removed', { name: what }), undo: () => call('safety.restorePatchTest', reference) });
          },
        });
      }}
    />
  );
};

const colors = { pass: 'jade', fail: 'red', pending: 'amber' } as const satisfies Record<PatchTestResult, string>;

const Row = ({ test }: { readonly test: PatchTest }) => {
  const { t } = useTranslation();
  const { today } = useShop();
  const { result, doneOn, validUntil, readingDueOn, note } = test;
  const validity =
    validUntil === null
      ? t('safety.tests.noEnd')
      : t(validUntil < today ? 'safety.tests.expired' : 'safety.tests.until', { on: validUntil });
  const about = [
    t('safety.tests.done', { on: doneOn }),
    ...(result === 'pass' ? [validity] : []),
    ...(result === 'pending' && readingDueOn !== null ? [t('safety.tests.readOn', { on: readingDueOn })] : []),
    ...(note === null ? [] : [note]),
  ];
  return (
    <>
      <Group gap="xs">
        <Badge size="sm" color={colors[result]}>
          {t(`safety.result.${result}`)}
        </Badge>
        <Text size="sm" fw={700}>
          {test.what}
        </Text>
      </Group>
      <Text size="xs" c="dimmed">
        {about.join(' · ')}
      </Text>
    </>
  );
};

interface Values {
  what: string;
  result: PatchTestResult;
  doneOn: LocalDate | null;
  readingDueOn: LocalDate | null;
  validDays: string;
  note: string;
}

const valuesOf = (test: PatchTest | null, today: LocalDate): Values => ({
  what: test?.what ?? '',
  result: test?.result ?? 'pending',
  doneOn: test?.doneOn ?? today,
  readingDueOn: test?.readingDueOn ?? null,
  validDays: test?.validDays == null ? '' : String(test.validDays),
  note: test?.note ?? '',
});
const daysOf = (text: string): number | null => (text.trim() === '' ? null : Number(text));
const isDays = (text: string): boolean => text.trim() === '' || /^[1-9]\d{0,3}$/.test(text.trim());

interface PatchTestFormProps {
  readonly customerId: Card['id'];
  readonly test: PatchTest | null;
  readonly onClose: () => void;
}

const PatchTestForm = ({ customerId, test, onClose }: PatchTestFormProps) => {
  const { t } = useTranslation();
  const { today } = useShop();
  const { done } = useUndo();
  const tellFailure = useFormFailure();
  const first = useFocusOnMount();
  const save = useCommand('safety.savePatchTest', { quiet: true });
  const products = useOperation('products.list', { limit: 200 }).data?.rows ?? [];
  const form = useForm<Values>({
    initialValues: valuesOf(test, today),
    validate: {
      what: (what) => (what.trim() === '' ? t('errors.issue.required') : null),
      doneOn: (on) => (on === null ? t('errors.issue.required') : null),
      validDays: (days) => (isDays(days) ? null : t('safety.tests.whole')),
    },
  });
  const inputOf = ({ what, doneOn, validDays, ...values }: Values) => ({
    customerId,
    what: what.trim(),
    productId: products.find(({ name }) => name === what.trim())?.id ?? null,
    doneOn: doneOn ?? today,
    validDays: daysOf(validDays),
    ...values,
  });
  const submit = form.onSubmit(async (values) => {
    try {
      const { testId } = await save.mutateAsync({ ...inputOf(values), testId: test?.id ?? null });
      done({
        label: t(test === null ? 'safety.added' : 'safety.changed', { name: values.what.trim() }),
        undo: () =>
          test === null
            ? call('safety.removePatchTest', { customerId, testId })
            : call('safety.savePatchTest', { ...inputOf(valuesOf(test, today)), productId: test.productId, testId }),
      });
      onClose();
    } catch (error) {
      tellFailure(form, error);
    }
  });
  return (
    <InlineForm onSubmit={submit} onClose={onClose} isSaving={save.isPending}>
      <Autocomplete
        ref={first}
        label={t('safety.tests.product')}
        placeholder={t('safety.tests.productHint')}
        maxLength={80}
        data={[...new Set(products.map(({ name }) => name))]}
        {...form.getInputProps('what')}
      />
      <SegmentedControl
        size="xs"
        aria-label={t('safety.tests.result')}
        data={patchTestResults.map((value) => ({ value, label: t(`safety.result.${value}`) }))}
        {...form.getInputProps('result')}
      />
      <SimpleGrid cols={2} spacing="sm">
        <DayInput label={t('safety.tests.doneOn')} maxDate={today} {...form.getInputProps('doneOn')} />
        {form.values.result === 'pending' ? (
          <DayInput isClearable label={t('safety.tests.readingDueOn')} {...form.getInputProps('readingDueOn')} />
        ) : (
          <TextInput
            label={t('safety.tests.validDays')}
            inputMode="numeric"
            maxLength={4}
            autoComplete="off"
            {...form.getInputProps('validDays')}
          />
        )}
      </SimpleGrid>
      <TextInput label={t('safety.tests.note')} maxLength={500} autoComplete="off" {...form.getInputProps('note')} />
    </InlineForm>
  );
};
