import type { TFunction } from 'i18next';
import type { CustomerFilter } from '../../../../shared/contract/customerFilter.ts';
import type { CustomCondition } from '../../../../shared/contract/customFields.ts';
import type { OutputOf } from '../../../../shared/contract.ts';
import { purposeWords } from '../../../../shared/domain/privacy/wording.ts';
import { segmentName } from '../../../components/classWords.ts';

export type FilterOptions = OutputOf<'customers.filterOptions'>;
export type ConditionKey = keyof CustomerFilter;

/** One condition in words, and the filter without it. */
export interface Condition {
  readonly key: string;
  readonly text: string;
  readonly without: CustomerFilter;
}

/** How amounts, days and names are worded. */
export interface Wording {
  readonly t: TFunction;
  readonly options: FilterOptions | undefined;
  readonly language: 'zh-CN' | 'en';
  readonly money: (cents: number) => string;
}

interface Range {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}
interface Days {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

const rangeText = (range: Range, word: (value: number) => string): string => {
  const [low, high] = [range.min, range.max].map((end) => (end === undefined ? null : word(end)));
  if (low != null && high != null) return low === high ? low : `${low}–${high}`;
  return low == null ? `≤ ${high ?? ''}` : `≥ ${low}`;
};

const daysText = ({ t }: Wording, { from, to }: Days): string =>
  from !== undefined && to !== undefined
    ? t('lists.filter.days.between', { from, to })
    : from === undefined
      ? t('lists.filter.days.until', { to: to ?? '' })
      : t('lists.filter.days.since', { from });

const silenceText = ({ t }: Wording, { min, max }: Range): string => {
  if (min !== undefined && max !== undefined) return t('lists.filter.silence.between', { min, max });
  return max === undefined ? t('lists.filter.silence.atLeast', { min: min ?? 0 }) : t('lists.filter.silence.within', { max });
};

export const customText = ({ t, options, language }: Wording, condition: CustomCondition): string => {
  const field = options?.customFields.find(({ id }) => id === condition.fieldId);
  const name = field?.name ?? '…';
  switch (condition.test) {
    case 'known':
    case 'unknown':
      return t(`lists.filter.custom.${condition.test}`, { name });
    case 'text_is':
      return t('lists.filter.is', { name, value: condition.text });
    case 'text_has':
      return t('lists.filter.custom.has', { name, value: condition.text });
    case 'number':
      return t('lists.filter.custom.range', {
        name,
        value: rangeText({ min: condition.from ?? undefined, max: condition.to ?? undefined }, String),
      });
    case 'date':
      return t('lists.filter.custom.range', {
        name,
        value: daysText(
          { t, options, language, money: String },
          { from: condition.from ?? undefined, to: condition.to ?? undefined },
        ),
      });
    case 'options': {
      const names = condition.optionIds.map((id) => field?.options.find((option) => option.id === id)?.name ?? '…');
      return t('lists.filter.is', { name, value: names.join(t('lists.or')) });
    }
    case 'yes_no':
      return t('lists.filter.is', { name, value: t(`lists.answer.${condition.isYes ? 'yes' : 'no'}`) });
  }
};

const textWords =
  (name: 'regions' | 'provinces' | 'cities' | 'districts' | 'sources') =>
  (values: readonly string[], { t }: Wording): string =>
    t('lists.filter.is', {
      name: t(`lists.filter.names.${name}`),
      value: values.map((value) => (value === '' ? t('lists.none') : value)).join(t('lists.or')),
    });

const words: {
  readonly [Key in ConditionKey]: (value: NonNullable<CustomerFilter[Key]>, wording: Wording) => string;
} = {
  text: (value, { t }) => t('lists.filter.text', { value }),
  segment: (value, { t }) => segmentName(t, value),
  ownSegment: (value, { t, options }) =>
    t('lists.filter.is', {
      name: t('lists.filter.names.ownSegment'),
      value: options?.ownSegments.find(({ id }) => id === value)?.name ?? '…',
    }),
  statuses: (value, { t }) =>
    t('lists.filter.is', {
      name: t('lists.filter.names.statuses'),
      value: value.map((status) => t(`customers.status.${status}`)).join(t('lists.or')),
    }),
  genders: (value, { t }) =>
    t('lists.filter.is', {
      name: t('lists.filter.names.genders'),
      value: value.map((gender) => t(`customers.gender.${gender}`)).join(t('lists.or')),
    }),
  owners: (value, { t, options }) =>
    t('lists.filter.is', {
      name: t('lists.filter.names.owners'),
      value: value
        .map((owner) => (owner === 'unowned' ? t('lists.unowned') : (options?.staff.find(({ id }) => id === owner)?.name ?? '…')))
        .join(t('lists.or')),
    }),
  regions: textWords('regions'),
  provinces: textWords('provinces'),
  cities: textWords('cities'),
  districts: textWords('districts'),
  sources: textWords('sources'),
  tags: ({ tagIds, match }, { t, options }) =>
    t(`lists.filter.tags.${match}`, {
      value: tagIds
        .map((tagId) => options?.tags.find(({ id }) => id === tagId)?.name ?? '…')
        .join(match === 'all' ? t('lists.and') : t('lists.or')),
    }),
  tiers: (value, { t, options }) =>
    t('lists.filter.is', {
      name: t('lists.filter.names.tiers'),
      value: value
        .map((tier) => (tier === 'none' ? t('lists.noTier') : (options?.tiers.find(({ id }) => id === tier)?.name ?? '…')))
        .join(t('lists.or')),
    }),
  birthdayMonths: (value, { t }) =>
    t('lists.filter.birthday', { value: value.map((month) => t(`lists.months.${monthKey(month)}`)).join(t('lists.or')) }),
  hasValidPhone: (value, { t }) => t(`lists.filter.hasValidPhone.${yesNo(value)}`),
  hasConsent: (value, { t }) => t(`lists.filter.hasConsent.${yesNo(value)}`),
  consents: (value, { t, language }) =>
    value
      .map(({ purpose, state }) =>
        t('lists.filter.is', { name: purposeWords[purpose].name[language], value: t(`lists.filter.consents.${state}`) }),
      )
      .join(t('lists.and')),
  doNotContact: (value, { t }) => t(`lists.filter.doNotContact.${yesNo(value)}`),
  inactive: (value, { t }) => t(`lists.filter.inactive.${value}`),
  isVip: (value, { t }) => t(`lists.filter.isVip.${yesNo(value)}`),
  created: (value, wording) => `${wording.t('lists.filter.names.created')} ${daysText(wording, value)}`,
  lastVisit: (value, wording) => `${wording.t('lists.filter.names.lastVisit')} ${daysText(wording, value)}`,
  daysSinceVisit: (value, wording) => silenceText(wording, value),
  visits: (value, { t }) => `${t('lists.filter.names.visits')} ${rangeText(value, String)}`,
  spendCents: (value, { t, money }) => `${t('lists.filter.names.spendCents')} ${rangeText(value, money)}`,
  points: (value, { t }) => `${t('lists.filter.names.points')} ${rangeText(value, String)}`,
  custom: (value, wording) => value.map((condition) => customText(wording, condition)).join(wording.t('lists.and')),
};

export const yesNo = (value: boolean): 'yes' | 'no' => (value ? 'yes' : 'no');

const months = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'] as const;
export const monthKey = (month: number): (typeof months)[number] => months[month - 1] ?? '1';

/** The filter without what says nothing: an empty range, an empty list. So that an address and a view stay short. */
export const tidied = (filter: CustomerFilter): CustomerFilter =>
  Object.fromEntries(
    Object.entries(filter).filter(([, value]) => {
      if (value === undefined || value === '') return false;
      if (Array.isArray(value)) return value.length > 0;
      if (typeof value === 'object' && 'tagIds' in value) return value.tagIds.length > 0;
      return typeof value !== 'object' || Object.values(value).some((end) => end !== undefined);
    }),
  );

const wordOf = <Key extends ConditionKey>(key: Key, filter: CustomerFilter, wording: Wording): string | null => {
  const value = filter[key];
  return value === undefined ? null : words[key](value, wording);
};

const isCondition = (key: string): key is ConditionKey => Object.hasOwn(words, key);

/** Every condition of a filter as a phrase, in the order they are asked in. */
export const conditionsOf = (filter: CustomerFilter, wording: Wording): Condition[] =>
  Object.keys(words)
    .filter(isCondition)
    .flatMap((key) => {
      if (key === 'custom')
        return (filter.custom ?? []).map((condition, index) => ({
          key: `custom${index}`,
          text: customText(wording, condition),
          without: tidied({ ...filter, custom: filter.custom?.filter((other) => other !== condition) }),
        }));
      const text = wordOf(key, filter, wording);
      return text === null ? [] : [{ key, text, without: tidied({ ...filter, [key]: undefined }) }];
    });
