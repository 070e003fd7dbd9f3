import { recordTypeId } from '../../types/ids.ts';
import type { RecordTypeId } from '../../types/ids.ts';
import type { Words } from '../things/types.ts';
import type { RecordField, RecordFieldKind } from './fields.ts';

// Types of record that every shop starts with, by trade (R067, X24): data, so that a field more is a line more. Labels are the words of the
// trade's own sheets (GLOSSARY). What a shop uses or changes becomes its own and no new version touches it.

interface PresetField {
  readonly key: string;
  readonly kind: RecordFieldKind;
  readonly label: Words;
  readonly unit?: Words;
  readonly group?: Words;
  readonly options?: readonly Words[];
  readonly startsEmpty?: true;
}

interface Preset {
  /** The same in every shop, so that two that are joined have one type of it. */
  readonly id: RecordTypeId;
  readonly name: Words;
  /** Of the private group of health (X40). */
  readonly isPrivate: boolean;
  readonly fields: readonly PresetField[];
}

export type PresetLanguage = keyof Words;

const words = (chinese: string, english: string): Words => ({ 'zh-CN': chinese, en: english });
const sameInBoth = (text: string): Words => words(text, text);

type More = Omit<PresetField, 'key' | 'kind' | 'label'>;
const field =
  (kind: RecordFieldKind) =>
  (key: string, chinese: string, english: string, more: More = {}): PresetField => ({
    key,
    kind,
    label: words(chinese, english),
    ...more,
  });
const [text, figure, day, lines] = [field('text'), field('number'), field('date'), field('lines')];
const choice = (key: string, chinese: string, english: string, options: readonly Words[]): PresetField =>
  field('choice')(key, chinese, english, { options });

const fresh = { startsEmpty: true } as const;
const [grams, percent, minutes, weeks, kilometres, kilograms, yuan, millimetres] = [
  { unit: sameInBoth('g') },
  { unit: sameInBoth('%') },
  { unit: words('分钟', 'min') },
  { unit: words('周', 'weeks') },
  { unit: sameInBoth('km') },
  { unit: sameInBoth('kg') },
  { unit: words('元', '¥') },
  { unit: sameInBoth('mm') },
];

const eye = (key: string, group: Words): PresetField[] => [
  figure(`${key}_sphere`, '球镜', 'Sphere', { group }),
  figure(`${key}_cylinder`, '柱镜', 'Cylinder', { group }),
  figure(`${key}_axis`, '轴位', 'Axis', { group, unit: sameInBoth('°') }),
  figure(`${key}_add`, '下加光 ADD', 'Add', { group }),
  figure(`${key}_pd`, '单眼瞳距', 'Half PD', { group, ...millimetres }),
  text(`${key}_acuity`, '矫正视力', 'Corrected acuity', { group }),
];

const preset = (number: number, name: Words, fields: readonly PresetField[], isPrivate = false): Preset => ({
  id: recordTypeId(`00000000-0000-7000-8320-${String(number).padStart(12, '0')}`),
  name,
  isPrivate,
  fields,
});

const presets: readonly Preset[] = [
  preset(1, words('安装 / 维修 / 保养', 'Install, repair, maintenance'), [
    choice('work', '类型', 'Kind', [
      words('安装', 'Installation'),
      words('维修', 'Repair'),
      words('保养', 'Maintenance'),
      words('检查', 'Inspection'),
    ]),
    lines('fault', '问题', 'Problem', fresh),
    lines('done', '做了什么', 'What was done', fresh),
    text('parts', '用料与配件', 'Parts'),
    figure('cost', '费用', 'Cost', yuan),
    day('next', '下次', 'Next due', fresh),
  ]),
  preset(2, words('染发配方', 'Colour formula'), [
    text('brand', '品牌', 'Brand'),
    text('shade', '色号', 'Shade'),
    figure('grams', '染膏用量', 'Colour', grams),
    figure('developer', '双氧浓度', 'Developer', percent),
    text('ratio', '配比', 'Ratio'),
    figure('minutes', '停留时间', 'Time', minutes),
    figure('cost', '成本', 'Cost', yuan),
    lines('result', '效果', 'Result', fresh),
  ]),
  preset(
    3,
    words('护理记录', 'Skin record'),
    [
      choice('skin', '肤质', 'Skin type', [
        words('干性', 'Dry'),
        words('油性', 'Oily'),
        words('混合性', 'Combination'),
        words('中性', 'Normal'),
        words('敏感性', 'Sensitive'),
      ]),
      lines('concerns', '皮肤问题', 'Concerns'),
      text('treatment', '项目', 'Treatment'),
      text('products', '所用产品', 'Products'),
      figure('minutes', '时长', 'Duration', minutes),
      lines('reaction', '护理后反应', 'Reaction', fresh),
      figure('next', '建议间隔', 'Come again in', weeks),
    ],
    true,
  ),
  preset(
    4,
    words('验光单', 'Eye test'),
    [
      ...eye('right', words('右眼', 'Right eye')),
      ...eye('left', words('左眼', 'Left eye')),
      figure('pd', '双眼瞳距', 'PD', { group: words('双眼', 'Both eyes'), ...millimetres }),
      text('use', '用途', 'For', { group: words('双眼', 'Both eyes') }),
      day('recheck', '复查', 'Recheck', { group: words('双眼', 'Both eyes'), ...fresh }),
    ],
    true,
  ),
  preset(5, words('保养单', 'Maintenance sheet'), [
    figure('mileage', '里程', 'Mileage', { ...kilometres, ...fresh }),
    lines('done', '保养项目', 'Done'),
    text('parts', '机油与配件', 'Oil and parts'),
    lines('found', '检查发现', 'Found', fresh),
    figure('next_mileage', '下次里程', 'Next at', { ...kilometres, ...fresh }),
    day('next', '下次日期', 'Next on', fresh),
    figure('cost', '费用', 'Cost', yuan),
  ]),
  preset(6, words('美容记录', 'Grooming'), [
    text('service', '项目', 'Service'),
    text('blade', '刀头与留毛', 'Blade and length'),
    text('shampoo', '香波', 'Shampoo'),
    figure('weight', '体重', 'Weight', { ...kilograms, ...fresh }),
    choice('temper', '配合程度', 'Temper', [
      words('安静', 'Calm'),
      words('紧张', 'Nervous'),
      words('会咬', 'Bites'),
      words('需要两人', 'Needs two people'),
    ]),
    lines('skin', '皮肤与耳朵', 'Skin and ears', fresh),
    figure('next', '建议间隔', 'Come again in', weeks),
  ]),
];

/** A type of record as it stands in the shop. */
export interface RecordTypeWords {
  readonly id: RecordTypeId;
  readonly name: string;
  readonly isPrivate: boolean;
  readonly fields: readonly RecordField[];
}

/** The types that every shop starts with, in the language of the shop. */
export const presetTypes = (language: PresetLanguage): RecordTypeWords[] =>
  presets.map(({ id, name, isPrivate, fields }) => ({
    id,
    name: name[language],
    isPrivate,
    fields: fields.map(({ key, kind, label, unit, group, options = [], startsEmpty = false }) => ({
      key,
      kind,
      label: label[language],
      unit: unit?.[language] ?? '',
      group: group?.[language] ?? '',
      options: options.map((option) => option[language]),
      startsEmpty,
    })),
  }));
