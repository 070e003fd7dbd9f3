import { MultiSelect, NumberInput, Select, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { moneyFigures } from '../../../shared/domain/segments/conditions.ts';
import type { SegmentCondition } from '../../../shared/domain/segments/conditions.ts';
import { FieldCondition } from '../customers/filter/CustomConditions.tsx';
import { useOperation } from '../../ipc/useOperation.ts';
import type { useChoices } from './useChoices.ts';

interface ConditionFieldsProps {
  readonly condition: SegmentCondition;
  readonly onChange: (condition: SegmentCondition) => void;
  readonly choices: ReturnType<typeof useChoices>;
  /** The segment in hand, which cannot name itself. */
  readonly ownId: string | null;
  /** What the row is called, for those who do not see it. */
  readonly label: string;
}

const CENTS = 100;
const ANYTHING = 'anything';

/** What a condition asks for: its bounds, its choices, or yes and no. */
export const ConditionFields = ({ condition, onChange, choices, ownId, label }: ConditionFieldsProps) => {
  const { t } = useTranslation();
  const isOf = (is: boolean, words: readonly [string, string], change: (is: boolean) => void, width = '7rem') => (
    <Select
      size="xs"
      w={width}
      flex="none"
      allowDeselect={false}
      aria-label={t('ownSegments.isOrNot', { label })}
      data={[
        { value: 'yes', label: words[0] },
        { value: 'no', label: words[1] },
      ]}
      value={is ? 'yes' : 'no'}
      onChange={(value) => {
        change(value === 'yes');
      }}
    />
  );
  const is: readonly [string, string] = [t('ownSegments.is'), t('ownSegments.isNot')];
  switch (condition.test) {
    case 'figure': {
      const unit = moneyFigures.has(condition.figure) ? CENTS : 1;
      const end = (side: 'min' | 'max') => (
        <NumberInput
          size="xs"
          w="6rem"
          min={0}
          hideControls
          allowNegative={false}
          decimalScale={unit === 1 ? 0 : 2}
          placeholder={t('ownSegments.open')}
          aria-label={t(`ownSegments.${side}`, { label })}
          value={condition[side] === null ? '' : condition[side] / unit}
          onChange={(value) => {
            onChange({ ...condition, [side]: typeof value === 'number' ? Math.round(value * unit) : null });
          }}
        />
      );
      return (
        <>
          <Text size="sm">{t('ownSegments.from')}</Text>
          {end('min')}
          <Text size="sm">{t('ownSegments.to')}</Text>
          {end('max')}
        </>
      );
    }
    case 'one_of':
      return (
        <>
          {isOf(condition.is, is, (next) => {
            onChange({ ...condition, is: next });
          })}
          <MultiSelect
            size="xs"
            flex={1}
            miw="10rem"
            searchable
            hidePickedOptions
            aria-label={t('ownSegments.valuesOf', { label })}
            placeholder={condition.values.length === 0 ? t('ownSegments.choose') : ''}
            nothingFoundMessage={t('lists.nothing')}
            data={choices.choicesOf(condition.attribute)}
            value={[...condition.values]}
            onChange={(values) => {
              onChange({ ...condition, values });
            }}
          />
        </>
      );
    case 'flag':
      return isOf(
        condition.is,
        [t(`ownSegments.flags.${condition.flag}.yes`), t(`ownSegments.flags.${condition.flag}.no`)],
        (next) => {
          onChange({ ...condition, is: next });
        },
        '18rem',
      );
    case 'bought':
      return <BoughtFields condition={condition} onChange={onChange} label={label} isOf={isOf} />;
    case 'custom': {
      const field = choices.options?.customFields.find(({ id }) => id === condition.condition.fieldId);
      return field === undefined ? null : (
        <FieldCondition
          field={field}
          condition={condition.condition}
          onChange={(changed) => {
            onChange({ test: 'custom', condition: changed ?? { test: 'known', fieldId: field.id } });
          }}
        />
      );
    }
    case 'segment':
      return (
        <>
          {isOf(condition.is, is, (next) => {
            onChange({ ...condition, is: next });
          })}
          <Select
            size="xs"
            flex={1}
            allowDeselect={false}
            aria-label={t('ownSegments.valuesOf', { label })}
            data={(choices.options?.ownSegments ?? [])
              .filter(({ id }) => id !== ownId)
              .map(({ id, name }) => ({ value: id, label: name }))}
            value={condition.segmentId}
            onChange={(value) => {
              const chosen = choices.options?.ownSegments.find(({ id }) => id === value);
              if (chosen) onChange({ ...condition, segmentId: chosen.id });
            }}
          />
        </>
      );
  }
};

interface BoughtFieldsProps {
  readonly condition: Extract<SegmentCondition, { test: 'bought' }>;
  readonly onChange: (condition: SegmentCondition) => void;
  readonly label: string;
  readonly isOf: (is: boolean, words: readonly [string, string], change: (is: boolean) => void) => React.ReactNode;
}

/** What was bought or was not, and within how many days. */
const BoughtFields = ({ condition, onChange, label, isOf }: BoughtFieldsProps) => {
  const { t } = useTranslation();
  const products = useOperation('products.list', { limit: 500 }).data?.rows ?? [];
  const categories = [...new Set(products.flatMap(({ category }) => category ?? []))];
  const { productId, category } = condition;
  return (
    <>
      {isOf(condition.is, [t('ownSegments.didBuy'), t('ownSegments.didNotBuy')], (is) => {
        onChange({ ...condition, is });
      })}
      <Select
        size="xs"
        flex={1}
        miw="9rem"
        searchable
        key={products.length === 0 ? 'waiting' : 'ready'}
        allowDeselect={false}
        aria-label={t('ownSegments.whatOf', { label })}
        nothingFoundMessage={t('lists.nothing')}
        data={[
          { value: ANYTHING, label: t('ownSegments.anything') },
          { group: t('ownSegments.category'), items: categories.map((value) => ({ value: `c:${value}`, label: value })) },
          { group: t('ownSegments.product'), items: products.map(({ id, name }) => ({ value: id, label: name })) },
        ]}
        value={productId ?? (category === null ? ANYTHING : `c:${category}`)}
        onChange={(value) => {
          const product = products.find(({ id }) => id === value);
          onChange({
            ...condition,
            productId: product?.id ?? null,
            category: value?.startsWith('c:') === true ? value.slice(2) : null,
          });
        }}
      />
      <NumberInput
        size="xs"
        w="6.5rem"
        min={1}
        max={3650}
        hideControls
        allowDecimal={false}
        placeholder={t('ownSegments.ever')}
        suffix={t('ownSegments.daysBack')}
        aria-label={t('ownSegments.lastDays', { label })}
        value={condition.lastDays ?? ''}
        onChange={(value) => {
          onChange({ ...condition, lastDays: typeof value === 'number' && value >= 1 ? Math.round(value) : null });
        }}
      />
    </>
  );
};
