import { parseArgs } from 'node:util';
import { isLocalDate, localDate, type LocalDate } from '../../shared/types/time.ts';

/** What the command line asks for. */
export interface ShellArguments {
  /** The store file to open, as given; undefined means the default one in the user data folder. */
  readonly store: string | undefined;
  readonly isDemo: boolean;
  readonly userData: string | undefined;
  /** Language of the screens for this run, whatever the settings say. */
  readonly language: 'zh-CN' | 'en' | undefined;
  /** The business day that this run pretends to be on, for trying out and for tests. */
  readonly today: LocalDate | undefined;
}

/**
 * Reads our own options and leaves everything else to Chromium: Electron mixes its switches and the app folder
 * into the same list.
 */
export function parseShellArguments(argv: readonly string[]): ShellArguments {
  const { values } = parseArgs({
    args: [...argv],
    strict: false,
    allowPositionals: true,
    options: {
      store: { type: 'string' },
      demo: { type: 'boolean' },
      'user-data-dir': { type: 'string' },
      lang: { type: 'string' },
      today: { type: 'string' },
    },
  });
  return {
    store: textOf(values['store']),
    isDemo: values['demo'] === true,
    userData: textOf(values['user-data-dir']),
    language: languageOf(values['lang']),
    today: dayOf(values['today']),
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function languageOf(value: unknown): ShellArguments['language'] {
  return value === 'zh-CN' || value === 'en' ? value : undefined;
}

function dayOf(value: unknown): LocalDate | undefined {
  return typeof value === 'string' && isLocalDate(value) ? localDate(value) : undefined;
}
