import { useTranslation } from 'react-i18next';
import type { CallInput } from '../../../shared/contract.ts';
import type { Incident } from '../../../shared/contract/incidents.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';
import { useUndo } from '../../app/useUndo.tsx';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';

export type IncidentInput = Omit<CallInput<'incidents.save'>, 'customerId' | 'incidentId'>;

/** What an incident holds, as it is saved again. */
const inputOf = (incident: Incident): IncidentInput => ({
  on: incident.on,
  thingId: incident.thing?.id ?? null,
  visitId: incident.visitId,
  what: incident.what,
  severity: incident.severity,
  staffIds: incident.involved.map(({ id }) => id),
  action: incident.action ?? '',
  followUpOn: incident.followUpOn,
  isPrivate: incident.isPrivate,
});

/** What can be done with a customer's incidents, each told with its undo. */
export const useIncidents = (customerId: CustomerId) => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const { mutateAsync: save } = useCommand('incidents.save', { quiet: true });
  const setClosed = useCommand('incidents.setClosed');
  const remove = useCommand('incidents.remove');
  return {
    /** Writes one down, or changes what `before` was. Rejects with AppError. */
    save: async (input: IncidentInput, before: Incident | null): Promise<void> => {
      const { incidentId } = await save({ customerId, incidentId: before?.id ?? null, ...input });
      done({
        label: t(before === null ? 'incidents.done.added' : 'incidents.done.changed'),
        undo: () =>
          before === null
            ? call('incidents.remove', { customerId, incidentId })
            : call('incidents.save', { customerId, incidentId, ...inputOf(before) }),
      });
    },
    setClosed: ({ id: incidentId }: Incident, isClosed: boolean): void => {
      setClosed.mutate(
        { customerId, incidentId, isClosed },
        {
          onSuccess: () => {
            done({
              label: t(isClosed ? 'incidents.done.closed' : 'incidents.done.reopened'),
              undo: () => call('incidents.setClosed', { customerId, incidentId, isClosed: !isClosed }),
            });
          },
        },
      );
    },
    remove: ({ id: incidentId }: Incident): void => {
      remove.mutate(
        { customerId, incidentId },
        {
          onSuccess: () => {
            done({ label: t('incidents.done.removed'), undo: () => call('incidents.restore', { customerId, incidentId }) });
          },
        },
      );
    },
  };
};
