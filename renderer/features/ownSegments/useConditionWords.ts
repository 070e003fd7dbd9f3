import { useTranslation } from 'react-i18next';
import { moneyFigures } from '../../../shared/domain/segments/conditions.ts';
import type { SegmentCondition, SegmentFigure, SegmentNode } from '../../../shared/domain/segments/conditions.ts';
import { cents } from '../../../shared/types/amounts.ts';
import { useShop } from '../../app/shop.tsx';
import { useMoney } from '../../components/useMoney.ts';
import { customText } from '../customers/filter/conditions.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { useChoices } from './useChoices.ts';

interface Shown {
  readonly figure: number | null;
  readonly values: readonly string[];
}

/** Says conditions as plain sentences, alone, all together, and with what a customer has. */
export const useConditionWords = () => {
  const { t, i18n } = useTranslation();
  const money = useMoney();
  const { settings } = useShop();
  const { options, wordOf } = useChoices();
  const products = useOperation('products.list', { limit: 500 }).data?.rows ?? [];
  const segments = useOperation('ownSegments.list', { includeArchived: true }).data?.segments ?? [];

  const amount = (figure: SegmentFigure, value: number): string =>
    moneyFigures.has(figure) ? money(cents(Math.round(value))) : Math.round(value).toLocaleString(i18n.language);
  const rangeText = ({ figure, min, max }: Extract<SegmentCondition, { test: 'figure' }>): string => {
    if (min !== null && max !== null) return min === max ? amount(figure, min) : `${amount(figure, min)}–${amount(figure, max)}`;
    return min === null ? `≤ ${amount(figure, max ?? 0)}` : `≥ ${amount(figure, min)}`;
  };
  const said = (is: boolean, name: string, value: string): string =>
    t(is ? 'ownSegments.say.is' : 'ownSegments.say.isNot', { name, value });

  const conditionText = (condition: SegmentCondition): string => {
    switch (condition.test) {
      case 'figure':
        return `${t(`ownSegments.figures.${condition.figure}`)} ${rangeText(condition)}`;
      case 'one_of':
        return said(
          condition.is,
          t(`ownSegments.attributes.${condition.attribute}`),
          condition.values.map((value) => wordOf(condition.attribute, value)).join(t('lists.or')),
        );
      case 'flag':
        return t(`ownSegments.flags.${condition.flag}.${condition.is ? 'yes' : 'no'}`);
      case 'bought': {
        const { productId, category, lastDays, is } = condition;
        const name = products.find(({ id }) => id === productId)?.name ?? '…';
        const what =
          productId === null && category === null
            ? t('ownSegments.say.anything')
            : t('ownSegments.say.what', { what: category ?? name });
        if (lastDays === null) return t(is ? 'ownSegments.say.boughtEver' : 'ownSegments.say.neverBought', { what });
        return t(is ? 'ownSegments.say.bought' : 'ownSegments.say.notBought', { what, days: lastDays });
      }
      case 'custom':
        return customText({ t, options, language: settings.language, money: String }, condition.condition);
      case 'segment': {
        const name = segments.find(({ id }) => id === condition.segmentId)?.name ?? '…';
        return said(condition.is, t('ownSegments.tests.segment'), name);
      }
    }
  };

  const nodeText = (node: SegmentNode, isOuter = true): string => {
    if (node.test !== 'group') return conditionText(node);
    const inner = node.items
      .map((item) => nodeText(item, false))
      .join(t(node.match === 'all' ? 'ownSegments.say.and' : 'ownSegments.say.or'));
    const whole = node.match === 'none' ? t('ownSegments.say.none', { inner }) : inner;
    return isOuter || node.items.length < 2 ? whole : `（${whole}）`;
  };

  /** A condition with what somebody has, so that it can be checked at a glance. */
  const withFigures = (condition: SegmentCondition, { figure, values }: Shown): string => {
    if (condition.test === 'figure')
      return t('ownSegments.say.has', {
        name: t(`ownSegments.figures.${condition.figure}`),
        value: figure === null ? t('lists.none') : amount(condition.figure, figure),
        asked: rangeText(condition),
      });
    if (condition.test === 'one_of')
      return t('ownSegments.say.has', {
        name: t(`ownSegments.attributes.${condition.attribute}`),
        value: values.length === 0 ? t('lists.none') : values.map((value) => wordOf(condition.attribute, value)).join('、'),
        asked: t(condition.is ? 'ownSegments.say.these' : 'ownSegments.say.notThese', {
          value: condition.values.map((value) => wordOf(condition.attribute, value)).join(t('lists.or')),
        }),
      });
    return conditionText(condition);
  };
  return { conditionText, treeText: (node: SegmentNode): string => nodeText(node), withFigures };
};
