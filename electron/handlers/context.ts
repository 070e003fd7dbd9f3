import type { AppEvent, Area, HandlerInput, NamesOfKind, OutputOf, Topic } from '../../shared/contract.ts';
import type { AuditOutcome, Permission } from '../../shared/contract/operation.ts';
import type { ShopSettings } from '../../shared/contract/settings.ts';
import type { CustomerId, PathToken, StaffId } from '../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../shared/types/time.ts';
import type { StoreDatabase } from '../store/database.ts';
import type { StoreKey } from '../store/storeKey.ts';
import type { AuditDetails } from './audit/notes.ts';
import type { InternalCommands } from './internal.ts';

/** Who is at the desk, as far as a handler needs to know. */
export interface Actor {
  readonly staffId: StaffId | null;
  readonly permissions: readonly Permission[];
}

/** What every handler may ask of its worker. Time, ids and settings come from here and nowhere else. */
export interface BaseContext {
  readonly database: StoreDatabase;
  readonly actor: Actor;
  /** This moment, milliseconds since 1970. */
  now(): Instant;
  /** The shop's business day. */
  today(): LocalDate;
  /** A fresh UUIDv7; hand it to the id constructor of its kind. */
  newId(): string;
  settings(): ShopSettings;
}

/** Queries and commands, on the writer's connection. A command already runs inside its one transaction. */
export interface StoreContext extends BaseContext {
  /** Tells the screens what to fetch again; null means any customer may have changed. */
  changed(topics: readonly Topic[], customerIds?: readonly CustomerId[] | null): void;
  /**
   * Says more about an audited command than the ids that go in and come out: counts, amounts, before and after. The entry is written when
   * the handler is done, in the same transaction; without an audit mark in the contract there is none, and internal commands call
   * `recordAudit` themselves. `failed` is for a try that was turned down without an error, such as a wrong PIN.
   */
  audited(details: AuditDetails, about?: { readonly customerIds?: readonly CustomerId[]; readonly outcome?: AuditOutcome }): void;
}

/** Long work, on a read-only connection of its own thread. */
export interface StudyContext extends BaseContext {
  readonly storePath: string;
  /** The program of a thread that reads spreadsheets and may be ended at any time. */
  readonly sheetReader: URL;
  /** What opens the store and the backups made of it; null while it lies in the clear. */
  readonly storeKey: StoreKey | null;
  /** The path behind a token that came with the input. */
  pathOf(token: PathToken): string;
  progress(phase: string, done: number, total: number | null): void;
  /** Throws AppError('cancelled') once the person has cancelled. Call it often. */
  throwIfCancelled(): void;
  /** Runs an internal command on the writer, in one transaction there. */
  write<Name extends keyof InternalCommands>(
    name: Name,
    input: InternalCommands[Name]['input'],
  ): Promise<InternalCommands[Name]['output']>;
}

type NamesIn<A extends Area, Name extends string> = Name extends `${A}.${string}` ? Name : never;

/** The queries and commands of one area: one without a handler does not compile. */
export type HandlersOf<A extends Area> = {
  readonly [Name in NamesIn<A, NamesOfKind<'query' | 'command'>>]: (
    context: StoreContext,
    input: HandlerInput<Name>,
  ) => OutputOf<Name>;
};

/** The studies of one area. */
export type StudiesOf<A extends Area> = {
  readonly [Name in NamesIn<A, NamesOfKind<'study'>>]: (
    context: StudyContext,
    input: HandlerInput<Name>,
  ) => Promise<OutputOf<Name>>;
};

export type ChangedEvent = Extract<AppEvent, { type: 'changed' }>;
