import { useTranslation } from 'react-i18next';
import { cents } from '../../../../shared/types/amounts.ts';
import { useMoney } from '../../../components/useMoney.ts';
import type { Card } from '../form/customerValues.ts';

export type Sentence = Card['portrait'][number];
type Part = Sentence['parts'][number];
export type Fact = Part['facts'][number];

const genders = ['female', 'male'] as const;
const needs = ['function_led', 'price_sensitive', 'service_first'] as const;
const knownLabels = [
  'gender',
  'birthday',
  'statedAge',
  'occupation',
  'region',
  'familyMembers',
  'status',
  'needs',
  'likes',
  'painPoints',
  'needType',
  'motive',
  'usageHabits',
] as const;
const figureLabels = [
  'familyMonths',
  'familyYears',
  'visitCount',
  'firstVisitOn',
  'rhythmDays',
  'ticketCents',
  'usualItems',
] as const;

/** The blanks that the words of a part may have. */
const blanks = { name: '', age: '', text: '', days: '' };

/** The words of a portrait: its sentences, and the facts behind them. */
export const usePortraitWords = () => {
  const { t } = useTranslation();
  const money = useMoney();

  const partWords = ({ code, figures }: Part): string => {
    if (code === 'gender') {
      const gender = genders.find((known) => known === figures['gender']);
      return gender === undefined ? '' : t(`card.portrait.gender.${gender}`);
    }
    if (code === 'need_type') {
      const need = needs.find((known) => known === figures['need']);
      return need === undefined ? '' : t('card.portrait.part.need_type', { need: t(`customers.needType.${need}`) });
    }
    if (code === 'ticket') return t('card.portrait.part.ticket', { amount: money(cents(Number(figures['cents']))) });
    if (code === 'visits')
      return t('card.portrait.visits', { count: Number(figures['count']), since: String(figures['since']).slice(0, 7) });
    return t(`card.portrait.part.${code}`, { ...blanks, ...figures });
  };

  /** Usual items are told as one, whatever their number. */
  const sentenceWords = ({ topic, parts }: Sentence): string => {
    const usual = parts.filter(({ code }) => code === 'usual').map(({ figures }) => String(figures['text']));
    const others = parts.filter(({ code }) => code !== 'usual').map(partWords);
    const told = [
      ...others,
      ...(usual.length === 0 ? [] : [t('card.portrait.part.usual', { text: usual.join(t('customers.timeline.separator')) })]),
    ].join(t('card.portrait.comma'));
    const sentence = t(`card.portrait.sentence.${topic}`, { text: told });
    return sentence.slice(0, 1).toUpperCase() + sentence.slice(1);
  };

  const factLabel = ({ field }: Fact): string => {
    const own = knownLabels.find((name) => name === field);
    if (own !== undefined) return t(`customers.fields.${own}`);
    const figure = figureLabels.find((name) => name === field);
    return figure === undefined ? field : t(`card.portrait.fact.${figure}`);
  };

  const factValue = ({ field, value }: Fact): string => {
    const gender = genders.find((known) => known === value);
    if (field === 'gender' && gender !== undefined) return t(`customers.gender.${gender}`);
    const need = needs.find((known) => known === value);
    if (field === 'needType' && need !== undefined) return t(`customers.needType.${need}`);
    if (field === 'status') return t('customers.status.prospect');
    if (field === 'ticketCents') return money(cents(Number(value)));
    if (field === 'rhythmDays') return t('card.portrait.days', { count: Number(value) });
    if (field === 'familyMonths') return t('card.family.months', { count: Number(value) });
    if (field === 'birthday' || field === 'statedAge' || field === 'familyYears') return t('common.age', { age: value });
    return String(value);
  };

  return { sentenceWords, factLabel, factValue };
};
