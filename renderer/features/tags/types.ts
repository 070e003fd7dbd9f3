import type { OutputOf } from '../../../shared/contract.ts';

export type Tag = OutputOf<'tags.list'>['rows'][number];
export type TagGroup = OutputOf<'tags.groups'>['groups'][number];
export type TagChangeId = OutputOf<'tags.createTag'>['changeId'];
/** Tells what was done to the library, with the way back. */
export type Told = (label: string, changeId: TagChangeId) => void;
