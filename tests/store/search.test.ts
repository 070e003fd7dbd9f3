import { fc, test as property } from '@fast-check/vitest';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { nameSortKey, nameSyllables } from '../../shared/domain/names.ts';
import { parsePhone, withoutExtension } from '../../shared/domain/phones.ts';
import { customFieldId, customerId } from '../../shared/types/ids.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import { insertCustomer, markCustomerRemoved, updateCustomer } from '../../electron/store/customers.ts';
import { replaceContactMethod } from '../../electron/store/contactMethods.ts';
import { insertCustomField, setCustomValue, updateCustomField } from '../../electron/store/customFields.ts';
import { execute, sqlite, transaction } from '../../electron/store/database.ts';
import { findMatchingIds, searchCustomers } from '../../electron/store/search.ts';
import { forgetSearchIndex, warmSearchIndex } from '../../electron/store/searchIndex.ts';
import { readSearchables } from '../../electron/store/searchSource.ts';
import type { SearchableRow } from '../../electron/store/searchSource.ts';
import { localDate } from '../../shared/types/time.ts';
import { openTestStore } from '../helpers/store.ts';
import type { TestStore } from '../helpers/store.ts';

interface Person {
  readonly name: string;
  readonly phones?: readonly string[];
  readonly cardNo?: string | null;
  readonly number?: string;
  readonly lastVisitOn?: string | null;
  readonly wechat?: string | null;
}

let store: TestStore;
let added = 0;
beforeEach(() => {
  store = openTestStore();
  added = 0;
});
afterEach(() => {
  store.close();
});

const newId = (): string => store.context.newId();

const add = ({ name, phones = [], cardNo = null, number, lastVisitOn = null, wechat = null }: Person): CustomerId => {
  const { database, context } = store;
  const id = customerId(newId());
  added += 1;
  insertCustomer(database, { id, number: number ?? String(50_000 + added), at: context.now(), fields: { name, cardNo } });
  for (const value of phones) {
    const { type, e164 } = parsePhone(value);
    const row = {
      id: newId(),
      customer_id: id,
      type,
      value,
      e164,
      is_primary: 0,
      is_valid: 1,
      created_at: context.now(),
    } as const;
    execute(database, sqlite.insertInto('contact_methods').values(row));
  }
  if (wechat !== null)
    replaceContactMethod(database, { customerId: id, field: 'wechat', value: wechat, at: context.now(), newId });
  const day = lastVisitOn === null ? null : localDate(lastVisitOn);
  execute(database, sqlite.insertInto('customer_summaries').values({ customer_id: id, last_visit_on: day }));
  return id;
};

const names = (text: string): string[] => searchCustomers(store.database, text, 10).map(({ customer }) => customer.name);

/** What each of the texts finds. */
const namesBy = (texts: readonly string[]) => Object.fromEntries(texts.map((text) => [text, names(text)]));
const always = (texts: readonly string[], expected: readonly string[]) =>
  Object.fromEntries(texts.map((text) => [text, expected]));

describe('R020 one box finds a person', () => {
  test('by any run of Han characters of the name', () => {
    add({ name: '张小明' });
    for (const text of ['张', '小', '明', '张小', '小明', '张小明']) expect(names(text)).toEqual(['张小明']);
    expect(names('张明')).toEqual([]);
  });

  test('by pinyin from any syllable, with and without blanks, the last syllable begun', () => {
    add({ name: '张小明' });
    {
      const texts = ['zhang', 'zhangx', 'zhang xiao', 'zhangxiaoming', 'ZhangXiaoMi', 'xiaom', "xiao'ming", 'ming'];
      expect(namesBy(texts)).toEqual(always(texts, ['张小明']));
    }
    {
      const texts = ['hang', 'angxiao', 'iao', 'zhangming'];
      expect(namesBy(texts)).toEqual(always(texts, []));
    }
  });

  test('by initials, from any character on', () => {
    add({ name: '张小明' });
    {
      const texts = ['zxm', 'zx', 'xm', 'm', 'ZXM'];
      expect(namesBy(texts)).toEqual(always(texts, ['张小明']));
    }
    expect(names('zm')).toEqual([]);
  });

  test.each([
    ['单雄信', ['shanxiong', 'danxiong', 'sxx', 'dxx']],
    ['仇英', ['qiuying', 'chouying', 'qy', 'cy']],
    ['解缙', ['xiejin', 'jiejin']],
    ['曾国藩', ['zengguofan', 'cengguofan', 'zgf', 'cgf']],
    ['尉迟恭', ['yuchigong', 'weichigong', 'ycg']],
    ['吕布', ['lvbu', 'lubu', 'lyubu']],
    ['万俟卨', ['moqixie', 'wanqi']],
  ])('%s by every reading of it', (name, texts) => {
    add({ name });
    expect(namesBy(texts)).toEqual(always(texts, [name]));
  });

  test('by a name in Latin letters, whatever its case, accents and blanks', () => {
    add({ name: 'José García-Smith' });
    {
      const texts = ['jose', 'GARCIA', 'josé g', 'jgs', 'smith', 'arci'];
      expect(namesBy(texts)).toEqual(always(texts, ['José García-Smith']));
    }
  });

  test('by the head, the tail or any three figures of a phone, however it was typed', () => {
    add({ name: '王芳', phones: ['+86 138-0013-8899', '010-62345678转801'] });
    {
      const texts = ['13800138899', '8899', '138', '0013', '138 0013', '+86 13800138899', '62345678', '010-6234', '5678'];
      expect(namesBy(texts)).toEqual(always(texts, ['王芳']));
    }
    {
      const texts = ['89', '801', '8613800138890'];
      expect(namesBy(texts)).toEqual(always(texts, []));
    }
  });

  test('by card and by customer number', () => {
    add({ name: '王芳', cardNo: 'VIP-0088', number: '10023' });
    {
      const texts = ['vip-0088', 'vip0088', 'vip', '0088', '10023', '100', '1', '023'];
      expect(namesBy(texts)).toEqual(always(texts, ['王芳']));
    }
    expect(names('23')).toEqual([]);
  });

  test('by WeChat and e-mail from their beginning, or any three characters of them', () => {
    const id = add({ name: '王芳' });
    const write = (field: 'wechat' | 'email', value: string): void => {
      replaceContactMethod(store.database, { customerId: id, field, value, at: store.context.now(), newId });
    };
    write('wechat', 'wf_88-lily');
    write('email', 'fang.wang@example.com');
    {
      const texts = ['w', 'wf_88', 'wf88', 'lily', 'FANG.W', 'fangwang@', 'example'];
      expect(namesBy(texts)).toEqual(always(texts, ['王芳']));
    }
    {
      const texts = ['88', 'ly', 'xyz'];
      expect(namesBy(texts)).toEqual(always(texts, []));
    }
    expect(searchCustomers(store.database, 'example', 10)[0]?.match).toMatchObject({
      field: 'contact',
      value: 'fang.wang@example.com',
      start: 10,
      end: 17,
    });
    write('wechat', 'newname');
    expect([names('wf88'), names('newname')]).toEqual([[], ['王芳']]);
  });

  test("by the values of the shop's own fields that are to be searched, as soon as they are", () => {
    const { database } = store;
    const id = add({ name: '王芳' });
    const fieldId = customFieldId(newId());
    insertCustomField(database, {
      id: fieldId,
      name: '车位',
      type: 'text',
      group_name: '',
      position: 0,
      is_required: 0,
      is_searchable: 0,
      is_in_list: 0,
    });
    setCustomValue(database, id, { id: fieldId, type: 'text' }, 'B2-117');
    expect(names('b2117')).toEqual([]);
    updateCustomField(database, fieldId, { is_searchable: 1 });
    expect(names('b2117')).toEqual(['王芳']);
    setCustomValue(database, id, { id: fieldId, type: 'text' }, 'C3-009');
    expect([names('b2117'), names('c3009'), names('009')]).toEqual([[], ['王芳'], ['王芳']]);
    updateCustomField(database, fieldId, { archived_at: store.context.now() });
    expect(names('c3009')).toEqual([]);
  });

  test('nothing to search by finds nobody', () => {
    add({ name: '王芳' });
    {
      const texts = ['*', '%', '"', "' OR 1=1", '\n', '|'];
      expect(namesBy(texts)).toEqual(always(texts, []));
    }
  });
});

describe('the order is the same every time', () => {
  test('a whole match, then beginnings, then parts; within these who came last, then the older customer', () => {
    add({ name: '小王芳', lastVisitOn: '2026-11-20' });
    add({ name: '王芳芳', lastVisitOn: '2026-01-01' });
    add({ name: '王芳', lastVisitOn: null });
    add({ name: '王芳丽', lastVisitOn: '2026-11-01' });
    add({ name: '王芳华', lastVisitOn: null });
    add({ name: '王芳菲', lastVisitOn: null });
    expect(names('王芳')).toEqual(['王芳', '王芳丽', '王芳芳', '王芳华', '王芳菲', '小王芳']);
  });

  test('the tail of a phone counts as much as a beginning', () => {
    add({ name: '中', phones: ['13866661111'], lastVisitOn: '2026-11-20' });
    add({ name: '尾', phones: ['13811116666'], lastVisitOn: '2020-01-01' });
    expect(names('6666')).toEqual(['尾', '中']);
  });
});

describe('the match tells what to mark', () => {
  const mark = (text: string): string => {
    const [hit] = searchCustomers(store.database, text, 1);
    return hit ? `${hit.match.field}:${hit.match.value.slice(hit.match.start, hit.match.end)}` : '';
  };

  test.each([
    ['小明', 'name:小明'],
    ['xiaom', 'pinyin:小明'],
    ['xm', 'initials:小明'],
    ['138 0013', 'phone:138-0013'],
    ['8899', 'phone:8899'],
    ['vip0', 'card:VIP-0'],
    ['10023', 'number:10023'],
  ])('%s marks %s', (text, marked) => {
    add({ name: '张小明', phones: ['+86 138-0013-8899'], cardNo: 'VIP-0088', number: '10023' });
    expect(mark(text)).toBe(marked);
  });
});

describe('the index follows every change', () => {
  test('a new name, phone, card and visit are found at once, the old ones no more', () => {
    const id = add({ name: '张伟' });
    const other = add({ name: '张伟', lastVisitOn: '2026-05-01' });
    expect(names('张')).toHaveLength(2);
    updateCustomer(store.database, id, { name: '李雷', cardNo: 'A1' }, store.clock.now);
    replaceContactMethod(store.database, { customerId: id, field: 'phone', value: '13912345678', at: store.clock.now, newId });
    {
      const texts = ['李雷', 'lilei', '5678', 'a1'];
      expect(namesBy(texts)).toEqual(always(texts, ['李雷']));
    }
    expect(names('张')).toHaveLength(1);
    updateCustomer(store.database, id, { name: '张伟' }, store.clock.now);
    const row = { last_visit_on: localDate('2026-06-01') };
    execute(store.database, sqlite.updateTable('customer_summaries').set(row).where('customer_id', '=', id));
    expect(searchCustomers(store.database, '张伟', 10).map(({ customer }) => customer.id)).toEqual([id, other]);
  });

  test('whoever is removed is not found until brought back', () => {
    const id = add({ name: '张伟' });
    expect(names('张伟')).toEqual(['张伟']);
    markCustomerRemoved(store.database, id, store.clock.now, store.clock.now);
    expect(names('张伟')).toEqual([]);
    markCustomerRemoved(store.database, id, null, store.clock.now);
    expect(names('张伟')).toEqual(['张伟']);
  });

  test('what was rolled back was never there', () => {
    const id = add({ name: '张伟' });
    expect(names('张伟')).toEqual(['张伟']);
    const undone = (): void => {
      transaction(store.database, () => {
        updateCustomer(store.database, id, { name: '李雷' }, store.clock.now);
        add({ name: '韩梅梅' });
        expect(names('李雷')).toEqual(['李雷']);
        throw new Error('rolled back');
      });
    };
    expect(undone).toThrow('rolled back');
    expect([names('李雷'), names('韩'), names('张伟')]).toEqual([[], [], ['张伟']]);
  });

  test('an import that forgets the index leaves nobody out, rolled back or not', () => {
    add({ name: '张伟' });
    expect(names('张')).toHaveLength(1);
    const write = (fails: boolean): void => {
      transaction(store.database, () => {
        forgetSearchIndex(store.database);
        add({ name: '张丽' });
        if (fails) throw new Error('rolled back');
      });
    };
    expect(() => {
      write(true);
    }).toThrow('rolled back');
    expect(names('张')).toEqual(['张伟']);
    write(false);
    expect(names('张')).toHaveLength(2);
    add({ name: '张三' });
    expect(names('张')).toHaveLength(3);
  });
});

describe('the index made in the background', () => {
  const addMany = (count: number): CustomerId[] => Array.from({ length: count }, (_, index) => add({ name: `张${index}` }));
  const found = (text: string): number => findMatchingIds(store.database, text)?.length ?? 0;

  test('has everyone, also who came, changed or left between its steps', () => {
    const ids = addMany(2500);
    const [first, last] = [ids[0], ids.at(-1)];
    if (first === undefined || last === undefined) throw new Error('nobody was added');
    const steps = warmSearchIndex(store.database);
    steps.next();
    updateCustomer(store.database, first, { name: '李雷' }, store.clock.now);
    updateCustomer(store.database, last, { name: '韩梅梅' }, store.clock.now);
    add({ name: '张伟' });
    while (steps.next().done !== true);
    expect([found('张'), found('李雷'), found('韩'), found('张伟')]).toEqual([2499, 1, 1, 1]);
  });

  test('gives way to an import that forgets it and to a search that could not wait', () => {
    addMany(1500);
    const steps = warmSearchIndex(store.database);
    steps.next();
    transaction(store.database, () => {
      forgetSearchIndex(store.database);
      add({ name: '张伟' });
    });
    expect(steps.next().done).toBe(true);
    expect(found('张伟')).toBe(1);
    const late = warmSearchIndex(store.database);
    expect(late.next().done).toBe(true);
  });
});

/** Whether letters can be typed from some syllable on, by the definition and not by the index. */
const isTyped = (name: string, letters: string): boolean => {
  const syllables = nameSyllables(name);
  const typedFrom = (from: number, rest: string): boolean =>
    (syllables[from]?.readings ?? []).some(
      (reading) => reading.startsWith(rest) || (rest.startsWith(reading) && typedFrom(from + 1, rest.slice(reading.length))),
    );
  const initialsFrom = (from: number): boolean =>
    Array.from(letters).every((letter, index) =>
      (syllables[from + index]?.readings ?? []).some((reading) => reading.startsWith(letter)),
    );
  return syllables.some((_, from) => typedFrom(from, letters) || initialsFrom(from));
};

const plain = (text: string): string => text.toLowerCase().replaceAll(/[\s\-'+_]/g, '');

const bruteForce = (people: readonly SearchableRow[], text: string): string[] =>
  people
    .filter((person) => {
      const wanted = plain(text);
      if (wanted === '') return false;
      const isCode = (code: string): boolean => (wanted.length < 3 ? code.startsWith(wanted) : code.includes(wanted));
      const phones = person.phones.map((phone) =>
        withoutExtension(phone)
          .replaceAll(/\D/g, '')
          .replace(/^86(?=1\d{10})/, ''),
      );
      const isPart = (value: string): boolean => wanted.length >= 3 && value.includes(wanted);
      return (
        plain(person.name).includes(wanted) ||
        (/^[a-z]+$/.test(wanted) && isTyped(person.name, wanted)) ||
        (/^[a-z0-9]+$/.test(wanted) &&
          (isCode(plain(person.number)) || (person.cardNo !== null && isCode(plain(person.cardNo))))) ||
        (/^\d{3,}$/.test(wanted) && phones.some((phone) => phone.includes(wanted))) ||
        [...person.contacts, ...person.own].map(plain).some((value) => value.startsWith(wanted) || isPart(value))
      );
    })
    .map(({ id }) => id)
    .sort();

const character = fc.constantFrom(...Array.from('张王李单仇解曾尉迟欧阳吕小明伟芳娜秀英国藩乐重庆女'));
const person = fc.record({
  name: fc.oneof(
    { weight: 5, arbitrary: fc.array(character, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')) },
    { weight: 1, arbitrary: fc.constantFrom('John Smith', 'ANNA li', '王 Anna', '阿May', '顾客10001') },
  ),
  phones: fc.array(
    fc.integer({ min: 10_000_000, max: 99_999_999 }).map((tail) => `138${tail}`),
    { maxLength: 2 },
  ),
  cardNo: fc.option(fc.integer({ min: 1, max: 99_999 }).map((tail) => `VIP${tail}`)),
  wechat: fc.option(fc.constantFrom('zhang_wei-88', 'lixm1990', 'wf-138')),
});

describe('P3 the box leaves nobody out and lets nobody in', () => {
  property.prop(
    {
      people: fc.uniqueArray(person, { minLength: 1, maxLength: 25, selector: ({ cardNo }) => cardNo ?? {} }),
      picks: fc.array(fc.record({ who: fc.nat(), from: fc.nat(), length: fc.integer({ min: 1, max: 5 }), how: fc.nat(6) }), {
        minLength: 4,
        maxLength: 12,
      }),
      edits: fc.array(fc.record({ who: fc.nat(), name: person.map(({ name }) => name) }), { maxLength: 3 }),
    },
    { numRuns: 40 },
  )('whatever part of whatever field is typed, before and after edits', ({ people, picks, edits }) => {
    store.close();
    store = openTestStore();
    const ids = people.map(add);
    const check = (): void => {
      const everyone = [...readSearchables(store.database)].flat();
      for (const { who, from, length, how } of picks) {
        const one = everyone[who % everyone.length];
        if (one === undefined) continue;
        const pinyin = nameSortKey(one.name).replaceAll(' ', '').toLowerCase();
        const initials = nameSyllables(one.name)
          .map(({ readings }) => readings.at(-1)?.charAt(0) ?? '')
          .join('');
        const source =
          [
            one.name,
            pinyin,
            initials,
            one.phones[0] ?? one.number,
            one.cardNo ?? one.number,
            one.number,
            one.contacts[0] ?? one.number,
          ][how] ?? '';
        const text = source.slice(from % Math.max(1, source.length)).slice(0, length);
        if (text.trim() === '') continue;
        const ids = (findMatchingIds(store.database, text) ?? []).sort();
        expect({ text, ids }).toEqual({ text, ids: bruteForce(everyone, text) });
        const hits = searchCustomers(store.database, text, 10);
        expect(hits).toHaveLength(Math.min(10, bruteForce(everyone, text).length));
        for (const { match } of hits) expect(match.end).toBeGreaterThan(match.start);
      }
    };
    check();
    for (const { who, name } of edits) {
      const id = ids[who % ids.length];
      if (id !== undefined) updateCustomer(store.database, id, { name }, store.clock.now);
    }
    check();
  });
});
