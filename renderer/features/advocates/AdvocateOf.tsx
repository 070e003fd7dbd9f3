import { Stack } from '@mantine/core';
import { advocateKinds } from '../../../shared/domain/referrals/advocates.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';
import { useMay } from '../../app/session.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { useOperation } from '../../ipc/useOperation.ts';
import { ProductTests } from './ProductTests.tsx';
import { RightOf } from './RightOf.tsx';

/** Of whom the drawer tells. */
export interface AdvocatePerson {
  readonly customerId: CustomerId;
  readonly name: string;
  /** In the bin nothing is changed. */
  readonly isRemoved: boolean;
}

/** Whether somebody is an advocate or a tester, their certificate, and what they tested. */
export const AdvocateOf = (person: AdvocatePerson) => {
  const may = useMay();
  const { data, error, refetch } = useOperation('advocates.ofCustomer', { customerId: person.customerId });
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return null;
  const mayWrite = may('customers.write') && !person.isRemoved;
  const isTester = data.rights.some(({ kind, endedOn }) => kind === 'tester' && endedOn === null);
  return (
    <Stack gap="lg" pt={4} px={2}>
      {advocateKinds.map((kind) => (
        <RightOf
          key={kind}
          person={person}
          kind={kind}
          rights={data.rights.filter((right) => right.kind === kind)}
          mayWrite={mayWrite}
        />
      ))}
      {(isTester || data.tests.length > 0) && <ProductTests person={person} tests={data.tests} mayWrite={mayWrite} />}
    </Stack>
  );
};
