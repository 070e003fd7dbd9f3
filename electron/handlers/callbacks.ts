import { recordOutcome, undoOutcome } from './callbacks/outcome.ts';
import { resume, snooze, snoozeAgain, snoozes } from './callbacks/snooze.ts';
import { today } from './callbacks/today.ts';
import type { HandlersOf } from './context.ts';

export const callbacksHandlers: HandlersOf<'callbacks'> = {
  'callbacks.today': (context, { limit }) => today(context, limit),
  'callbacks.snooze': snooze,
  'callbacks.resume': resume,
  'callbacks.snoozeAgain': snoozeAgain,
  'callbacks.snoozes': snoozes,
  'callbacks.recordOutcome': recordOutcome,
  'callbacks.undoOutcome': (context, { callbackId }) => {
    undoOutcome(context, callbackId);
    return {};
  },
};
