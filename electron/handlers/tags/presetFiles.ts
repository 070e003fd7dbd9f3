import { z } from 'zod';
import { tagKindSchema } from '../../../shared/contract/tags.ts';
import type { TagKind, Trade } from '../../../shared/contract/tags.ts';
import type { TagPreset } from '../../../shared/domain/tags/presets.ts';
import appliances from '../../../resources/tags/appliances.json' with { type: 'json' };
import beautyAndHair from '../../../resources/tags/beauty_and_hair.json' with { type: 'json' };
import books from '../../../resources/tags/books.json' with { type: 'json' };
import cars from '../../../resources/tags/cars.json' with { type: 'json' };
import clothing from '../../../resources/tags/clothing.json' with { type: 'json' };
import everyTrade from '../../../resources/tags/every_trade.json' with { type: 'json' };
import fitness from '../../../resources/tags/fitness.json' with { type: 'json' };
import freshFood from '../../../resources/tags/fresh_food.json' with { type: 'json' };
import furniture from '../../../resources/tags/furniture.json' with { type: 'json' };
import motherAndBaby from '../../../resources/tags/mother_and_baby.json' with { type: 'json' };
import optics from '../../../resources/tags/optics.json' with { type: 'json' };
import pets from '../../../resources/tags/pets.json' with { type: 'json' };
import sports from '../../../resources/tags/sports.json' with { type: 'json' };
import tea from '../../../resources/tags/tea.json' with { type: 'json' };

// The files are built into the program, so that a packaged one needs no path to them.

const nameSchema = z.tuple([z.string().min(1).max(40), z.string().min(1).max(40)]);
const groupSchema = z.strictObject({
  name: nameSchema,
  kind: tagKindSchema,
  isExclusive: z.boolean().default(false),
  tags: z.array(nameSchema).min(2).max(40),
});
/** A file of resources/tags: the trade's own groups; those of every_trade.json come with each. */
export const presetFileSchema = z.strictObject({ name: nameSchema, groups: z.array(groupSchema).min(1).max(20) });
type PresetFile = z.output<typeof presetFileSchema>;

const files: Readonly<Record<Trade, unknown>> = {
  clothing,
  fresh_food: freshFood,
  mother_and_baby: motherAndBaby,
  beauty_and_hair: beautyAndHair,
  books,
  sports,
  furniture,
  appliances,
  pets,
  tea,
  optics,
  cars,
  fitness,
};

const parsed = new Map<Trade, PresetFile>();

/** The tags for a trade: its own groups first, then interests, values and lifestyle, which every trade can use (R005, R009). */
export const presetOf = (trade: Trade): TagPreset<TagKind> & { readonly name: PresetFile['name'] } => {
  const known = parsed.get(trade);
  if (known) return known;
  const own = presetFileSchema.parse(files[trade]);
  const made = { name: own.name, groups: [...own.groups, ...presetFileSchema.parse(everyTrade).groups] };
  parsed.set(trade, made);
  return made;
};
