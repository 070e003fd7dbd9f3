import type { HandlersOf } from './context.ts';
import { measureHandlers } from './measurements/measures.ts';
import { occasions } from './measurements/occasions.ts';

/** What the shop measures, and what it measured when (X26). */
export const measurementsHandlers: HandlersOf<'measurements'> = { ...measureHandlers, ...occasions };
