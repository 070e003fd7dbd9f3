import { app, clipboard, dialog, type BrowserWindow } from 'electron';
import { basename } from 'node:path';
import type { Gate, ShellHandlers } from '../gate/gate.ts';
import { ownerSession } from '../gate/session.ts';
import { contract, type CallInput } from '../../shared/contract.ts';
import { MOST_SHEETS } from '../../shared/contract/exports.ts';
import type { LabelPage } from '../../shared/domain/labels/layout.ts';
import { unwrap } from '../../shared/errors.ts';
import { shopSettingsSchema, defaultSettings } from '../../shared/contract/settings.ts';
import { businessDate, instant, onBusinessDay, type LocalDate } from '../../shared/types/time.ts';
import type { Facing } from './facing.ts';
import { dialogText, type DialogLanguage } from './dialogText.ts';
import { readAttachment } from './attachmentCopy.ts';
import { labelsPdf } from './labels.ts';
import { writeWholeFile } from './wholeFile.ts';

interface ShellContext {
  readonly window: () => BrowserWindow | undefined;
  readonly facing: Facing;
  readonly gate: () => Promise<Gate>;
  /** The business day to pretend; undefined is the real one. */
  readonly today: LocalDate | undefined;
}

/**
 * What only the window's own process can do. A path that a person chooses stays here: the page gets a token for it
 * and its last name.
 */
export function createShellHandlers(context: ShellContext): ShellHandlers {
  const settings = async () => {
    const answer = await (await context.gate()).call('settings.get', {}, ownerSession);
    return answer.ok ? shopSettingsSchema.parse(answer.value) : defaultSettings;
  };
  const words = async () => dialogText[(await settings()).language satisfies DialogLanguage];
  return {
    'shell.chooseFile': async ({ purpose }, tokens) => {
      const text = await words();
      const chosen = await open(context, {
        title: text.chooseFile[purpose],
        filters: [
          {
            name: text.files[purpose],
            extensions: purpose === 'import' ? ['xlsx', 'xls', 'csv', 'txt', 'tsv', 'vcf', 'htm', 'html'] : ['db', 'regulars'],
          },
          { name: text.allFiles, extensions: ['*'] },
        ],
        properties: ['openFile'],
      });
      return chosen === undefined ? null : tokens.issue(chosen);
    },
    'shell.chooseFolder': async (_input, tokens) => {
      const text = await words();
      const chosen = await open(context, { title: text.chooseFolder, properties: ['openDirectory', 'createDirectory'] });
      return chosen === undefined ? null : tokens.issue(chosen);
    },
    'shell.chooseTarget': async ({ suggestedName, format }, tokens) => {
      const text = await words();
      const path = await save(context, {
        title: text.saveText,
        defaultPath: nameOnly(suggestedName),
        filters: [{ name: text.targets[format], extensions: [format] }],
      });
      return path === undefined ? null : tokens.issue(path);
    },
    'shell.saveLabels': async ({ suggestedName, ...choices }) => {
      const text = await words();
      const path = await save(context, {
        title: text.saveText,
        defaultPath: nameOnly(suggestedName),
        filters: [{ name: 'PDF', extensions: ['pdf'] }],
      });
      if (path === undefined) return null;
      const ask = async (input: Partial<CallInput<'exports.labels'>>) =>
        contract.exports.labels.output.parse(
          unwrap(await (await context.gate()).call('exports.labels', { ...choices, ...input }, ownerSession)),
        );
      const first = await ask({ sheets: MOST_SHEETS });
      const pages: LabelPage[] = [...first.sheets];
      while (pages.length < first.sheetCount)
        pages.push(...(await ask({ firstSheet: pages.length, sheets: MOST_SHEETS })).sheets);
      await writeWholeFile(path, await labelsPdf(pages));
      await ask({ printedTo: basename(path) });
      return { name: basename(path), labels: first.labels, sheets: pages.length };
    },
    'shell.saveText': async ({ suggestedName, text }) => {
      const path = await save(context, { title: (await words()).saveText, defaultPath: nameOnly(suggestedName) });
      if (path === undefined) return null;
      await writeWholeFile(path, text);
      return { name: basename(path) };
    },
    'shell.saveAttachment': async ({ attachmentId }) => {
      const { name, bytes } = await readAttachment(await context.gate(), attachmentId);
      const path = await save(context, { title: (await words()).saveText, defaultPath: nameOnly(name) });
      if (path === undefined) return null;
      await writeWholeFile(path, bytes);
      return { name: basename(path) };
    },
    'shell.copyText': async ({ text }) => {
      await clipboard.writeText(text);
      return {};
    },
    'shell.facingState': () => ({ hasOwnScreen: context.facing.hasOwnScreen(), isOpen: context.facing.window() !== undefined }),
    'shell.openFacing': ({ code }) => ({ hasOwnScreen: context.facing.open(code) }),
    'shell.closeFacing': () => {
      context.facing.close();
      return {};
    },
    'shell.leaveFacing': ({ code }) => context.facing.leave(code),
    'shell.startState': async () => {
      const state = (await context.gate()).state();
      const present = instant(Date.now());
      const { timeZone, dayTurnHour } = await settings();
      const now = context.today === undefined ? present : onBusinessDay(present, context.today, timeZone, dayTurnHour);
      return {
        isReady: state.ok,
        error: state.ok ? null : { code: state.error.code, details: { ...state.error.details } },
        now,
        today: businessDate(now, timeZone, dayTurnHour),
        versions: {
          app: app.getVersion(),
          electron: process.versions.electron,
          chrome: process.versions.chrome,
          node: process.versions.node,
        },
      };
    },
  };
}

/** The page suggests a name, never a folder. */
const nameOnly = (suggested: string): string => basename(suggested.replaceAll('\\', '/'));

async function save({ window }: ShellContext, options: Electron.SaveDialogOptions): Promise<string | undefined> {
  const parent = window();
  const { canceled, filePath } = await (parent ? dialog.showSaveDialog(parent, options) : dialog.showSaveDialog(options));
  return canceled || filePath === '' ? undefined : filePath;
}

async function open({ window }: ShellContext, options: Electron.OpenDialogOptions): Promise<string | undefined> {
  const parent = window();
  const { canceled, filePaths } = await (parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options));
  return canceled ? undefined : filePaths[0];
}
