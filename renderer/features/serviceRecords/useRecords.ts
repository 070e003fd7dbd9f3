import { useTranslation } from 'react-i18next';
import type { CallInput } from '../../../shared/contract.ts';
import type { RecordType, ServiceRecord } from '../../../shared/contract/serviceRecords.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';
import { useUndo } from '../../app/useUndo.tsx';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';

export type RecordInput = Pick<CallInput<'serviceRecords.save'>, 'on' | 'staffId' | 'thingId' | 'values' | 'note'>;

/** What a record holds, as it is saved again. */
const inputOf = (record: ServiceRecord): RecordInput => ({
  on: record.on,
  staffId: record.staff?.id ?? null,
  thingId: record.thing?.id ?? null,
  values: record.entries.map(({ key, value }) => ({ key, value })),
  note: record.note ?? '',
});

/** What can be done with a customer's service records, each told with its undo. */
export const useRecords = (customerId: CustomerId) => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const { mutateAsync: save } = useCommand('serviceRecords.save', { quiet: true });
  const remove = useCommand('serviceRecords.remove');
  return {
    /** Writes one of a type, or changes what `before` was. Rejects with AppError. */
    save: async (type: Pick<RecordType, 'id' | 'name'>, input: RecordInput, before: ServiceRecord | null): Promise<void> => {
      const whole = { customerId, typeId: type.id, visitId: before?.visitId ?? null };
      const { recordId } = await save({ ...whole, recordId: before?.id ?? null, ...input });
      done({
        label: t(before === null ? 'serviceRecords.done.added' : 'serviceRecords.done.changed', { type: type.name }),
        undo: () =>
          before === null
            ? call('serviceRecords.remove', { customerId, recordId })
            : call('serviceRecords.save', { ...whole, recordId, ...inputOf(before) }),
      });
    },
    remove: ({ id: recordId, typeName: type, on }: ServiceRecord): void => {
      remove.mutate(
        { customerId, recordId },
        {
          onSuccess: () => {
            done({
              label: t('serviceRecords.done.removed', { type, on }),
              undo: () => call('serviceRecords.restore', { customerId, recordId }),
            });
          },
        },
      );
    },
  };
};
