import { app, clipboard, dialog, shell, type BrowserWindow } from 'electron';
import { basename } from 'node:path';
import type { Gate, ShellHandlers } from '../gate/gate.ts';
import { programSession } from '../gate/session.ts';
import { contract, type CallInput } from '../../shared/contract.ts';
import { MOST_SHEETS } from '../../shared/contract/exports.ts';
import { labelDocument, type LabelPage } from '../../shared/domain/labels/layout.ts';
import { unwrap } from '../../shared/errors.ts';
import { shopSettingsSchema, defaultSettings, type ShopSettings } from '../../shared/contract/settings.ts';
import { businessDate, instant, onBusinessDay, type LocalDate } from '../../shared/types/time.ts';
import type { Facing } from './facing.ts';
import { dialogText, type DialogLanguage } from './dialogText.ts';
import { readAttachment } from './attachmentCopy.ts';
import { printHandlers } from './printHandlers.ts';
import { savePdf } from './savePdf.ts';
import { recoveryHandlers } from './recoveryHandlers.ts';
import { writeWholeFile } from '../files/wholeFile.ts';

interface ShellContext {
  readonly window: () => BrowserWindow | undefined;
  readonly facing: Facing;
  readonly gate: () => Promise<Gate>;
  /** The business day to pretend; undefined is the real one. */
  readonly today: LocalDate | undefined;
  /** Closes the window without its backup. */
  readonly skipClosing: () => void;
}

/**
 * What only the window's own process can do. A path that a person chooses stays here: the page gets a token for it
 * and its last name.
 */
export function createShellHandlers(context: ShellContext): ShellHandlers {
  const settings = async () => {
    const answer = await (await context.gate()).call('settings.get', {}, programSession);
    return answer.ok ? shopSettingsSchema.parse(answer.value) : defaultSettings;
  };
  const words = async () => dialogText[(await settings()).language satisfies DialogLanguage];
  const choosePdf = async (suggestedName: string) =>
    save(context, {
      title: (await words()).saveText,
      defaultPath: nameOnly(suggestedName),
      filters: [{ name: 'PDF', extensions: ['pdf'] }],
    });
  /** The present moment and business day. */
  const present = ({ timeZone, dayTurnHour }: ShopSettings) => {
    const clock = instant(Date.now());
    const now = context.today === undefined ? clock : onBusinessDay(clock, context.today, timeZone, dayTurnHour);
    return { now, today: businessDate(now, timeZone, dayTurnHour) };
  };
  return {
    ...recoveryHandlers({
      choosePdf,
      shop: async () => {
        const known = await settings();
        return { shopName: known.shopName, today: present(known).today };
      },
    }),
    ...printHandlers({ choosePdf, gate: context.gate }),
    'shell.chooseFile': async ({ purpose }, tokens) => {
      const text = await words();
      const chosen = await open(context, {
        title: text.chooseFile[purpose],
        filters: [
          {
            name: text.files[purpose],
            extensions:
              purpose === 'import'
                ? ['xlsx', 'xls', 'csv', 'txt', 'tsv', 'vcf', 'htm', 'html']
                : ['rgbackup', '001', 'db', 'regulars'],
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
    'shell.saveLabels': async ({ suggestedName, ...choices }, _tokens, _record, session) => {
      const ask = async (input: Partial<CallInput<'exports.labels'>>) =>
        contract.exports.labels.output.parse(
          unwrap(await (await context.gate()).call('exports.labels', { ...choices, ...input }, session)),
        );
      const pages: LabelPage[] = [];
      let labels = 0;
      const name = await savePdf(choosePdf, suggestedName, {
        make: async () => {
          const first = await ask({ sheets: MOST_SHEETS });
          labels = first.labels;
          pages.push(...first.sheets);
          while (pages.length < first.sheetCount)
            pages.push(...(await ask({ firstSheet: pages.length, sheets: MOST_SHEETS })).sheets);
          return labelDocument(pages);
        },
        // Registered and audited as an export before there is a file.
        note: (printedTo) => ask({ printedTo }),
      });
      return name === null ? null : { name, labels, sheets: pages.length };
    },
    'shell.saveStatement': async ({ suggestedName, ...choices }, _tokens, _record, session) => {
      const name = await savePdf(choosePdf, suggestedName, {
        // Asked as whoever sits at the desk: the paper shows what they may see.
        make: async (printedTo) => {
          const answer = await (await context.gate()).call('privacy.statement', { ...choices, printedTo }, session);
          return contract.privacy.statement.output.parse(unwrap(answer)).html;
        },
      });
      return name === null ? null : { name };
    },
    'shell.saveForm': async ({ suggestedName, ...choices }, _tokens, record, session) => {
      const name = await savePdf(choosePdf, suggestedName, {
        // Asked as whoever sits at the desk: the paper shows what they may see.
        make: async () => {
          const answer = await (await context.gate()).call('signedForms.document', choices, session);
          return contract.signedForms.document.output.parse(unwrap(answer)).html;
        },
        note: (file) => record({ details: { templateId: choices.templateId, formId: choices.formId, file } }),
      });
      return name === null ? null : { name };
    },
    'shell.saveText': async ({ suggestedName, text }, _tokens, record) => {
      const path = await save(context, { title: (await words()).saveText, defaultPath: nameOnly(suggestedName) });
      if (path === undefined) return null;
      await record({ details: { file: basename(path), characters: text.length } });
      await writeWholeFile(path, text);
      return { name: basename(path) };
    },
    'shell.saveAttachment': async ({ attachmentId }, _tokens, record, session) => {
      const { name, bytes } = await readAttachment(await context.gate(), attachmentId, session);
      const path = await save(context, { title: (await words()).saveText, defaultPath: nameOnly(name) });
      if (path === undefined) return null;
      await record({ details: { attachmentId, bytes: bytes.length } });
      await writeWholeFile(path, bytes);
      return { name: basename(path) };
    },
    'shell.copyText': async ({ text }, _tokens, record) => {
      await record({ details: { characters: text.length } });
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
    'shell.skipClosingBackup': () => {
      context.skipClosing();
      return {};
    },
    'shell.showStore': async () => {
      shell.showItemInFolder((await context.gate()).storePath);
      return {};
    },
    'shell.startState': async () => {
      const state = (await context.gate()).state();
      return {
        isReady: state.ok,
        error: state.ok ? null : { code: state.error.code, details: { ...state.error.details } },
        ...present(await settings()),
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
