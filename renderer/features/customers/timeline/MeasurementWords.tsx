import { useTranslation } from 'react-i18next';
import { measuredWords } from '../../measurements/measureWords.ts';
import { Dotted, Note } from './EntryWords.tsx';
import type { TimelineEntry } from './useTimeline.ts';

interface MeasurementWordsProps {
  readonly measurement: NonNullable<TimelineEntry['measurement']>;
  readonly staffName: string | null;
}

/** What was measured at one time, of the customer or of a thing. */
export const MeasurementWords = ({ measurement, staffName }: MeasurementWordsProps) => {
  const { t } = useTranslation();
  const values = measurement.values.map((measured) =>
    t('measurements.value', { name: measured.name, value: measuredWords(t, measured) }),
  );
  return (
    <>
      <Dotted parts={[values.join(t('common.listSeparator')), measurement.thingName, staffName]} />
      <Note text={measurement.note} />
    </>
  );
};

interface IncidentWordsProps {
  readonly incident: NonNullable<TimelineEntry['incident']>;
  readonly staffName: string | null;
}

/** What went wrong, how bad it was, and whether it is settled. */
export const IncidentWords = ({ incident, staffName }: IncidentWordsProps) => {
  const { t } = useTranslation();
  const { severity, thingName, involved, isClosed, what } = incident;
  return (
    <>
      <Dotted
        parts={[
          <b key="severity">{t(`incidents.severities.${severity}`)}</b>,
          thingName,
          involved.length > 0 ? involved.join(t('common.listSeparator')) : staffName,
          isClosed ? null : t('incidents.open'),
        ]}
      />
      <Note text={what} />
    </>
  );
};
