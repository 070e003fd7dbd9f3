import { Select, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { sampleChanges, type SampleItem } from '../../../shared/domain/gifts/sampleSets.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { useSetWords } from './useSetWords.ts';

interface SetChoiceProps {
  readonly setId: string | null;
  /** What is to be given as it stands in the form. */
  readonly given: readonly SampleItem[];
  /** The set that was chosen, with its pieces; null is none. */
  readonly onChoose: (set: { readonly id: string; readonly items: readonly SampleItem[] } | null) => void;
}

/** The set of samples that a gift begins as, and what was changed of it so far (R178); nothing in a shop without sets. */
export const SetChoice = ({ setId, given, onChoose }: SetChoiceProps) => {
  const { t } = useTranslation();
  const words = useSetWords();
  const sets = (useOperation('sampleSets.list', {}).data?.sets ?? []).filter(({ isArchived }) => !isArchived);
  if (sets.length === 0) return null;
  const chosen = sets.find(({ id }) => id === setId);
  return (
    <>
      <Select
        label={t('gifts.sets.choose')}
        placeholder={t('gifts.sets.none')}
        clearable
        data={sets.map(({ id, name }) => ({ value: id, label: name }))}
        value={setId}
        onChange={(id) => {
          onChoose(sets.find((set) => set.id === id) ?? null);
        }}
      />
      {chosen !== undefined && (
        <Text size="sm" c="dimmed" role="status">
          {words.changes(sampleChanges(chosen.items, given))}
        </Text>
      )}
    </>
  );
};
