import type { Page } from '@playwright/test';
import type { CallInput, OperationName, OutputOf } from '../../../shared/contract.ts';
import { unwrap, type Envelope } from '../../../shared/errors.ts';

/** Calls an operation as the page would, and returns the whole envelope. */
export function askFromPage<Name extends OperationName>(
  page: Page,
  name: Name,
  input: CallInput<Name>,
): Promise<Envelope<OutputOf<Name>>> {
  return page.evaluate<Envelope<OutputOf<Name>>>(`window.regulars.call(${JSON.stringify(name)}, ${JSON.stringify(input)})`);
}

/** Calls an operation as the page would, and returns its value. Throws AppError when it is refused. */
export async function callFromPage<Name extends OperationName>(page: Page, name: Name, input: CallInput<Name>) {
  return unwrap(await askFromPage(page, name, input));
}
