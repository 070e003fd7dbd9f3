import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUndo } from '../../app/useUndo.tsx';
import { useTold } from '../../components/useTold.ts';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { usePages } from '../../ipc/usePages.ts';
import type { Attachment } from './Picture.tsx';
import { roomText } from './roomText.ts';

/** A customer's photos and files, or those in the bin, read on page by page, with the pairs whose photos are among them. */
export const useAttachments = (customerId: string, isInBin: boolean) => {
  const pages = usePages(
    'attachments.list',
    ({ limit, offset }) => call('attachments.list', { customerId, isInBin, limit, offset }),
    `${customerId} ${isInBin ? 'bin' : 'present'}`,
  );
  const { rows, first } = pages;
  const byId = new Map<string, Attachment>(rows.map((row) => [row.id, row]));
  const pairs = (first?.pairs ?? []).flatMap(({ id, beforeId, afterId }) => {
    const [before, after] = [byId.get(beforeId), byId.get(afterId)];
    return before === undefined || after === undefined ? [] : [{ id, before, after }];
  });
  return { ...pages, byId, pairs };
};

/** Which of the rows are selected, in the order of the rows. */
export const useSelection = (rows: readonly Attachment[]) => {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  return {
    ids,
    chosen: rows.filter(({ id }) => ids.has(id)),
    toggle: (id: string): void => {
      setIds((now) => (now.has(id) ? new Set([...now].filter((one) => one !== id)) : new Set([...now, id])));
    },
    clear: (): void => {
      setIds(new Set());
    },
  };
};

/** Into the bin, out of it, and gone for good; `onDone` is told when it is done. */
export const useBinCommands = (customerId: string, onDone: () => void) => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const told = useTold();
  const remove = useCommand('attachments.remove');
  const restore = useCommand('attachments.restore');
  const purge = useCommand('attachments.purge');
  const inputOf = (attachments: readonly Attachment[]) => ({ customerId, attachmentIds: attachments.map(({ id }) => id) });
  return {
    isRemoving: remove.isPending,
    isRestoring: restore.isPending,
    isPurging: purge.isPending,
    remove: (attachments: readonly Attachment[]): void => {
      const input = inputOf(attachments);
      remove.mutate(input, {
        onSuccess: () => {
          const label = t('attachments.removed', { count: attachments.length });
          done({ label, undo: () => call('attachments.restore', input) });
          onDone();
        },
      });
    },
    restore: (attachments: readonly Attachment[]): void => {
      const input = inputOf(attachments);
      restore.mutate(input, {
        onSuccess: () => {
          const label = t('attachments.restored', { count: attachments.length });
          done({ label, undo: () => call('attachments.remove', input) });
          onDone();
        },
      });
    },
    purge: (attachments: readonly Attachment[], onSettled: () => void): void => {
      purge.mutate(inputOf(attachments), {
        onSuccess: ({ freedBytes }) => {
          told(t('attachments.purged', { room: roomText(freedBytes) }));
          onDone();
        },
        onSettled,
      });
    },
  };
};
