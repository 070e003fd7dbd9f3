import { useTranslation } from 'react-i18next';
import type { PartialDateParts } from '../../../../shared/domain/partialDate.ts';
import { familyMemberId, importantDateId } from '../../../../shared/types/ids.ts';
import { useUndo } from '../../../app/useUndo.tsx';
import { call } from '../../../ipc/client.ts';
import { useCommand } from '../../../ipc/useCommand.ts';
import type { Card } from '../form/customerValues.ts';
import type { FamilyRow } from './familyValues.ts';

/** The rows of the family tab, and how each is saved, taken away and brought back. */
export const useFamilyRows = (card: Card) => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const saveDate = useCommand('customers.saveImportantDate', { quiet: true });
  const removeDate = useCommand('customers.removeImportantDate');
  const saveMember = useCommand('customers.saveFamilyMember', { quiet: true });
  const removeMember = useCommand('customers.removeFamilyMember');
  const customerId = card.id;
  const kindOf = (id: string | null): 'anniversary' | 'other' =>
    card.importantDates.find((date) => date.id === id)?.kind === 'anniversary' ? 'anniversary' : 'other';

  const dateInput = (row: FamilyRow, date: PartialDateParts) => ({
    customerId,
    dateId: row.id,
    kind: kindOf(row.id),
    label: row.name,
    date,
    isYearly: row.isYearly,
    leadDays: row.leadDays,
  });
  const memberInput = (row: FamilyRow) => ({
    customerId,
    memberId: row.id,
    name: row.name,
    relation: row.relation,
    birthDate: row.date,
  });
  const told = (before: FamilyRow | null, name: string): string =>
    t(before === null ? 'customers.family.added' : 'customers.family.changed', { name });

  const dates = {
    rows: card.importantDates
      .filter(({ kind }) => kind !== 'birthday')
      .map(({ id, label, date, isYearly, leadDays }): FamilyRow => ({ id, name: label, relation: '', date, isYearly, leadDays })),
    save: async (row: FamilyRow, before: FamilyRow | null): Promise<void> => {
      if (row.date === null) return;
      const { dateId } = await saveDate.mutateAsync(dateInput(row, row.date));
      const former = before?.date ?? null;
      done({
        label: told(before, row.name),
        undo: () =>
          before === null || former === null
            ? call('customers.removeImportantDate', { customerId, dateId })
            : call('customers.saveImportantDate', dateInput(before, former)),
      });
    },
    remove: (row: FamilyRow): void => {
      const { id, date } = row;
      if (id === null || date === null) return;
      const again = { ...dateInput(row, date), dateId: null };
      removeDate.mutate(
        { customerId, dateId: importantDateId(id) },
        {
          onSuccess: () => {
            done({
              label: t('customers.family.removed', { name: row.name }),
              undo: () => call('customers.saveImportantDate', again),
            });
          },
        },
      );
    },
  };
  const members = {
    rows: card.familyMembers.map(({ id, name, relation, birthDate }): FamilyRow => ({
      id,
      name,
      relation,
      date: birthDate,
      isYearly: true,
      leadDays: null,
    })),
    save: async (row: FamilyRow, before: FamilyRow | null): Promise<void> => {
      const { memberId } = await saveMember.mutateAsync(memberInput(row));
      done({
        label: told(before, row.name),
        undo: () =>
          before === null
            ? call('customers.removeFamilyMember', { customerId, memberId })
            : call('customers.saveFamilyMember', memberInput(before)),
      });
    },
    remove: (row: FamilyRow): void => {
      const { id } = row;
      if (id === null) return;
      removeMember.mutate(
        { customerId, memberId: familyMemberId(id) },
        {
          onSuccess: () => {
            done({
              label: t('customers.family.removed', { name: row.name }),
              undo: () => call('customers.saveFamilyMember', { ...memberInput(row), memberId: null }),
            });
          },
        },
      );
    },
  };
  return { dates, members };
};
