import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Opportunity } from '../../../shared/contract/opportunities.ts';
import { stepState } from '../../../shared/domain/opportunities/forecast.ts';
import { daysBetween } from '../../../shared/types/time.ts';
import { useShop } from '../../app/shop.tsx';
import { DateText } from '../../components/DateText.tsx';

/** What is to be done next and when: due today in amber; past in red, with how many days. */
export const StepText = ({ opportunity, size = 'sm' }: { readonly opportunity: Opportunity; readonly size?: 'xs' | 'sm' }) => {
  const { t } = useTranslation();
  const { today } = useShop();
  const { nextStep, nextStepOn } = opportunity;
  const state = stepState(nextStepOn, today);
  if (nextStep === null)
    return (
      <Text span size={size} c="dimmed">
        {t('opportunities.noStep')}
      </Text>
    );
  return (
    <Text span size={size}>
      {nextStep}
      {nextStepOn !== null && ' · '}
      {nextStepOn !== null &&
        (state === 'overdue' ? (
          <Text span inherit fw={700} c="var(--regulars-danger-text)" title={nextStepOn}>
            {t('opportunities.overdue', { count: daysBetween(nextStepOn, today) })}
          </Text>
        ) : (
          <Text span inherit {...(state === 'today' ? { c: 'var(--mantine-color-amber-text)', fw: 700 } : { c: 'dimmed' })}>
            <DateText date={nextStepOn} />
          </Text>
        ))}
    </Text>
  );
};
