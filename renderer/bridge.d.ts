import type { AppEvent, CallInput, OperationName, OutputOf } from '../shared/contract.ts';
import type { Envelope } from '../shared/errors.ts';

/** What the preload script puts on the window, and nothing else. */
export interface RegularsBridge {
  call: <Name extends OperationName>(name: Name, input: CallInput<Name>) => Promise<Envelope<OutputOf<Name>>>;
  /** Returns the function that stops listening. */
  on: (event: 'event', listener: (event: AppEvent) => void) => () => void;
}

declare global {
  interface Window {
    readonly regulars: RegularsBridge;
  }
}
