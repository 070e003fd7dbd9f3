import { measureId } from '../../types/ids.ts';
import type { MeasureId } from '../../types/ids.ts';
import type { Words } from '../things/types.ts';

// Measures that every shop starts with, by trade (X26): data, so that a measure more is a line more. What stands on a sheet of its own
// already (the eye test, the mileage) is not repeated here. What a shop uses or changes becomes its own and no new version touches it.

/** A measure as it stands in the shop. */
export interface MeasureWords {
  readonly id: MeasureId;
  readonly name: string;
  readonly unit: string;
  /** Digits after the point, 0 to 3. */
  readonly decimals: number;
  /** Of the private group of health (X40). */
  readonly isPrivate: boolean;
}

const preset = (number: number, chinese: string, english: string, unit: string, decimals: number, isPrivate = false) => ({
  id: measureId(`00000000-0000-7000-8340-${String(number).padStart(12, '0')}`),
  name: { 'zh-CN': chinese, en: english } satisfies Words,
  unit,
  decimals,
  isPrivate,
});

const presets = [
  // Children, pets, anybody.
  preset(1, '身高', 'Height', 'cm', 1),
  preset(2, '体重', 'Weight', 'kg', 1),
  // Clothing.
  preset(3, '胸围', 'Chest', 'cm', 1),
  preset(4, '腰围', 'Waist', 'cm', 1),
  preset(5, '臀围', 'Hips', 'cm', 1),
  preset(6, '肩宽', 'Shoulders', 'cm', 1),
  preset(7, '袖长', 'Sleeve', 'cm', 1),
  preset(8, '领围', 'Collar', 'cm', 1),
  preset(9, '裤长', 'Trouser length', 'cm', 1),
  // Shoes.
  preset(10, '脚长', 'Foot length', 'mm', 0),
  // Skin and slimming.
  preset(11, '皮肤水分', 'Skin moisture', '%', 0, true),
  preset(12, '皮肤油脂', 'Skin oil', '%', 0, true),
  preset(13, '体脂率', 'Body fat', '%', 1, true),
];

/** The measures that every shop starts with, in the language of the shop. */
export const presetMeasures = (language: keyof Words): MeasureWords[] =>
  presets.map(({ name, ...measure }) => ({ ...measure, name: name[language] }));
