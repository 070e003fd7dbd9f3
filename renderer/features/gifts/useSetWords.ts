import { useTranslation } from 'react-i18next';
import type { SampleChange } from '../../../shared/domain/gifts/sampleSets.ts';

/** Says what was changed of a set of samples. */
export const useSetWords = () => {
  const { t } = useTranslation();
  const one = ({ name, planned, given }: SampleChange): string =>
    given === 0
      ? t('gifts.sets.without', { name })
      : planned === 0
        ? t('gifts.sets.added', { name, count: given })
        : t('gifts.sets.instead', { name, planned, given });
  return {
    changes: (changes: readonly SampleChange[]): string =>
      changes.length === 0
        ? t('gifts.sets.asIs')
        : t('gifts.sets.changed', { changes: changes.map(one).join(t('common.listSeparator')) }),
  };
};
