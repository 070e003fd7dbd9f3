import { parseArgs } from 'node:util';
import { MAX_HORIZON_DAYS, forecastUnits } from '../../shared/domain/forecast/names.ts';
import type { ForecastUnit } from '../../shared/domain/forecast/names.ts';
import { matchKeys, type MatchKey } from '../../shared/domain/imports/fields.ts';
import { calendarCodes, type CalendarCodes } from '../../shared/domain/imports/values.ts';
import { isLocalDate, localDate } from '../../shared/types/time.ts';
import type { LocalDate } from '../../shared/types/time.ts';

/** What is wrong with a command line. */
export type UsageCode =
  | 'usage_unknown_option'
  | 'usage_option_value'
  | 'usage_option_not_here'
  | 'usage_option_missing'
  | 'usage_unknown_command'
  | 'usage_argument_missing'
  | 'usage_argument_extra'
  | 'usage_bad_json';

/** The command line cannot be understood: exit code 2. */
export class UsageError extends Error {
  readonly code: UsageCode;
  readonly details: { readonly [key: string]: unknown };

  constructor(code: UsageCode, details: { readonly [key: string]: unknown }) {
    super(code);
    this.name = 'UsageError';
    this.code = code;
    this.details = details;
  }
}

export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

/** Every option; those of one command are listed with it below. */
const options = {
  store: { type: 'string' },
  today: { type: 'string' },
  lang: { type: 'string' },
  verbose: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  encrypt: { type: 'boolean' },
  'code-file': { type: 'string' },
  as: { type: 'string' },
  'pin-file': { type: 'string' },
  form: { type: 'string' },
  preset: { type: 'string' },
  again: { type: 'boolean' },
  'on-existing': { type: 'string' },
  'earn-points': { type: 'boolean' },
  sheet: { type: 'string' },
  'match-by': { type: 'string' },
  'on-new': { type: 'string' },
  'on-conflict': { type: 'string' },
  'gender-codes': { type: 'string' },
  'calendar-codes': { type: 'string' },
  balances: { type: 'string' },
  'identity-numbers': { type: 'string' },
  'keep-suspect-birthdays': { type: 'boolean' },
  limit: { type: 'string' },
  to: { type: 'string' },
  until: { type: 'string' },
  unit: { type: 'string' },
  horizon: { type: 'string' },
} as const;
type OptionName = keyof typeof options;
const isOption = (name: string): name is OptionName => Object.hasOwn(options, name);
const globalOptions: readonly OptionName[] = [
  'store',
  'today',
  'lang',
  'verbose',
  'help',
  'encrypt',
  'code-file',
  'as',
  'pin-file',
];

interface CommandShape {
  readonly operands: readonly string[];
  readonly options: readonly OptionName[];
  readonly needsStore: boolean;
}
const commands = {
  import: {
    operands: ['FILE'],
    options: [
      'form',
      'preset',
      'sheet',
      'match-by',
      'on-existing',
      'on-new',
      'on-conflict',
      'gender-codes',
      'calendar-codes',
      'balances',
      'identity-numbers',
      'keep-suspect-birthdays',
      'earn-points',
      'again',
    ],
    needsStore: true,
  },
  today: { operands: [], options: ['limit'], needsStore: true },
  segments: { operands: [], options: [], needsStore: true },
  forecast: { operands: [], options: ['until', 'unit', 'horizon'], needsStore: true },
  customer: { operands: ['ID|NUMBER'], options: [], needsStore: true },
  backup: { operands: ['DIR'], options: [], needsStore: true },
  verify: { operands: ['FILE'], options: [], needsStore: false },
  restore: { operands: ['FILE'], options: [], needsStore: true },
  check: { operands: [], options: [], needsStore: true },
  salvage: { operands: [], options: ['to'], needsStore: true },
  audit: { operands: ['verify|list'], options: ['limit'], needsStore: true },
  ops: { operands: [], options: [], needsStore: false },
  call: { operands: ['OPERATION', 'JSON'], options: [], needsStore: true },
  help: { operands: [], options: [], needsStore: false },
} as const satisfies Record<string, CommandShape>;
export type CommandName = keyof typeof commands;
const isCommand = (name: string): name is CommandName => Object.hasOwn(commands, name);

export interface CommandLine {
  readonly command: CommandName;
  readonly operands: readonly string[];
  readonly store: string | null;
  readonly today: LocalDate | null;
  readonly language: Language;
  readonly isVerbose: boolean;
  /** Locks a store that lies in the clear, a new one too. */
  readonly encrypt: boolean;
  /** The file with the recovery code: read to open a locked store, written when a store is locked. */
  readonly codeFile: string | null;
  /** Who signs in, where the shop has accounts, and the file with that person's PIN. */
  readonly as: string | null;
  readonly pinFile: string | null;
  readonly form: 'purchases' | 'customers' | null;
  readonly preset: 'auto' | 'cdnow';
  readonly again: boolean;
  readonly onExisting: 'update' | 'skip';
  readonly earnPoints: boolean;
  /** The place of a spreadsheet's sheet, the first being 1; null: the fullest. */
  readonly sheet: number | null;
  readonly matchBy: MatchKey;
  readonly onNew: 'create' | 'skip';
  readonly onConflict: 'file' | 'shop';
  readonly genderCodes: 'zero_male' | 'one_male' | null;
  readonly calendarCodes: CalendarCodes | null;
  readonly balances: 'fill' | 'set';
  readonly identityNumbers: 'leave_out' | 'derive';
  readonly keepSuspectBirthdays: boolean;
  readonly limit: number | null;
  /** Where what was salvaged goes; nothing is there yet. */
  readonly to: string | null;
  /** The last day that a forecast looks at, the unit of its figures, and how many days ahead it looks. */
  readonly until: LocalDate | null;
  readonly unit: ForecastUnit;
  readonly horizonDays: number | null;
}

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true, tokens: true });
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    const option = /'(--?[^ '=]+)/.exec(message)?.[1] ?? message;
    const isUnknown = error instanceof Error && 'code' in error && error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION';
    throw new UsageError(isUnknown ? 'usage_unknown_option' : 'usage_option_value', {
      option,
      ...(isUnknown && { known: Object.keys(options).map((name) => `--${name}`) }),
    });
  }
};

const oneOf = <Value extends string>(option: string, text: string | undefined, values: readonly Value[]): Value | null => {
  if (text === undefined) return null;
  const found = values.find((value) => value === text);
  if (found === undefined) throw new UsageError('usage_option_value', { option, value: text, expected: values });
  return found;
};

const parseDay = (option: string, text: string | undefined): LocalDate | null => {
  if (text === undefined) return null;
  if (!isLocalDate(text)) throw new UsageError('usage_option_value', { option, value: text, expected: ['YYYY-MM-DD'] });
  return localDate(text);
};

/** A number from 1 to 200, or whatever is the most. */
const parseCount = (option: string, text: string | undefined, most = 200): number | null => {
  if (text === undefined) return null;
  const count = Number(text);
  if (!/^\d+$/.test(text) || count < 1 || count > most)
    throw new UsageError('usage_option_value', { option, value: text, expected: [`1..${most}`] });
  return count;
};

/** The language for messages about a command line that may itself be wrong. */
export const languageOf = (args: readonly string[]): Language => {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const said = at === -1 ? undefined : (args[at]?.split('=')[1] ?? args[at + 1]);
  return languages.find((language) => language === said) ?? 'zh-CN';
};

/** Reads a command line (without the program's own name). Throws UsageError. */
export const parseCommandLine = (args: readonly string[]): CommandLine => {
  const { values, positionals, tokens } = parse(args);
  const [name, ...operands] = positionals;
  if (values.help === true) return parsed('help', [], values);
  if (name === undefined) throw new UsageError('usage_argument_missing', { argument: 'COMMAND', known: Object.keys(commands) });
  if (!isCommand(name)) throw new UsageError('usage_unknown_command', { command: name, known: Object.keys(commands) });
  const shape: CommandShape = commands[name];
  for (const token of tokens) {
    if (token.kind !== 'option' || !isOption(token.name) || globalOptions.includes(token.name)) continue;
    if (!shape.options.includes(token.name))
      throw new UsageError('usage_option_not_here', { option: `--${token.name}`, command: name });
  }
  const missing = shape.operands[operands.length];
  if (missing !== undefined) throw new UsageError('usage_argument_missing', { argument: missing, command: name });
  const extra = operands[shape.operands.length];
  if (extra !== undefined) throw new UsageError('usage_argument_extra', { argument: extra, command: name });
  if (shape.needsStore && (values.store ?? '') === '') throw new UsageError('usage_option_missing', { option: '--store' });
  if (name === 'import' && values.form === undefined)
    throw new UsageError('usage_option_missing', { option: '--form', expected: ['purchases', 'customers'] });
  if (name === 'salvage' && values.to === undefined) throw new UsageError('usage_option_missing', { option: '--to' });
  if ((values.as === undefined) !== (values['pin-file'] === undefined))
    throw new UsageError('usage_option_missing', { option: values.as === undefined ? '--as' : '--pin-file' });
  return parsed(name, operands, values);
};

type Values = ReturnType<typeof parse>['values'];

const parsed = (command: CommandName, operands: readonly string[], values: Values): CommandLine => ({
  command,
  operands,
  store: values.store ?? null,
  today: parseDay('--today', values.today),
  language: oneOf('--lang', values.lang, languages) ?? 'zh-CN',
  isVerbose: values.verbose ?? false,
  encrypt: values.encrypt ?? false,
  codeFile: values['code-file'] ?? null,
  as: values.as ?? null,
  pinFile: values['pin-file'] ?? null,
  form: oneOf('--form', values.form, ['purchases', 'customers']),
  preset: oneOf('--preset', values.preset, ['auto', 'cdnow']) ?? 'auto',
  again: values.again ?? false,
  onExisting: oneOf('--on-existing', values['on-existing'], ['update', 'skip']) ?? 'update',
  earnPoints: values['earn-points'] ?? false,
  sheet: parseCount('--sheet', values.sheet),
  matchBy: oneOf('--match-by', values['match-by'], matchKeys) ?? 'auto',
  onNew: oneOf('--on-new', values['on-new'], ['create', 'skip']) ?? 'create',
  onConflict: oneOf('--on-conflict', values['on-conflict'], ['file', 'shop']) ?? 'file',
  genderCodes: oneOf('--gender-codes', values['gender-codes'], ['zero_male', 'one_male']),
  calendarCodes: oneOf('--calendar-codes', values['calendar-codes'], calendarCodes),
  balances: oneOf('--balances', values.balances, ['fill', 'set']) ?? 'fill',
  identityNumbers: oneOf('--identity-numbers', values['identity-numbers'], ['leave_out', 'derive']) ?? 'leave_out',
  keepSuspectBirthdays: values['keep-suspect-birthdays'] ?? false,
  limit: parseCount('--limit', values.limit),
  to: values.to ?? null,
  until: parseDay('--until', values.until),
  unit: oneOf('--unit', values.unit, forecastUnits) ?? 'week',
  horizonDays: parseCount('--horizon', values.horizon, MAX_HORIZON_DAYS),
});
