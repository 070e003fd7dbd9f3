import type { HandlerInput, OutputOf } from '../../shared/contract.ts';
import { windowStart } from '../../shared/domain/segments/cutoffs.ts';
import { settingsProblems } from '../../shared/domain/settings.ts';
import { AppError } from '../../shared/errors.ts';
import { readSettings, writeSettings } from '../store/settings.ts';
import { beginTierRun } from '../store/tierRun.ts';
import { countByThresholds } from '../store/thresholds.ts';
import { previewMoves } from '../engine/moves.ts';
import type { HandlersOf, StoreContext, StudiesOf } from './context.ts';
import { confirmClock, readClock } from './clock.ts';
import { settingsDemo } from './demo.ts';
import { auditDetails } from './audit/notes.ts';

type Settings = OutputOf<'settings.get'>;

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const update = (context: StoreContext, { changes }: HandlerInput<'settings.update'>): OutputOf<'settings.update'> => {
  const { database } = context;
  const present = readSettings(database);
  const given: Partial<Settings> = {};
  const before: Partial<Settings> = {};
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined || isSame(Reflect.get(present, name), value)) continue;
    Reflect.set(given, name, value);
    Reflect.set(before, name, Reflect.get(present, name));
  }
  const names = Object.keys(given);
  if (names.length === 0) return { settings: present, before };
  const problems = settingsProblems({ ...present, ...given }, names);
  if (problems.length > 0)
    throw new AppError('bad_input', {
      issues: problems.map(({ field, message }) => ({ path: `changes.${field}`, message })),
    });
  writeSettings(database, given, context.now());
  if (names.some((name) => name.startsWith('tier'))) beginTierRun(database);
  context.audited({ before: auditDetails(before), after: auditDetails(given) });
  // The next run of the engine sees that it was judged by other settings, and judges everyone anew.
  context.changed(['settings', 'customers', 'segments', 'callbacks'], null);
  return { settings: readSettings(database), before };
};

export const settingsHandlers: HandlersOf<'settings'> = {
  ...settingsDemo,
  'settings.get': ({ database }) => readSettings(database),
  'settings.update': update,
  'settings.clock': readClock,
  'settings.confirmClock': confirmClock,
  'settings.previewThresholds': (context, input) => {
    const today = context.today();
    return countByThresholds(context.database, {
      awakeFrom: windowStart(today, input.dormantMonths),
      activeFrom: windowStart(today, input.activeMonths),
      semiActiveFrom: windowStart(today, Math.max(input.activeMonths, input.semiActiveMonths)),
    });
  },
};

/** Long work of the settings: everybody is classified anew, and nothing is written. */
export const settingsStudies: StudiesOf<'settings'> = {
  'settings.previewMoves': (context, { jobId: _jobId, ...thresholds }) => {
    const settings = { ...context.settings(), ...thresholds };
    const issues = settingsProblems(settings, Object.keys(thresholds)).map(({ field, message }) => ({ path: field, message }));
    if (issues.length > 0) throw new AppError('bad_input', { issues });
    return previewMoves(context, settings);
  },
};
