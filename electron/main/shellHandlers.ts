import { app, clipboard, dialog, type BrowserWindow } from 'electron';
import { basename } from 'node:path';
import type { Gate, ShellHandlers } from '../gate/gate.ts';
import { ownerSession } from '../gate/session.ts';
import { shopSettingsSchema, defaultSettings } from '../../shared/contract/settings.ts';
import { businessDate, instant, onBusinessDay, type LocalDate } from '../../shared/types/time.ts';
import { dialogText, type DialogLanguage } from './dialogText.ts';
import { writeTextFile } from './textFile.ts';

interface ShellContext {
  readonly window: () => BrowserWindow | undefined;
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
          { name: text.files[purpose], extensions: purpose === 'import' ? ['csv', 'txt', 'tsv'] : ['db', 'regulars'] },
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
    'shell.saveText': async ({ suggestedName, text }) => {
      // The page suggests a name, never a folder.
      const options = { title: (await words()).saveText, defaultPath: basename(suggestedName.replaceAll('\\', '/')) };
      const window = context.window();
      const answer = await (window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options));
      if (answer.canceled || answer.filePath === '') return null;
      await writeTextFile(answer.filePath, text);
      return { name: basename(answer.filePath) };
    },
    'shell.copyText': async ({ text }) => {
      await clipboard.writeText(text);
      return {};
    },
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

async function open({ window }: ShellContext, options: Electron.OpenDialogOptions): Promise<string | undefined> {
  const parent = window();
  const { canceled, filePaths } = await (parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options));
  return canceled ? undefined : filePaths[0];
}
