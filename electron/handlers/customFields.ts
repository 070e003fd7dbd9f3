import { customFieldValues } from './customFields/values.ts';
import { customFieldDefinitions } from './customFields/definitions.ts';
import type { HandlersOf } from './context.ts';

export const customFieldsHandlers: HandlersOf<'customFields'> = { ...customFieldDefinitions, ...customFieldValues };
