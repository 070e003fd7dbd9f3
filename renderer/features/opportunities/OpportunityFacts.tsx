import { Anchor, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Opportunity } from '../../../shared/contract/opportunities.ts';
import { useMay } from '../../app/session.ts';
import { DateText } from '../../components/DateText.tsx';
import { useMoney } from '../../components/useMoney.ts';
import classes from '../serviceRecords/Records.module.css';
import { reasonText } from './opportunityWords.ts';
import { StepText } from './StepText.tsx';

const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <Group gap="sm" wrap="nowrap" align="baseline">
    <Text size="sm" c="dimmed" w="5.5rem" flex="none">
      {name}
    </Text>
    <Text size="sm" component="div" miw={0} className={classes['note'] ?? ''}>
      {children}
    </Text>
  </Group>
);

/** What made a won one true. */
const By = ({ opportunity }: { readonly opportunity: Opportunity }) => {
  const { t } = useTranslation();
  const money = useMoney();
  const mayRead = useMay()('visits.read');
  const { order, visit } = opportunity;
  const words =
    order !== null
      ? t('opportunities.page.order', { number: order.number })
      : visit !== null
        ? t('opportunities.page.visit', { on: visit.on, amount: money(visit.totalCents) })
        : null;
  if (words === null) return null;
  if (!mayRead) return <Fact name={t('opportunities.columns.by')}>{words}</Fact>;
  return (
    <Fact name={t('opportunities.columns.by')}>
      <Anchor
        inherit
        renderRoot={(props) =>
          order !== null ? (
            <Link to="/orders/$orderId" params={{ orderId: order.id }} {...props} />
          ) : (
            <Link to="/visits/$visitId" params={{ visitId: visit?.id ?? '' }} {...props} />
          )
        }
      >
        {words}
      </Anchor>
    </Fact>
  );
};

/** What is known of an opportunity. */
export const OpportunityFacts = ({ opportunity }: { readonly opportunity: Opportunity }) => {
  const { t } = useTranslation();
  const money = useMoney();
  const { amountCents, stage, staff, openedOn, note, outcome, closedOn, lostReason, lostWords } = opportunity;
  const reason = reasonText(t, lostReason, lostWords);
  return (
    <Stack gap={6}>
      {closedOn !== null && (
        <Fact name={t('opportunities.page.closedOn', { outcome: t(`opportunities.outcome.${outcome}`) })}>
          <DateText date={closedOn} />
        </Fact>
      )}
      {reason !== null && <Fact name={t('opportunities.page.reason')}>{reason}</Fact>}
      <By opportunity={opportunity} />
      {outcome !== 'open' && <Fact name={t('opportunities.page.stage')}>{stage.name}</Fact>}
      <Fact name={t('opportunities.page.amount')}>
        {amountCents === null ? (
          <Text span inherit c="dimmed">
            {t('opportunities.noAmount')}
          </Text>
        ) : (
          <Text span inherit fw={700}>
            {money(amountCents)}
          </Text>
        )}
      </Fact>
      {outcome === 'open' && (
        <Fact name={t('opportunities.page.step')}>
          <StepText opportunity={opportunity} />
        </Fact>
      )}
      {staff !== null && <Fact name={t('opportunities.page.staff')}>{staff.name}</Fact>}
      <Fact name={t('opportunities.page.openedOn')}>
        <DateText date={openedOn} />
      </Fact>
      {note !== null && <Fact name={t('opportunities.page.note')}>{note}</Fact>}
    </Stack>
  );
};
