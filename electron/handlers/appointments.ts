import { appointmentsBook } from './appointments/book.ts';
import { appointmentsChange } from './appointments/change.ts';
import { appointmentsRead } from './appointments/read.ts';
import { appointmentsResources } from './appointments/resources.ts';
import type { HandlersOf } from './context.ts';

/** The diary (R049, X34). */
export const appointmentsHandlers: HandlersOf<'appointments'> = {
  ...appointmentsRead,
  ...appointmentsBook,
  ...appointmentsChange,
  ...appointmentsResources,
};
