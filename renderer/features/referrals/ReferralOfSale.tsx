import { Text } from '@mantine/core';
import type { OutputOf } from '../../../shared/contract.ts';
import { useReferralWords } from './useReferralWords.ts';

/** What a visit brought both sides of a referral, under its total. */
export const ReferralOfSale = ({ referral }: Pick<OutputOf<'visits.findById'>, 'referral'>) => {
  const told = useReferralWords()(referral);
  return told === null ? null : (
    <Text size="sm" c="var(--regulars-advice-text)" ta="right" px="md" pb="sm">
      {told}
    </Text>
  );
};
