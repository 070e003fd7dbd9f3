import type { ThingFieldDefinition, ThingType, ThingTypeDefinition } from './types.ts';

const brand: ThingFieldDefinition = { name: 'brand', kind: 'text', label: { 'zh-CN': '品牌', en: 'Brand' } };
const model: ThingFieldDefinition = { name: 'model', kind: 'text', label: { 'zh-CN': '型号', en: 'Model' } };
const colour: ThingFieldDefinition = { name: 'colour', kind: 'text', label: { 'zh-CN': '颜色', en: 'Colour' } };
const boughtOn: ThingFieldDefinition = { name: 'boughtOn', kind: 'date', label: { 'zh-CN': '购买日期', en: 'Bought on' } };

/**
 * The types of things a shop serves and what it writes down about each (X20): data, so that a field more is a line more. Labels
 * are the words of the trade's own sheets (GLOSSARY).
 */
export const thingDefinitions: { readonly [Type in ThingType]: ThingTypeDefinition } = {
  pet: {
    label: { 'zh-CN': '爱宠', en: 'Pet' },
    nameLabel: { 'zh-CN': '名字', en: 'Name' },
    nameExample: { 'zh-CN': '如：旺财', en: 'e.g. Buddy' },
    hasBirthDate: true,
    fields: [
      {
        name: 'species',
        kind: 'choice',
        label: { 'zh-CN': '种类', en: 'Species' },
        choices: [
          { value: 'dog', label: { 'zh-CN': '狗', en: 'Dog' } },
          { value: 'cat', label: { 'zh-CN': '猫', en: 'Cat' } },
          { value: 'rabbit', label: { 'zh-CN': '兔', en: 'Rabbit' } },
          { value: 'bird', label: { 'zh-CN': '鸟', en: 'Bird' } },
          { value: 'other', label: { 'zh-CN': '其他', en: 'Other' } },
        ],
      },
      { name: 'breed', kind: 'text', label: { 'zh-CN': '品种', en: 'Breed' } },
      {
        name: 'sex',
        kind: 'choice',
        label: { 'zh-CN': '性别', en: 'Sex' },
        choices: [
          { value: 'female', label: { 'zh-CN': '母', en: 'Female' } },
          { value: 'male', label: { 'zh-CN': '公', en: 'Male' } },
        ],
      },
      {
        name: 'neutered',
        kind: 'choice',
        label: { 'zh-CN': '绝育', en: 'Neutered' },
        choices: [
          { value: 'yes', label: { 'zh-CN': '已绝育', en: 'Neutered' } },
          { value: 'no', label: { 'zh-CN': '未绝育', en: 'Not neutered' } },
        ],
      },
      {
        name: 'weightKilograms',
        kind: 'decimal',
        label: { 'zh-CN': '体重', en: 'Weight' },
        unit: { 'zh-CN': '公斤', en: 'kg' },
        most: 200,
      },
      { name: 'coat', kind: 'text', label: { 'zh-CN': '毛色', en: 'Coat' } },
      { name: 'chip', kind: 'text', label: { 'zh-CN': '芯片号', en: 'Chip no.' } },
    ],
  },
  car: {
    label: { 'zh-CN': '爱车', en: 'Car' },
    nameLabel: { 'zh-CN': '叫法', en: 'Called' },
    nameExample: { 'zh-CN': '如：白色凯美瑞', en: 'e.g. White Camry' },
    hasBirthDate: false,
    fields: [
      { name: 'plate', kind: 'plate', label: { 'zh-CN': '车牌号', en: 'Plate' } },
      { ...model, label: { 'zh-CN': '品牌型号', en: 'Make and model' } },
      { name: 'vin', kind: 'vin', label: { 'zh-CN': '车架号', en: 'VIN' } },
      colour,
      {
        name: 'mileageKilometres',
        kind: 'whole',
        label: { 'zh-CN': '里程', en: 'Mileage' },
        unit: { 'zh-CN': '公里', en: 'km' },
        most: 3_000_000,
      },
      { name: 'registeredOn', kind: 'date', label: { 'zh-CN': '上牌日期', en: 'Registered on' } },
    ],
  },
  glasses: {
    label: { 'zh-CN': '眼镜', en: 'Glasses' },
    nameLabel: { 'zh-CN': '叫法', en: 'Called' },
    nameExample: { 'zh-CN': '如：日常近视镜', en: 'e.g. Everyday pair' },
    hasBirthDate: false,
    fields: [
      { name: 'frame', kind: 'text', label: { 'zh-CN': '镜框', en: 'Frame' } },
      { name: 'lens', kind: 'text', label: { 'zh-CN': '镜片', en: 'Lens' } },
      { name: 'prescription', kind: 'long_text', label: { 'zh-CN': '验光记录', en: 'Prescription' } },
      { ...boughtOn, label: { 'zh-CN': '配镜日期', en: 'Fitted on' } },
    ],
  },
  appliance: {
    label: { 'zh-CN': '家电', en: 'Appliance' },
    nameLabel: { 'zh-CN': '叫法', en: 'Called' },
    nameExample: { 'zh-CN': '如：客厅空调', en: 'e.g. Living-room air conditioner' },
    hasBirthDate: false,
    fields: [brand, model, { name: 'serial', kind: 'text', label: { 'zh-CN': '序列号', en: 'Serial no.' } }, boughtOn],
  },
  bicycle: {
    label: { 'zh-CN': '自行车', en: 'Bicycle' },
    nameLabel: { 'zh-CN': '叫法', en: 'Called' },
    nameExample: { 'zh-CN': '如：公路车', en: 'e.g. Road bike' },
    hasBirthDate: false,
    fields: [
      brand,
      model,
      { name: 'frameNumber', kind: 'text', label: { 'zh-CN': '车架编号', en: 'Frame no.' } },
      { name: 'size', kind: 'text', label: { 'zh-CN': '尺寸', en: 'Size' } },
      colour,
      boughtOn,
    ],
  },
  other: {
    label: { 'zh-CN': '物品', en: 'Other' },
    nameLabel: { 'zh-CN': '叫法', en: 'Called' },
    nameExample: { 'zh-CN': '如：古筝', en: 'e.g. Piano' },
    hasBirthDate: false,
    fields: [
      brand,
      model,
      { name: 'serial', kind: 'text', label: { 'zh-CN': '编号', en: 'Number' } },
      boughtOn,
      { name: 'details', kind: 'long_text', label: { 'zh-CN': '说明', en: 'Details' } },
    ],
  },
};
