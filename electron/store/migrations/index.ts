import { firstSchema } from './0001-first-schema.ts';
import { cardSchema } from './0020-card.ts';
import { tagsAndCustomFields } from './0030-tags.ts';
import { thingsAndInterests } from './0040-things-and-interests.ts';
import { safetyAndAttachments } from './0050-safety-and-attachments.ts';
import { mergesSchema } from './0060-merges.ts';
import { imports } from './0070-imports.ts';
import { listsSchema } from './0080-lists.ts';
import { careSchema } from './0090-care.ts';
import { exportsSchema } from './0095-exports.ts';

export interface Migration {
  /** The user_version this step leads to. */
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}

/** Every step, in order; the version of a store is the last one done. Numbers go in tens so that a fix can slip between. */
export const migrations: readonly Migration[] = [
  { version: 10, name: 'first schema', sql: firstSchema },
  { version: 20, name: 'card', sql: cardSchema },
  { version: 30, name: 'tags and custom fields', sql: tagsAndCustomFields },
  { version: 40, name: 'things and interests', sql: thingsAndInterests },
  { version: 50, name: 'safety notes, arrival alerts, photos and files', sql: safetyAndAttachments },
  { version: 60, name: 'merges', sql: mergesSchema },
  { version: 70, name: 'imports', sql: imports },
  { version: 80, name: 'lists', sql: listsSchema },
  { version: 90, name: 'data care', sql: careSchema },
  { version: 95, name: 'exports', sql: exportsSchema },
];

/** The version this program writes and the newest it opens. */
export const latestVersion: number = migrations.at(-1)?.version ?? 0;
