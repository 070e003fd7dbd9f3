import { Group, Text, UnstyledButton } from '@mantine/core';
import type { FocusEvent, KeyboardEvent } from 'react';
import type { Opportunity } from '../../../shared/contract/opportunities.ts';
import { MoneyText } from '../../components/MoneyText.tsx';
import classes from './Board.module.css';
import { StepText } from './StepText.tsx';

interface OpportunityCardProps {
  readonly opportunity: Opportunity;
  /** The one that Tab comes to. */
  readonly isCurrent: boolean;
  /** It is read beside the board. */
  readonly isOpen: boolean;
  readonly onFocus: () => void;
  readonly onBlur: (event: FocusEvent) => void;
  readonly onOpen: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** One opportunity on the board: what, whose, how much, and what comes next. */
export const OpportunityCard = ({ opportunity, isCurrent, isOpen, onFocus, onBlur, onOpen, onKeyDown }: OpportunityCardProps) => {
  const { id, title, customer, amountCents, staff } = opportunity;
  return (
    <UnstyledButton
      className={classes['card'] ?? ''}
      data-opportunity={id}
      tabIndex={isCurrent ? 0 : -1}
      {...(isOpen && { 'data-open': true, 'aria-current': true })}
      onFocus={onFocus}
      onBlur={onBlur}
      onClick={onOpen}
      onKeyDown={onKeyDown}
    >
      <Group justify="space-between" wrap="nowrap" gap="xs" align="flex-start">
        <Text size="sm" fw={700} lineClamp={2}>
          {title}
        </Text>
        {amountCents !== null && <MoneyText fz="sm" fw={700} amount={amountCents} className={classes['figures'] ?? ''} />}
      </Group>
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Text size="sm" truncate>
          {customer.name}
        </Text>
        {staff !== null && (
          <Text size="xs" c="dimmed" flex="none">
            {staff.name}
          </Text>
        )}
      </Group>
      <Text size="xs" lineClamp={2} mt={2} component="div">
        <StepText opportunity={opportunity} size="xs" />
      </Text>
    </UnstyledButton>
  );
};
