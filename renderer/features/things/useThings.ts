import { useTranslation } from 'react-i18next';
import type { CallInput } from '../../../shared/contract.ts';
import type { ExpiringFact, Thing } from '../../../shared/contract/things.ts';
import { renewedUntil } from '../../../shared/domain/things/expiring.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';
import type { LocalDate } from '../../../shared/types/time.ts';
import { useShop } from '../../app/shop.tsx';
import { useUndo } from '../../app/useUndo.tsx';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { factName } from './thingWords.ts';

export type ThingInput = Pick<CallInput<'things.save'>, 'name' | 'fields' | 'birthDate' | 'note'>;
export type FactInput = Pick<CallInput<'things.saveFact'>, 'kind' | 'label' | 'validUntil' | 'leadDays' | 'note' | 'thingId'>;

/** What can be done with one customer's things, each told with its undo. */
export const useThings = (customerId: CustomerId) => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const { mutateAsync: save } = useCommand('things.save', { quiet: true });
  const retire = useCommand('things.retire');
  const remove = useCommand('things.remove');
  const transfer = useCommand('things.transfer');

  return {
    /** Adds, or changes what `before` was; returns who else has a car of this plate. Rejects with AppError. */
    save: async (type: Thing['type'], input: ThingInput, before: Thing | null): Promise<readonly string[]> => {
      const { thingId, samePlate } = await save({ customerId, thingId: before?.id ?? null, type, ...input });
      done({
        label: t(before === null ? 'things.done.added' : 'things.done.changed', { name: input.name }),
        undo: () =>
          before === null
            ? call('things.remove', { customerId, thingId })
            : call('things.save', {
                customerId,
                thingId,
                type,
                name: before.name,
                fields: before.fields,
                birthDate: before.birthDate,
                note: before.note ?? '',
              }),
      });
      return samePlate.map(({ name }) => name);
    },
    /** No longer served since a day; null takes that back. */
    retire: (thing: Thing, retired: Thing['retired']): void => {
      const { id: thingId, name } = thing;
      retire.mutate(
        { customerId, thingId, retired },
        {
          onSuccess: () => {
            done({
              label: t(retired === null ? 'things.done.revived' : 'things.done.retired', { name }),
              undo: () => call('things.retire', { customerId, thingId, retired: thing.retired }),
            });
          },
        },
      );
    },
    remove: ({ id: thingId, name }: Thing): void => {
      remove.mutate(
        { customerId, thingId },
        {
          onSuccess: () => {
            done({
              label: t('things.done.removed', { name }),
              undo: () => call('things.restore', { customerId, thingId }),
            });
          },
        },
      );
    },
    transfer: ({ id: thingId, name }: Thing, to: { readonly id: CustomerId; readonly name: string }): void => {
      transfer.mutate(
        { customerId, thingId, toCustomerId: to.id },
        {
          onSuccess: () => {
            done({
              label: t('things.done.transferred', { name, to: to.name }),
              undo: () => call('things.transfer', { customerId: to.id, thingId, toCustomerId: customerId }),
            });
          },
        },
      );
    },
  };
};

/** What can be done with what of a customer runs out, each told with its undo. */
export const useExpiring = (customerId: CustomerId) => {
  const { t } = useTranslation();
  const { today, settings } = useShop();
  const { done } = useUndo();
  const { mutateAsync: save } = useCommand('things.saveFact', { quiet: true });
  const renew = useCommand('things.renew');
  const remove = useCommand('things.removeFact');
  const words = (fact: Pick<ExpiringFact, 'kind' | 'label'>, on: LocalDate | string) => ({
    what: factName(fact, settings.language),
    on,
  });

  return {
    /** Until when pressing "renew" makes it good. */
    renewalOf: (fact: Pick<ExpiringFact, 'kind' | 'validUntil'>): LocalDate => renewedUntil(fact.kind, fact.validUntil, today),
    isRenewing: renew.isPending,
    /** Adds, or changes what `before` was. Rejects with AppError. */
    save: async (input: FactInput, before: ExpiringFact | null): Promise<void> => {
      const { factId } = await save({ customerId, factId: before?.id ?? null, ...input });
      done({
        label: t(before === null ? 'things.done.factAdded' : 'things.done.factChanged', {
          what: factName({ kind: input.kind, label: input.label ?? '' }, settings.language),
          on: input.validUntil,
        }),
        undo: () =>
          before === null
            ? call('things.removeFact', { customerId, factId })
            : call('things.saveFact', {
                customerId,
                factId,
                thingId: before.thingId,
                kind: before.kind,
                label: before.label,
                validUntil: before.validUntil,
                leadDays: before.leadDays,
                note: before.note ?? '',
              }),
      });
    },
    /** Renewed today, for the kind's usual time; the former day is kept. */
    renew: (fact: Pick<ExpiringFact, 'id' | 'kind' | 'label' | 'validUntil'>): void => {
      const { id: factId, kind, validUntil: former } = fact;
      const validUntil = renewedUntil(kind, former, today);
      renew.mutate(
        { customerId, factId, validUntil },
        {
          onSuccess: ({ periodId }) => {
            done({
              label: t('things.done.renewed', words(fact, validUntil)),
              undo: () => call('things.undoRenewal', { customerId, factId, periodId }),
            });
          },
        },
      );
    },
    remove: (fact: ExpiringFact): void => {
      const { id: factId } = fact;
      remove.mutate(
        { customerId, factId },
        {
          onSuccess: () => {
            done({
              label: t('things.done.factRemoved', words(fact, '')),
              undo: () => call('things.restoreFact', { customerId, factId }),
            });
          },
        },
      );
    },
  };
};
