import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, localDate } from '../../types/time.ts';
import { thingDefinitions } from './definitions.ts';
import { defaultLeadDays, dueFrom, expiringKinds, expiringKindsFor, expiryState, renewedUntil } from './expiring.ts';
import { readThingField, readThingFields } from './fields.ts';
import { thingFieldNames, thingTypes } from './types.ts';
import type { ThingFieldDefinition, ThingFieldName, ThingType } from './types.ts';

const field = (type: ThingType, name: ThingFieldName): ThingFieldDefinition => {
  const found = thingDefinitions[type].fields.find((one) => one.name === name);
  if (!found) throw new Error(`${type} has no ${name}`);
  return found;
};

describe('the types of things (X20)', () => {
  it('give each field one name, in both languages, and use every name', () => {
    const used = new Set<string>();
    for (const type of thingTypes) {
      const names = thingDefinitions[type].fields.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      for (const { name, label } of thingDefinitions[type].fields) {
        used.add(name);
        expect(label['zh-CN']).not.toBe('');
        expect(label.en).not.toMatch(/\p{Script=Han}/u);
      }
    }
    expect([...used].sort()).toEqual([...thingFieldNames].sort());
  });

  it.each([
    ['粤B12345', '粤B12345'],
    ['粤b·12345', '粤B12345'],
    [' 粤Ｂ Ｄ12345 ', '粤BD12345'],
    ['B-MW 1234', 'BMW1234'],
  ])('reads the plate %s as %s', (typed, plate) => {
    expect(readThingField(field('car', 'plate'), typed)).toEqual({ value: plate });
  });

  it('reads figures with full width and separators, and refuses what is none or too large', () => {
    const mileage = field('car', 'mileageKilometres');
    expect(readThingField(mileage, '８８,000')).toEqual({ value: '88000' });
    expect(readThingField(mileage, '88.5')).toEqual({ problem: 'figure_invalid' });
    expect(readThingField(mileage, '3000001')).toEqual({ problem: 'figure_invalid' });
    expect(readThingField(field('pet', 'weightKilograms'), '4.250')).toEqual({ value: '4.25' });
  });

  it('takes a VIN of 17 letters and figures without I, O, Q only', () => {
    expect(readThingField(field('car', 'vin'), 'lsvaa4182e2184321')).toEqual({ value: 'LSVAA4182E2184321' });
    for (const wrong of ['LSVAA4182E218432', 'LSVAA4182E21843I1', 'LSVAA4182E21843O1'])
      expect(readThingField(field('car', 'vin'), wrong)).toEqual({ problem: 'vin_invalid' });
  });

  property.prop([
    fc.constantFrom(...thingTypes),
    fc.array(fc.record({ name: fc.constantFrom(...thingFieldNames), value: fc.string({ unit: 'grapheme', maxLength: 60 }) }), {
      maxLength: 6,
    }),
  ])('whatever is read once reads the same again', (type, given) => {
    const read = readThingFields(type, given);
    if ('problem' in read) {
      expect(given[read.index]).toBeDefined();
      return;
    }
    expect(readThingFields(type, read.fields)).toEqual(read);
  });
});

const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays(localDate('1990-01-01'), days));

describe('what runs out (X21)', () => {
  property.prop([day, fc.integer({ min: 0, max: 365 }), day])(
    'is near from its first day to its last, and past after',
    (until, lead, today) => {
      const state = expiryState(until, lead, today);
      expect(state === 'past').toBe(today > until);
      expect(state === 'near').toBe(today >= dueFrom(until, lead) && today <= until);
    },
  );

  property.prop([fc.constantFrom(...expiringKinds), day, day])(
    'renewed holds later than both the former day and the day of renewal when it was in time',
    (kind, former, on) => {
      const until = renewedUntil(kind, former, on);
      expect(until > on).toBe(true);
      if (former >= on && daysBetween(on, former) < 80) expect(until > former).toBe(true);
    },
  );

  it('counts on from the former day for what is paid ahead, from the day it was done for a vaccine', () => {
    const [former, on] = [localDate('2026-12-10'), localDate('2026-11-21')];
    expect(renewedUntil('insurance', former, on)).toBe('2027-12-10');
    expect(renewedUntil('vaccine', former, on)).toBe('2027-11-21');
    expect(renewedUntil('insurance', on, former)).toBe('2027-12-10');
    expect(renewedUntil('deworming', former, on)).toBe('2027-02-21');
  });

  it('has a lead time for every kind, and offers the likely kinds of a thing first, each once', () => {
    expect(Object.keys(defaultLeadDays).sort()).toEqual([...expiringKinds].sort());
    expect(expiringKindsFor('pet').slice(0, 2)).toEqual(['vaccine', 'deworming']);
    expect(expiringKindsFor('car').slice(0, 3)).toEqual(['inspection', 'insurance', 'vehicle_tax']);
    for (const type of [...thingTypes, 'customer'] as const)
      expect([...expiringKindsFor(type)].sort()).toEqual([...expiringKinds].sort());
  });
});
