import { fc, test as law } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { nowhere, placeOf, placesOf } from './place.ts';

const place = (province: string | null, city: string | null, district: string | null) => ({ province, city, district });

describe('a region as people write it (R003)', () => {
  test.each([
    ['江苏省南京市玄武区', place('江苏省', '南京市', '玄武区')],
    ['江苏南京', place('江苏省', '南京', null)],
    ['江苏 南京 玄武', place('江苏省', '南京', '玄武')],
    ['江苏省/南京市/玄武区', place('江苏省', '南京市', '玄武区')],
    ['中国江苏省苏州市昆山市', place('江苏省', '苏州市', '昆山市')],
    ['南京市玄武区', place(null, '南京市', '玄武区')],
    ['玄武区', place(null, null, '玄武区')],
    ['北京市朝阳区', place('北京市', '北京市', '朝阳区')],
    ['北京朝阳区', place('北京市', '北京市', '朝阳区')],
    ['上海市 市辖区 浦东新区', place('上海市', '上海市', '浦东新区')],
    ['重庆市/重庆市/渝中区', place('重庆市', '重庆市', '渝中区')],
    ['上海 浦东', place('上海市', '上海市', '浦东')],
    ['广西南宁市青秀区', place('广西壮族自治区', '南宁市', '青秀区')],
    ['新疆维吾尔自治区伊犁哈萨克自治州伊宁县', place('新疆维吾尔自治区', '伊犁哈萨克自治州', '伊宁县')],
    ['内蒙古锡林郭勒盟', place('内蒙古自治区', '锡林郭勒盟', null)],
    ['吉林市船营区', place(null, '吉林市', '船营区')],
    ['吉林省吉林市', place('吉林省', '吉林市', null)],
    ['江苏省', place('江苏省', null, null)],
    ['香港', place('香港特别行政区', null, null)],
  ])('%s', (text, expected) => {
    expect(placeOf(text)).toEqual(expected);
  });

  test.each(['城南', 'Chinatown', '', '   ', '小区', '本市', '🙂', '学校附近'])('%s is nowhere that has a province', (text) => {
    expect(placeOf(text)).toEqual(nowhere);
  });

  test('who leaves the province out lives in the one that others wrote before their city', () => {
    const places = placesOf(['江苏省南京市玄武区', '南京市秦淮区', '江苏南京', '城南']);
    expect(places.get('南京市秦淮区')).toEqual(place('江苏省', '南京市', '秦淮区'));
    expect(places.get('江苏南京')).toEqual(place('江苏省', '南京市', null));
    expect(places.get('城南')).toEqual(nowhere);
  });

  test('two provinces before one city decide nothing', () => {
    const places = placesOf(['江苏省甲市', '浙江省甲市', '甲市乙区']);
    expect(places.get('甲市乙区')).toEqual(place(null, '甲市', '乙区'));
  });
});

law.prop([fc.string({ unit: 'grapheme', maxLength: 60 })])(
  'every text has a place or none, and no part is empty (R003)',
  (text) => {
    for (const part of Object.values(placeOf(text)))
      expect(part === null || (typeof part === 'string' && part !== '')).toBe(true);
  },
);

law.prop([
  fc.constantFrom('江苏省', '四川省', '广东省'),
  fc.constantFrom('南京市', '成都市', '东莞市', '阿坝藏族羌族自治州'),
  fc.constantFrom('玄武区', '双流区', '松潘县', '浦东新区'),
  fc.constantFrom('', ' ', '/', '-', '，'),
])('full names come back as they were, however they are parted (R003)', (province, city, district, between) => {
  expect(placeOf([province, city, district].join(between))).toEqual({ province, city, district });
});
