import { useState } from 'react';
import type { CallInput, OutputOf } from '../../../shared/contract.ts';
import { useErrorToast } from '../../app/useErrorToast.tsx';
import { client } from '../../ipc/client.ts';
import { useJob } from '../../ipc/useJob.ts';

export type Inspected = OutputOf<'imports.inspect'>;
export type ImportChoices = Omit<CallInput<'imports.preview'>, 'jobId' | 'file'>;

/** The file being imported: chosen, looked at, previewed, imported. Each change of a choice asks for a new preview. */
export const useImportFile = () => {
  const showError = useErrorToast();
  const inspect = useJob('imports.inspect');
  const preview = useJob('imports.preview');
  const run = useJob('imports.run');
  const [file, setFile] = useState<string | null>(null);
  const [inspected, setInspected] = useState<Inspected | null>(null);
  const [choices, setChoices] = useState<ImportChoices | null>(null);

  const look = async (token: string, chosen: ImportChoices): Promise<void> => {
    setChoices(chosen);
    run.reset();
    await preview.start((jobId) => ({ jobId, file: token, ...chosen }));
  };
  const read = async (token: string, form: 'purchases' | 'customers' | null): Promise<void> => {
    preview.reset();
    run.reset();
    const found = await inspect.start((jobId) => ({ jobId, file: token, form }));
    setInspected(found);
    if (found) await look(token, { form: found.form, mapping: found.mapping, onExisting: 'update', earnPoints: false });
  };

  return {
    inspected,
    choices,
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
      if (file !== null) void read(file, form);
    },
    change: (changes: Partial<ImportChoices>): void => {
      if (file !== null && choices !== null) void look(file, { ...choices, ...changes });
    },
    start: async (again: boolean): Promise<void> => {
      if (file !== null && choices !== null) await run.start((jobId) => ({ jobId, file, ...choices, again }));
    },
    clear: (): void => {
      setFile(null);
      setInspected(null);
      setChoices(null);
      for (const job of [inspect, preview, run]) job.reset();
    },
  };
};

export type ImportFile = ReturnType<typeof useImportFile>;
