import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Outcome } from '../../../shared/contract/callbacks.ts';
import type { Instant } from '../../../shared/types/time.ts';
import { useUndo } from '../../app/useUndo.tsx';
import { client } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useOperation } from '../../ipc/useOperation.ts';

/** Today's list, whose row is selected, and recording how a call went. */
export const useTodayList = () => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { done } = useUndo();
  const wanted = useSearch({ from: '/today' }).customerId;
  const list = useOperation('callbacks.today', {});
  const record = useCommand('callbacks.recordOutcome');

  const rows = list.data?.rows ?? [];
  const handled = list.data?.handled ?? [];
  const selectedIndex = Math.max(
    0,
    rows.findIndex(({ customerId }) => customerId === wanted),
  );
  const selected = rows[selectedIndex] ?? null;

  /**
   * Whose outcome is on its way or recorded while the row is still the selected one: a second press in the moment before the
   * next row is selected must not be a second outcome for the same person.
   */
  const settled = useRef<string | null>(null);
  const selectedId = selected?.customerId ?? null;
  useEffect(() => {
    if (settled.current !== selectedId) settled.current = null;
  }, [selectedId]);

  const selectCustomer = (customerId: string | undefined): void => {
    void navigate({ to: '/today', search: customerId === undefined ? {} : { customerId }, replace: true });
  };
  const select = (index: number): void => {
    const row = rows[Math.min(Math.max(index, 0), rows.length - 1)];
    if (row !== undefined) selectCustomer(row.customerId);
  };

  const takeBack = async (callbackId: string, customerId: string): Promise<void> => {
    await client.callbacks.undoOutcome({ callbackId });
    settled.current = null;
    selectCustomer(customerId);
  };

  /** Records and moves on to the next row; resolves to false when it failed and the row stays selected. */
  const recordOutcome = async (outcome: Outcome, note: string, nextAttemptAt: Instant | null): Promise<boolean> => {
    if (selected === null || settled.current === selected.customerId) return false;
    const { customerId, name } = selected;
    settled.current = customerId;
    const following = rows[selectedIndex + 1] ?? rows[selectedIndex - 1];
    try {
      const { callbackId } = await record.mutateAsync({ customerId, outcome, note, nextAttemptAt });
      selectCustomer(following?.customerId);
      done({
        label: t('callbacks.recorded', { name, outcome: t(`callbacks.outcome.${outcome}`) }),
        undo: () => takeBack(callbackId, customerId),
      });
      return true;
    } catch {
      // Told in a toast by the command; what was typed stays.
      settled.current = null;
      return false;
    }
  };

  return {
    list,
    rows,
    handled,
    selected,
    selectedIndex,
    select,
    selectCustomer,
    takeBack,
    recordOutcome,
    isRecording: record.isPending,
  };
};
