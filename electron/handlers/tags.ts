import type { HandlersOf } from './context.ts';
import { tagsOfCustomers } from './tags/customer.ts';
import { tagsLibrary } from './tags/library.ts';
import { tagPresets } from './tags/presets.ts';

export const tagsHandlers: HandlersOf<'tags'> = { ...tagsLibrary, ...tagPresets, ...tagsOfCustomers };
