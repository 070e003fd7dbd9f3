import { useTranslation } from 'react-i18next';
import { activityClasses, lifecycles, rfm8Segments, rfmSegments, valueClasses } from '../../../shared/domain/segments/names.ts';
import { NONE } from '../../../shared/domain/segments/conditions.ts';
import type { SegmentAttribute } from '../../../shared/domain/segments/conditions.ts';
import { customerStatusSchema, genderSchema } from '../../../shared/contract/values.ts';
import { useOperation } from '../../ipc/useOperation.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** What can be chosen of each attribute, with its words; what is no longer offered keeps its value as its word. */
export const useChoices = () => {
  const { t } = useTranslation();
  const options = useOperation('customers.filterOptions', {}, { keepPrevious: true }).data;
  const none = { value: NONE, label: t('lists.none') };
  const named = (rows: readonly { readonly id: string; readonly name: string }[] | undefined): Choice[] =>
    (rows ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const plain = (values: readonly string[] | undefined): Choice[] => [
    none,
    ...(values ?? []).map((value) => ({ value, label: value })),
  ];
  const choicesOf = (attribute: SegmentAttribute): Choice[] => {
    switch (attribute) {
      case 'status':
        return customerStatusSchema.options.map((value) => ({ value, label: t(`customers.status.${value}`) }));
      case 'gender':
        return genderSchema.options.map((value) => ({ value, label: t(`customers.gender.${value}`) }));
      case 'value':
        return valueClasses.map((value) => ({ value, label: t(`classes.value.${value}`) }));
      case 'rfm':
        return rfmSegments.map((value) => ({ value, label: t(`classes.rfm.${value}`) }));
      case 'rfm8':
        return rfm8Segments.map((value) => ({ value, label: t(`classes.rfm8.${value}`) }));
      case 'activity':
        return activityClasses.map((value) => ({ value, label: t(`classes.activity.${value}`) }));
      case 'lifecycle':
        return lifecycles.map((value) => ({ value, label: t(`classes.lifecycle.${value}`) }));
      case 'tier':
        return [{ value: NONE, label: t('lists.noTier') }, ...named(options?.tiers)];
      case 'tag':
        return [none, ...named(options?.tags)];
      case 'owner':
        return [{ value: NONE, label: t('lists.unowned') }, ...named(options?.staff)];
      case 'source':
        return plain(options?.sources);
      case 'province':
        return plain(options?.provinces);
      case 'city':
        return plain(options?.cities);
      case 'district':
        return plain(options?.districts);
    }
  };
  return {
    options,
    choicesOf,
    wordOf: (attribute: SegmentAttribute, value: string): string =>
      choicesOf(attribute).find((choice) => choice.value === value)?.label ?? value,
  };
};
