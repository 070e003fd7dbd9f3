import { Anchor, Badge, Table, Text } from '@mantine/core';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Opportunity } from '../../../shared/contract/opportunities.ts';
import { DateText } from '../../components/DateText.tsx';
import { MoneyText } from '../../components/MoneyText.tsx';
import classes from '../appointments/Lists.module.css';
import { useListKeys } from '../appointments/useListKeys.ts';
import { reasonText } from './opportunityWords.ts';
import { StepText } from './StepText.tsx';
import { CustomerLink } from '../../components/CustomerLink.tsx';

interface OpportunitiesTableProps {
  readonly opportunities: readonly Opportunity[];
  readonly view: 'open' | 'won' | 'lost';
  /** Takes the focus when it is filled. */
  readonly isFocused: boolean;
  readonly onOpen: (opportunity: Opportunity) => void;
  /** Further keys on a row. */
  readonly onKey: (event: KeyboardEvent, opportunity: Opportunity) => void;
}

const columnsOf = {
  open: ['title', 'who', 'stage', 'amount', 'step', 'staff'],
  won: ['title', 'who', 'closedOn', 'amount', 'by', 'staff'],
  lost: ['title', 'who', 'closedOn', 'amount', 'reason', 'staff'],
} as const;

/** Opportunities as a list: Up and Down choose one, Enter opens it. */
export const OpportunitiesTable = ({ opportunities, view, isFocused, onOpen, onKey }: OpportunitiesTableProps) => {
  const { t } = useTranslation();
  const [wanted, setIndex] = useState(0);
  const index = Math.min(wanted, Math.max(0, opportunities.length - 1));
  const { list, onKeyDown } = useListKeys(opportunities.length, index, setIndex, isFocused && opportunities.length > 0);
  const onPress = (event: KeyboardEvent): void => {
    onKeyDown(event);
    const opportunity = opportunities[index];
    if (event.target !== list.current || event.defaultPrevented || opportunity === undefined) return;
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      onOpen(opportunity);
    } else onKey(event, opportunity);
  };
  const cells = {
    stage: ({ stage }: Opportunity) => (
      <Badge color="gray" variant="light" tt="none">
        {stage.name}
      </Badge>
    ),
    amount: ({ amountCents }: Opportunity) =>
      amountCents === null ? (
        <Text span size="sm" c="dimmed">
          —
        </Text>
      ) : (
        <MoneyText fz="sm" fw={700} amount={amountCents} keepZeros />
      ),
    step: (opportunity: Opportunity) => <StepText opportunity={opportunity} />,
    staff: ({ staff }: Opportunity) => (
      <Text span size="sm" c="dimmed">
        {staff?.name ?? ''}
      </Text>
    ),
    closedOn: ({ closedOn }: Opportunity) => (
      <Text span size="sm">
        {closedOn !== null && <DateText date={closedOn} />}
      </Text>
    ),
    reason: ({ lostReason, lostWords }: Opportunity) => <Text size="sm">{reasonText(t, lostReason, lostWords)}</Text>,
    by: ({ order, visit }: Opportunity) => (
      <Text size="sm" c="dimmed">
        {order !== null
          ? t('opportunities.page.order', { number: order.number })
          : visit !== null && <DateText date={visit.on} />}
      </Text>
    ),
  };
  const columns = columnsOf[view];
  return (
    <>
      <Table
        verticalSpacing={6}
        horizontalSpacing="md"
        aria-label={t('opportunities.title')}
        ref={list}
        tabIndex={0}
        onKeyDown={onPress}
        highlightOnHover
      >
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => (
              <Table.Th key={column} {...(column === 'amount' && { ta: 'right' as const })}>
                {t(`opportunities.columns.${column}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {opportunities.map((opportunity, at) => (
            <Table.Tr
              key={opportunity.id}
              className={classes['row']}
              {...(at === index && { 'data-active': true, 'aria-current': true })}
              onClick={() => {
                setIndex(at);
              }}
            >
              {columns.map((column) => (
                <Table.Td key={column} {...(column === 'amount' && { ta: 'right' as const, className: classes['time'] ?? '' })}>
                  {column === 'title' ? (
                    <Anchor
                      component="button"
                      type="button"
                      size="sm"
                      fw={700}
                      ta="start"
                      aria-label={t('opportunities.open', { title: opportunity.title })}
                      onClick={() => {
                        onOpen(opportunity);
                      }}
                    >
                      {opportunity.title}
                    </Anchor>
                  ) : column === 'who' ? (
                    <CustomerLink customerId={opportunity.customer.id}>{opportunity.customer.name}</CustomerLink>
                  ) : (
                    cells[column](opportunity)
                  )}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  );
};
