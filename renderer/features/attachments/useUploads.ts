import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as uuidv7 } from 'uuid';
import type { Consent } from '../../../shared/domain/attachments/consent.ts';
import { AppError } from '../../../shared/errors.ts';
import { useUndo } from '../../app/useUndo.tsx';
import { call } from '../../ipc/client.ts';
import { prepareFile } from './prepare.ts';
import { sendBytes } from './transfer.ts';

/** One file on its way. */
export interface Upload {
  readonly key: string;
  readonly name: string;
  readonly status: 'waiting' | 'shrinking' | 'sending' | 'done' | 'failed' | 'cancelled';
  /** 0 to 1. */
  readonly share: number;
  readonly error: AppError | null;
}

const isUnderWay = ({ status }: Upload): boolean => status === 'waiting' || status === 'shrinking' || status === 'sending';

/** Adds files one after the other, with progress; one that is refused does not hold up the others. */
export const useUploads = (customerId: string, consent: Consent) => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const running = useRef<AbortController | null>(null);
  const tail = useRef<Promise<unknown>>(Promise.resolve());

  const change = useCallback((key: string, changes: Partial<Upload>): void => {
    setUploads((all) => all.map((one) => (one.key === key ? { ...one, ...changes } : one)));
  }, []);

  const addOne = async (key: string, file: File, signal: AbortSignal): Promise<string | null> => {
    try {
      if (signal.aborted) throw new AppError('cancelled');
      change(key, { status: 'shrinking' });
      const { name, bytes, thumbnail } = await prepareFile(file);
      change(key, { status: 'sending' });
      const uploadId = await sendBytes(bytes, signal, (share) => {
        change(key, { share });
      });
      const thumbnailUploadId = thumbnail === null ? null : await sendBytes(thumbnail, signal, () => undefined);
      const { attachmentId } = await call('attachments.add', { customerId, uploadId, thumbnailUploadId, name, consent });
      change(key, { status: 'done', share: 1 });
      return attachmentId;
    } catch (error) {
      const known = error instanceof AppError ? error : new AppError('internal');
      change(key, known.code === 'cancelled' ? { status: 'cancelled' } : { status: 'failed', error: known });
      return null;
    }
  };

  const addAll = (files: readonly File[]): void => {
    if (files.length === 0) return;
    const controller = running.current?.signal.aborted === false ? running.current : new AbortController();
    running.current = controller;
    const batch = files.map((file) => ({ key: uuidv7(), file }));
    setUploads((all) => [
      ...all.filter((one) => isUnderWay(one)),
      ...batch.map(({ key, file }): Upload => ({ key, name: file.name, status: 'waiting', share: 0, error: null })),
    ]);
    const addBatch = async (before: Promise<unknown>): Promise<void> => {
      await before;
      const added: string[] = [];
      for (const { key, file } of batch) {
        const attachmentId = await addOne(key, file, controller.signal);
        if (attachmentId !== null) added.push(attachmentId);
      }
      if (added.length === 0) return;
      done({
        label: t('attachments.added', { count: added.length }),
        undo: () => call('attachments.remove', { customerId, attachmentIds: added }),
      });
      // What is done needs no more watching; what failed stays until it is read.
      setUploads((all) => all.filter(({ status }) => status !== 'done'));
    };
    tail.current = addBatch(tail.current);
  };

  const cancel = useCallback((): void => {
    running.current?.abort();
    running.current = null;
  }, []);
  // Leaving the card stops what has not begun; nothing half is stored.
  useEffect(() => cancel, [cancel]);

  return {
    uploads,
    addAll,
    cancel,
    clear: (): void => {
      setUploads((all) => all.filter((one) => isUnderWay(one)));
    },
    isRunning: uploads.some((one) => isUnderWay(one)),
  };
};
