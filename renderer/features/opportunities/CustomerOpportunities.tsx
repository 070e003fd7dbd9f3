import { Anchor, Badge, Button, Group, Stack, Text } from '@mantine/core';
import { IconPlus, IconTargetArrow } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import type { Opportunity } from '../../../shared/contract/opportunities.ts';
import { useMay } from '../../app/session.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { MoneyText } from '../../components/MoneyText.tsx';
import { ReadOn } from '../../components/ReadOn.tsx';
import { call } from '../../ipc/client.ts';
import { usePages } from '../../ipc/usePages.ts';
import classes from '../serviceRecords/Records.module.css';
import { reasonText } from './opportunityWords.ts';
import { StepText } from './StepText.tsx';

/** A customer's opportunities, open ones first, and the way to a new one. */
export const CustomerOpportunities = ({ card }: { readonly card: OutputOf<'customers.findById'> }) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const may = useMay();
  const customerId = card.id;
  const pages = usePages(
    'opportunities.ofCustomer',
    (page) => call('opportunities.ofCustomer', { customerId, ...page }),
    customerId,
  );
  if (pages.error !== null) return <ErrorNotice error={pages.error} onRetry={pages.readAgain} />;
  if (pages.total === undefined) return null;
  const begin = may('customers.write') && card.removedAt === null && (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={<IconPlus size={15} stroke={1.7} aria-hidden />}
      onClick={() => void navigate({ to: '/opportunities', search: { customerId } })}
    >
      {t('opportunities.add')}
    </Button>
  );
  if (pages.total === 0)
    return (
      <EmptyState icon={IconTargetArrow} title={t('opportunities.empty.open.title')} text={t('opportunities.card.empty')}>
        {begin}
      </EmptyState>
    );
  return (
    <Stack gap="xs">
      {begin !== false && <Group>{begin}</Group>}
      <ul className={classes['list']} aria-label={t('opportunities.card.list')}>
        {pages.rows.map((opportunity) => (
          <li key={opportunity.id}>
            <Row opportunity={opportunity} />
          </li>
        ))}
      </ul>
      <ReadOn left={pages.left} isReading={pages.isReading} onReadOn={pages.readOn} />
    </Stack>
  );
};

const Row = ({ opportunity }: { readonly opportunity: Opportunity }) => {
  const { t } = useTranslation();
  const { id, title, stage, outcome, amountCents, lostReason, lostWords } = opportunity;
  return (
    <Group gap="sm" wrap="nowrap">
      <Anchor size="sm" fw={700} renderRoot={(props) => <Link to="/opportunities" search={{ opportunityId: id }} {...props} />}>
        {title}
      </Anchor>
      <Badge color={outcome === 'won' ? 'jade' : 'gray'} variant={outcome === 'lost' ? 'outline' : 'light'} tt="none" flex="none">
        {outcome === 'open' ? stage.name : t(`opportunities.outcome.${outcome}`)}
      </Badge>
      {outcome === 'open' ? (
        <StepText opportunity={opportunity} />
      ) : (
        <Text size="sm" c="dimmed">
          {reasonText(t, lostReason, lostWords)}
        </Text>
      )}
      {amountCents !== null && <MoneyText fz="sm" fw={700} ml="auto" amount={amountCents} />}
    </Group>
  );
};
