import type { Incident } from '../../../shared/contract/incidents.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { GiftsEntry } from './GiftsEntry.tsx';

/** Beside something that went wrong: giving a sample to make it good (R080, R086). */
export const GiftForIncident = ({ incident }: { readonly incident: Incident }) => {
  const { customerId, id } = incident;
  const name = useOperation('customers.findById', { customerId }).data?.fields.name ?? '';
  return <GiftsEntry owner={{ customerId, name }} incidentId={id} />;
};
