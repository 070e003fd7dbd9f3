import { fc, test } from '@fast-check/vitest';
import { expect, it } from 'vitest';
import { householdsOf, surnameOf, type Addressee } from './households.ts';

let made = 0;
const person = (name: string, address: string | null, phones: readonly string[] = []): Addressee => {
  made += 1;
  return { id: String(made), name, region: '厦门', address, phones, phone: phones[0] ?? null };
};
const namesOf = (people: readonly Addressee[]): string[][] =>
  householdsOf(people).households.map((household) => household.people.map(({ name }) => name));

it('X41: one label for the people behind one door, whatever their surnames', () => {
  expect(
    namesOf([
      person('张丽', '中山路8号2单元301室'),
      person('李强', '中山路 8 号 2单元 301室'),
      person('王芳', '中山路8号2单元302室'),
    ]),
  ).toEqual([['张丽', '李强'], ['王芳']]);
});

it('neighbours of one building are no family, unless they share surname or phone', () => {
  expect(namesOf([person('张丽', '中山路8号'), person('李强', '中山路8号'), person('张小宝', '中山路8号')])).toEqual([
    ['张丽', '张小宝'],
    ['李强'],
  ]);
  expect(namesOf([person('张丽', '中山路8号', ['+86138']), person('李强', '中山路8号', ['+86138'])])).toEqual([['张丽', '李强']]);
});

it('somebody without an address gets no label and is named', () => {
  const { households, withoutAddress } = householdsOf([person('张丽', ' '), person('李强', null), person('王芳', '湖滨南路1号')]);
  expect(households).toHaveLength(1);
  expect(withoutAddress.map(({ name }) => name)).toEqual(['张丽', '李强']);
});

it.each([
  ['欧阳娜', '欧阳'],
  ['王芳', '王'],
  ['Mary Ann Smith', 'smith'],
])('the surname of %s is %s', (name, surname) => {
  expect(surnameOf(name)).toBe(surname);
});

const anybody = fc.record({
  id: fc.uuid(),
  name: fc.constantFrom('张丽', '张三', '李强', 'Ann Lee'),
  region: fc.constantFrom(null, '厦门'),
  address: fc.constantFrom(null, '', '中山路8号', '中山路8号301室', '湖滨南路1号'),
  phones: fc.array(fc.constantFrom('+861', '+862'), { maxLength: 2 }),
  phone: fc.constant(null),
});

test.prop([fc.array(anybody, { maxLength: 30 })])('everyone is written to once, or named as without an address', (people) => {
  const { households, withoutAddress } = householdsOf(people);
  const all = [...households.flatMap((household) => household.people), ...withoutAddress].map(({ id }) => id);
  expect(all.sort()).toEqual(people.map(({ id }) => id).sort());
});
