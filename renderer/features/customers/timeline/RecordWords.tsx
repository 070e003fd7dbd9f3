import { useTranslation } from 'react-i18next';
import { valueWords } from '../../serviceRecords/recordWords.ts';
import { Dotted, Note } from './EntryWords.tsx';
import type { TimelineEntry } from './useTimeline.ts';

interface RecordWordsProps {
  readonly record: NonNullable<TimelineEntry['record']>;
  readonly staffName: string | null;
}

/** A service record: of what kind and for which thing, with the first of its values. */
export const RecordWords = ({ record, staffName }: RecordWordsProps) => {
  const { t } = useTranslation();
  const values = record.values.map(({ label, ...entry }) => t('serviceRecords.value', { label, value: valueWords(t, entry) }));
  return (
    <>
      <Dotted parts={[<b key="type">{record.typeName}</b>, record.thingName, staffName]} />
      <Note text={[...values, ...(record.note === null ? [] : [record.note])].join(' · ')} />
    </>
  );
};
