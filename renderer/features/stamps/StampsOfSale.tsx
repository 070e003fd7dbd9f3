import { Text } from '@mantine/core';
import type { OutputOf } from '../../../shared/contract.ts';
import { useStampWords } from './useStampWords.ts';

/** How the cards of stamps stand that a visit moved, under its total. */
export const StampsOfSale = ({ stamps }: Pick<OutputOf<'visits.findById'>, 'stamps'>) => {
  const told = useStampWords().told(stamps);
  return told === null ? null : (
    <Text size="sm" c="var(--regulars-advice-text)" ta="right" px="md" pb="sm">
      {told}
    </Text>
  );
};
