import { useTranslation } from 'react-i18next';
import { useShop } from '../../../app/shop.tsx';
import { eventWords } from '../../things/thingWords.ts';
import { Dotted, Note } from './EntryWords.tsx';
import type { TimelineEntry } from './useTimeline.ts';

/** What was done to a served thing, or to something that runs out. */
export const ThingWords = ({
  event,
  staffName,
}: {
  readonly event: NonNullable<TimelineEntry['thing']>;
  readonly staffName: string | null;
}) => {
  const { t } = useTranslation();
  const { settings } = useShop();
  return <Dotted parts={[eventWords(t, event, settings.language), staffName]} />;
};

/** What the person looked at, asked about or wants, and how a wish stands. */
export const InterestWords = ({ interest }: { readonly interest: NonNullable<TimelineEntry['interest']> }) => {
  const { t } = useTranslation();
  const points = interest.requirements.map((point) => t('interests.point', point));
  return (
    <>
      <Dotted
        parts={[
          <span key="what">
            {t(`interests.kinds.${interest.kind}`)} <b>{interest.name}</b>
          </span>,
          interest.state === null ? null : t(`interests.states.${interest.state}`),
          interest.wantedBy === null ? null : t('interests.wantedBy', { on: interest.wantedBy }),
          interest.staffName,
        ]}
      />
      <Note text={[...points, ...(interest.note === null ? [] : [interest.note])].join(' · ')} />
    </>
  );
};
