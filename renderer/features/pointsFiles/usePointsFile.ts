import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { missingPointsFileField } from '../../../shared/domain/loyalty/pointsFile.ts';
import type { PointsFileField } from '../../../shared/domain/loyalty/pointsFile.ts';
import { useErrorToast } from '../../app/useErrorToast.tsx';
import { useUndo } from '../../app/useUndo.tsx';
import { call, client } from '../../ipc/client.ts';
import { useJob } from '../../ipc/useJob.ts';

type Choices = Pick<HandlerInput<'pointsFiles.preview'>, 'sheet' | 'headerLine' | 'reason'> & {
  readonly mapping: (PointsFileField | null)[];
};
type Reading = Pick<Choices, 'sheet' | 'headerLine'>;
type Outcome = OutputOf<'pointsFiles.apply'>;

/** The file of points under way: chosen, looked at, previewed, applied. Each change of a choice asks for a new preview. */
export const usePointsFile = () => {
  const { t } = useTranslation();
  const showError = useErrorToast();
  const { done } = useUndo();
  const inspect = useJob('pointsFiles.inspect');
  const preview = useJob('pointsFiles.preview');
  const apply = useJob('pointsFiles.apply', { outlivesPage: true });
  const goOn = useJob('pointsFiles.goOn', { outlivesPage: true });
  const undo = useJob('pointsFiles.undo', { outlivesPage: true });
  const [file, setFile] = useState<string | null>(null);
  const [inspected, setInspected] = useState<OutputOf<'pointsFiles.inspect'> | null>(null);
  const [choices, setChoices] = useState<Choices | null>(null);
  const missing = choices === null ? null : missingPointsFileField(choices.mapping);

  const clear = (): void => {
    setFile(null);
    setInspected(null);
    setChoices(null);
    for (const job of [inspect, preview, apply]) job.reset();
  };
  const look = async (token: string, chosen: Choices): Promise<void> => {
    setChoices(chosen);
    apply.reset();
    if (missingPointsFileField(chosen.mapping) !== null) preview.reset();
    else await preview.start((jobId) => ({ jobId, file: token, ...chosen }));
  };
  const read = async (token: string, reading: Reading, reason: string | null): Promise<void> => {
    preview.reset();
    apply.reset();
    const found = await inspect.start((jobId) => ({ jobId, file: token, ...reading }));
    setInspected(found);
    if (found) await look(token, { mapping: found.mapping, sheet: found.sheet, headerLine: reading.headerLine, reason });
  };

  const takeBack = async (fileId: Outcome['fileId']): Promise<void> => {
    const { back, kept } = await call('pointsFiles.undo', { fileId });
    if (kept > 0) notifications.show({ color: 'amber', message: t('pointsFiles.history.undoneSome', { back, kept }) });
  };
  const tell = ({ fileId, done: rows, left, isFinished }: Outcome): void => {
    const words = t(isFinished ? 'pointsFiles.run.done' : 'pointsFiles.run.stopped', { count: rows });
    const label = left === 0 ? words : `${words} · ${t('pointsFiles.run.left', { count: left })}`;
    done({ label, undo: () => takeBack(fileId) });
  };

  return {
    inspected,
    choices,
    /** What no column means, though it is needed. */
    missing,
    inspect,
    preview,
    apply,
    goOn,
    undo,
    choose: async (): Promise<void> => {
      try {
        const chosen = await client.shell.chooseFile({ purpose: 'import' });
        if (chosen === null) return;
        setFile(chosen.token);
        setInspected(null);
        await read(chosen.token, { sheet: null, headerLine: null }, choices?.reason ?? null);
      } catch (error) {
        showError(error);
      }
    },
    /** Another sheet, or another line as the header. */
    readAgain: (reading: Reading): void => {
      if (file !== null) void read(file, reading, choices?.reason ?? null);
    },
    change: (changes: Partial<Choices>): void => {
      if (file !== null && choices !== null) void look(file, { ...choices, ...changes });
    },
    start: async (): Promise<void> => {
      if (file === null || choices === null || preview.state.status !== 'done') return;
      const { fingerprint: confirmed } = preview.state.value;
      const again = inspected?.alreadyApplied !== null;
      const outcome = await apply.start((jobId) => ({ jobId, file, ...choices, confirmed, again }));
      if (outcome === null) return;
      clear();
      tell(outcome);
    },
    resume: async (fileId: Outcome['fileId']): Promise<void> => {
      const outcome = await goOn.start((jobId) => ({ jobId, fileId }));
      if (outcome !== null) tell(outcome);
    },
    takeBackAll: async (fileId: Outcome['fileId']): Promise<void> => {
      const taken = await undo.start((jobId) => ({ jobId, fileId }));
      if (taken === null) return;
      const { back, kept } = taken;
      const message =
        kept > 0 ? t('pointsFiles.history.undoneSome', { back, kept }) : t('pointsFiles.history.isUndone', { count: back });
      notifications.show({ color: kept > 0 ? 'amber' : 'jade', message });
    },
    clear,
    /** Leaving the page: what is being applied goes on, everything else is dropped. */
    leave: (): void => {
      if (apply.state.status === 'running') return;
      inspect.cancel();
      preview.cancel();
      clear();
    },
  };
};

export type PointsFile = ReturnType<typeof usePointsFile>;
