import type { Area, CallInput, Contract, OperationName, OutputOf } from '../../shared/contract.ts';
import { AppError, unwrap, type Envelope } from '../../shared/errors.ts';

/** Runs an operation of the contract. Throws AppError, and nothing else. */
export const call = async <Name extends OperationName>(name: Name, input: CallInput<Name>): Promise<OutputOf<Name>> =>
  unwrap(await envelopeOf(name, input));

const envelopeOf = async <Name extends OperationName>(name: Name, input: CallInput<Name>): Promise<Envelope<OutputOf<Name>>> => {
  try {
    return await window.regulars.call(name, input);
  } catch {
    // The bridge itself broke (the window is closing, the payload could not be cloned): there is no code to tell.
    throw new AppError('internal');
  }
};

type Call<Name extends OperationName> = (input: CallInput<Name>) => Promise<OutputOf<Name>>;
export type Client = {
  readonly [A in Area]: {
    readonly [O in keyof Contract[A] & string]: `${A}.${O}` extends OperationName ? Call<`${A}.${O}`> : never;
  };
};

const areaClient = (area: string): unknown =>
  new Proxy({}, { get: (_, operation) => (input: never) => call(`${area}.${String(operation)}` as OperationName, input) });

/**
 * The contract as functions: `client.visits.record(input)`. The two assertions stand here because a Proxy has no type of its
 * own; every name and shape a caller can write is still checked against the contract.
 */
export const client = new Proxy({}, { get: (_, area) => areaClient(String(area)) }) as Client;
