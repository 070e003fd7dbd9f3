import type { HandlersOf } from './context.ts';
import { formTemplates } from './signedForms/templates.ts';
import { signing } from './signedForms/signing.ts';

/** Forms of consent and intake, and what was signed of them (X27). */
export const signedFormsHandlers: HandlersOf<'signedForms'> = { ...formTemplates, ...signing };
