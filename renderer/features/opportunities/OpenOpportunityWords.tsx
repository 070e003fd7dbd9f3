import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Opportunity } from '../../../shared/contract/opportunities.ts';
import { stepState } from '../../../shared/domain/opportunities/forecast.ts';
import { useShop } from '../../app/shop.tsx';
import { dateWords } from '../../components/dateWords.ts';

/** An open opportunity in a line: where it stands, and what is to be done next. */
export const OpenOpportunityWords = ({ opportunity }: { readonly opportunity: Opportunity }) => {
  const { t } = useTranslation();
  const { today } = useShop();
  const { id, title, stage, nextStep, nextStepOn } = opportunity;
  const words = { title, stage: stage.name, step: nextStep ?? '' };
  const isOverdue = stepState(nextStepOn, today) === 'overdue';
  return (
    <Anchor
      inherit
      underline="always"
      renderRoot={(props) => <Link to="/opportunities" search={{ opportunityId: id }} {...props} />}
    >
      {nextStepOn === null
        ? t('opportunities.card.open', words)
        : t(isOverdue ? 'opportunities.card.overdue' : 'opportunities.card.step', {
            ...words,
            when: dateWords(t, nextStepOn, today),
          })}
    </Anchor>
  );
};
