import { z } from 'zod';
import { examine } from '../store/damage.ts';
import type { Examined } from '../store/damage.ts';
import { rebuildIndexes } from '../store/rebuildIndexes.ts';
import { salvage } from '../store/salvage/salvage.ts';
import type { Salvaged } from '../store/salvage/salvage.ts';
import type { StudyContext } from './context.ts';

// What the gate asks a thread of its own to do with a damaged store, which is that thread's store and which nobody else has open.

const salvageInput = z.strictObject({ newPath: z.string() });

export const rescueStudies = {
  'rescue.examine': ({ storePath, storeKey }: StudyContext): Promise<Examined> => Promise.resolve(examine(storePath, storeKey)),
  'rescue.salvage': (context: StudyContext, input: unknown): Promise<Salvaged> =>
    Promise.resolve(
      salvage({
        damagedPath: context.storePath,
        newPath: salvageInput.parse(input).newPath,
        key: context.storeKey,
        onTable: (done, total) => {
          context.progress('salvage', done, total);
        },
        pause: context.throwIfCancelled,
      }),
    ),
  'rescue.rebuildIndexes': ({ storePath, storeKey }: StudyContext): Promise<null> => {
    rebuildIndexes(storePath, storeKey);
    return Promise.resolve(null);
  },
} as const;
