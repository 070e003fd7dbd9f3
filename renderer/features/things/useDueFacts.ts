import type { ExpiringFact } from '../../../shared/contract/things.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';
import { useOperation } from '../../ipc/useOperation.ts';

/** Something that is about to run out or has, and of which thing; null is the person. */
export interface DueFact {
  readonly fact: ExpiringFact;
  readonly thingName: string | null;
}

/** What of a customer is due, the earliest first; nothing of what is no longer served. */
export const useDueFacts = (customerId: CustomerId): readonly DueFact[] => {
  const { things = [], facts = [] } = useOperation('things.ofCustomer', { customerId }).data ?? {};
  return facts.flatMap((fact) => {
    const thing = things.find(({ id }) => id === fact.thingId);
    return fact.state === 'fine' || (thing !== undefined && thing.retired !== null)
      ? []
      : [{ fact, thingName: thing?.name ?? null }];
  });
};
