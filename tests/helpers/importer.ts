import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { importsInternal, importsStudies } from '../../electron/handlers/imports.ts';
import type { InternalCommands } from '../../electron/handlers/internal.ts';
import { detachScratch } from '../../electron/store/scratch.ts';
import { importsContract } from '../../shared/contract/imports.ts';
import type { CallInput, OutputOf } from '../../shared/contract.ts';
import { pathToken } from '../../shared/types/ids.ts';
import type { ImportId, PathToken } from '../../shared/types/ids.ts';
import { openTestStore, openTestStudy } from './store.ts';
import type { TestStore, TestStudy } from './store.ts';

type Wish<Name extends 'imports.inspect' | 'imports.preview' | 'imports.run'> = Omit<CallInput<Name>, 'file'>;

/** A store on disk with an importer at its side; files are given as text or bytes. */
export interface TestImporter {
  readonly store: TestStore;
  readonly study: TestStudy;
  write(name: string, content: string | Uint8Array): PathToken;
  inspect(file: PathToken, wish?: Wish<'imports.inspect'>): Promise<OutputOf<'imports.inspect'>>;
  preview(file: PathToken, wish: Wish<'imports.preview'>): Promise<OutputOf<'imports.preview'>>;
  run(file: PathToken, wish: Wish<'imports.run'>): Promise<OutputOf<'imports.run'>>;
  undo(importId: ImportId | null): Promise<OutputOf<'imports.undo'>>;
  /** Called after each part of an import or undo that the writer has done: the desk's turn. What it throws the study meets instead of an answer. */
  onPart: ((name: keyof InternalCommands) => void) | null;
  close(): void;
}

export const openTestImporter = (options: Parameters<typeof openTestStore>[0] = {}): TestImporter => {
  const store = openTestStore({ ...options, onDisk: true });
  const folder = mkdtempSync(join(dirname(store.path), 'files-'));
  const paths: Record<string, string> = {};
  const alone = openTestStudy(store, importsInternal, paths);
  const study: TestStudy = {
    ...alone,
    context: {
      ...alone.context,
      write: async (name, input) => {
        const answer = await alone.context.write(name, input);
        importer.onPart?.(name);
        return answer;
      },
    },
  };
  const importer: TestImporter = {
    store,
    study,
    onPart: null,
    write: (name, content) => {
      const token = pathToken(randomUUID());
      paths[token] = join(folder, name);
      writeFileSync(join(folder, name), content);
      return token;
    },
    inspect: (file, wish = {}) =>
      importsStudies['imports.inspect'](study.context, importsContract.inspect.input.parse({ file, ...wish })),
    preview: (file, wish) =>
      importsStudies['imports.preview'](study.context, importsContract.preview.input.parse({ file, ...wish })),
    run: async (file, wish) => {
      try {
        return await importsStudies['imports.run'](study.context, importsContract.run.input.parse({ file, ...wish }));
      } finally {
        // What the worker does once the last part is over.
        detachScratch(store.database);
      }
    },
    undo: (importId) => {
      if (importId === null) throw new Error('nothing was imported');
      return importsStudies['imports.undo'](study.context, importsContract.undo.input.parse({ importId }));
    },
    close: () => {
      study.close();
      store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return importer;
};
