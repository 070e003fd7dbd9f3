import type { HandlersOf } from './context.ts';
import { thingsExpiring } from './things/expiring.ts';
import { thingsRead } from './things/read.ts';
import { thingsWrite } from './things/things.ts';

/** Served things and what runs out (X20, X21). */
export const thingsHandlers: HandlersOf<'things'> = { ...thingsRead, ...thingsWrite, ...thingsExpiring };
