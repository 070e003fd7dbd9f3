import { useState } from 'react';
import type { CallInput, OutputOf } from '../../../shared/contract.ts';
import { useTranslation } from 'react-i18next';
import { useErrorToast } from '../../app/useErrorToast.tsx';
import { useUndo } from '../../app/useUndo.tsx';
import { client } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useJob } from '../../ipc/useJob.ts';

export type Inspected = OutputOf<'imports.inspect'>;
export type ImportChoices = Omit<CallInput<'imports.preview'>, 'jobId' | 'file'>;

/** How the table is found in the file; null: seen by itself. */
type Reading = Pick<CallInput<'imports.inspect'>, 'sheet' | 'headerLine'>;
const NOTHING_SAID: Reading = { sheet: null, headerLine: null };

/** The file being imported: chosen, looked at, previewed, imported. Each change of a choice asks for a new preview. */
export const useImportFile = () => {
  const { t } = useTranslation();
  const showError = useErrorToast();
  const { done } = useUndo();
  const forget = useCommand('imports.forgetMapping');
  const save = useCommand('imports.saveMapping');
  const inspect = useJob('imports.inspect');
  const preview = useJob('imports.preview');
  const run = useJob('imports.run', { outlivesPage: true });
  const [file, setFile] = useState<string | null>(null);
  const [inspected, setInspected] = useState<Inspected | null>(null);
  const [choices, setChoices] = useState<ImportChoices | null>(null);

  const [lastPreview, setLastPreview] = useState<OutputOf<'imports.preview'> | null>(null);

  const look = async (token: string, chosen: ImportChoices): Promise<void> => {
    setChoices(chosen);
    run.reset();
    const found = await preview.start((jobId) => ({ jobId, file: token, ...chosen }));
    if (found) setLastPreview(found);
  };
  const read = async (token: string, form: 'purchases' | 'customers' | null, reading: Reading = NOTHING_SAID): Promise<void> => {
    preview.reset();
    run.reset();
    setLastPreview(null);
    const found = await inspect.start((jobId) => ({ jobId, file: token, form, ...reading }));
    setInspected(found);
    if (!found) return;
    const { mapping, saved } = found;
    await look(token, { ...saved?.choices, form: found.form, mapping, sheet: found.sheet, headerLine: reading.headerLine });
  };
  const readingOf = (): Reading => ({ sheet: choices?.sheet ?? null, headerLine: choices?.headerLine ?? null });

  const clear = (): void => {
    setFile(null);
    setInspected(null);
    setChoices(null);
    setLastPreview(null);
    for (const job of [inspect, preview, run]) job.reset();
  };

  return {
    inspected,
    choices,
    lastPreview,
    inspect,
    preview,
    run,
    choose: async (): Promise<void> => {
      try {
        const chosen = await client.shell.chooseFile({ purpose: 'import' });
        if (chosen === null) return;
        setFile(chosen.token);
        setInspected(null);
        await read(chosen.token, null);
      } catch (error) {
        showError(error);
      }
    },
    changeForm: (form: 'purchases' | 'customers'): void => {
      if (file !== null) void read(file, form, readingOf());
    },
    /** Another sheet, or another line as the header. */
    readAgain: (reading: Reading): void => {
      if (file !== null) void read(file, null, reading);
    },
    change: (changes: Partial<ImportChoices>): void => {
      if (file !== null && choices !== null) void look(file, { ...choices, ...changes });
    },
    /** Forgets what was chosen for the last file with this header, and guesses anew. */
    forgetSaved: async (): Promise<void> => {
      if (file === null || !inspected?.saved) return;
      const { forgotten } = await forget.mutateAsync({ signature: inspected.saved.signature });
      await read(file, null, readingOf());
      done({
        label: t('imports.saved.forgotten'),
        undo: async () => {
          await save.mutateAsync(forgotten);
          await read(file, forgotten.form, readingOf());
        },
      });
    },
    start: async (again: boolean): Promise<void> => {
      if (file !== null && choices !== null) await run.start((jobId) => ({ jobId, file, ...choices, again }));
    },
    clear,
    /** Leaving the page: what is being imported goes on, everything else is dropped. */
    leave: (): void => {
      if (run.state.status === 'running') return;
      inspect.cancel();
      preview.cancel();
      clear();
    },
  };
};

export type ImportFile = ReturnType<typeof useImportFile>;
