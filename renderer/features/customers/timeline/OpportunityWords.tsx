import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { MoneyText } from '../../../components/MoneyText.tsx';
import { reasonText } from '../../opportunities/opportunityWords.ts';
import { Dotted } from './EntryWords.tsx';
import type { TimelineEntry } from './useTimeline.ts';

interface OpportunityWordsProps {
  readonly opportunity: NonNullable<TimelineEntry['opportunity']>;
  readonly staffName: string | null;
}

/** How an opportunity went on: it came up, moved from stage to stage, came to an end. */
export const OpportunityWords = ({ opportunity, staffName }: OpportunityWordsProps) => {
  const { t } = useTranslation();
  const { id, title, event, fromStage, stage, amountCents, lostReason, lostWords } = opportunity;
  return (
    <Dotted
      parts={[
        <Anchor
          key="title"
          inherit
          fw={700}
          underline="always"
          renderRoot={(props) => <Link to="/opportunities" search={{ opportunityId: id }} {...props} />}
        >
          {title}
        </Anchor>,
        t(`opportunities.event.${event}`, { from: fromStage ?? '', stage }),
        reasonText(t, lostReason, lostWords),
        amountCents === null || event === 'stage' ? null : <MoneyText key="amount" amount={amountCents} />,
        staffName,
      ]}
    />
  );
};
