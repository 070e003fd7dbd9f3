import { changeCards } from './countCards/changes.ts';
import { owedCards } from './countCards/owed.ts';
import { readCards } from './countCards/read.ts';
import { cardTypes } from './countCards/types.ts';
import type { HandlersOf } from './context.ts';

/** Count cards 次卡, time cards and courses (R069, X56, X68). */
export const countCardsHandlers: HandlersOf<'countCards'> = { ...cardTypes, ...readCards, ...changeCards, ...owedCards };
