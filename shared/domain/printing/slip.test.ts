import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { cents, points, quantity } from '../../types/amounts.ts';
import { localDate } from '../../types/time.ts';
import { purse } from '../storedValue/purse.ts';
import { widthOf, wrapped } from './columns.ts';
import { orderRows } from './orderSlip.ts';
import { receiptRows } from './receipt.ts';
import type { Receipt } from './receipt.ts';
import { slipDocument } from './slip.ts';

const receipt: Receipt = {
  language: 'zh-CN',
  currency: 'CNY',
  shopName: '小满造型',
  footer: '解放路 8 号\n谢谢光临',
  number: '20261121-0007',
  at: '2026-11-21 14:30',
  staffName: '张丽',
  customer: { name: '王芳', number: '10023', pointsBalance: points(1319), stored: purse(350_00, 70_00), owedCents: cents(0) },
  orderNumber: 'D20261121-003',
  isReturn: false,
  isUndone: false,
  lines: [
    {
      name: '染发',
      quantity: quantity(1000),
      unitPriceCents: cents(280_00),
      discountCents: cents(20_00),
      amountCents: cents(260_00),
      serialNumber: null,
      specification: '冷棕 7.1',
      cards: [],
    },
    {
      name: '护发素',
      quantity: quantity(2000),
      unitPriceCents: cents(35_20),
      discountCents: cents(0),
      amountCents: cents(70_40),
      serialNumber: 'SN-1',
      specification: null,
      cards: [],
    },
  ],
  totalCents: cents(330_40),
  coupons: [{ name: '代金券', text: '1234567897', cents: cents(500) }],
  referral: null,
  valueCards: [],
  stamps: [],
  pending: null,
  issuedCoupons: [{ name: '下次减 10 元', number: '9876543217', text: '', fromOn: null, expiresOn: localDate('2026-12-21') }],
  payments: [
    { method: 'points', cents: cents(10_00), giftCents: null },
    { method: 'stored', cents: cents(12_00), giftCents: cents(2_00) },
    { method: 'wechat', cents: cents(20_00), giftCents: null },
  ],
  pointsEarned: points(33),
};
const textOf = (one: Receipt): string =>
  receiptRows(one)
    .map((row) => (row.kind === 'rule' ? '--' : row.kind === 'pair' ? `${row.left} ${row.right}` : row.text))
    .join('\n');

describe('a line of a receipt', () => {
  test.prop([fc.string({ unit: 'grapheme', maxLength: 80 }), fc.integer({ min: 4, max: 46 })])(
    'is never wider than the paper, and no character is lost',
    (text, columns) => {
      const lines = wrapped(text, columns);
      for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(columns);
      expect(lines.join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
    },
  );

  it('breaks at a space late in the line, and counts Chinese twice', () => {
    expect(wrapped('conditioner for long hair', 20)).toEqual(['conditioner for', 'long hair']);
    expect(wrapped('染发护理', 6)).toEqual(['染发护', '理']);
  });
});

describe('a receipt (R053)', () => {
  it('says what was bought, what was taken off, what it comes to, and the points', () => {
    const text = textOf(receipt);
    for (const said of [
      '原价 ¥350.40',
      '优惠 -¥20.00',
      '应收 ¥330.40',
      '序列号 SN-1',
      '冷棕 7.1',
      '积分抵扣 ¥10.00',
      '储值支付 ¥12.00',
      '其中赠送 ¥2.00',
      '储值余额 ¥420.00',
      '其中赠送 ¥70.00',
      '微信 ¥20.00',
      '积分余额 1319',
      '谢谢光临',
    ])
      expect(text).toContain(said);
  });

  it('of a return says what goes back, of an undone visit that it is void', () => {
    const back = textOf({ ...receipt, isReturn: true, isUndone: true, totalCents: cents(-70_40), payments: [], customer: null });
    expect(back).toContain('退货单');
    expect(back).toContain('退款 ¥70.40');
    expect(back).toContain('作废');
    expect(back).not.toContain('积分');
  });

  it('is as long as its rows: the narrow roll takes more of them, and the page says its size', () => {
    const long = { ...receipt, lines: receipt.lines.map((line) => ({ ...line, name: '很长的名字'.repeat(8) })) };
    const [narrow, wide] = (['58mm', '80mm'] as const).map((paper) => slipDocument('小票', 'zh-CN', paper, receiptRows(long)));
    expect(narrow?.heightMillimetres).toBeGreaterThan(wide?.heightMillimetres ?? 0);
    expect(narrow?.html).toContain(`@page{size:58mm ${narrow?.heightMillimetres}mm`);
  });

  it('holds nothing that could run, whatever a name says', () => {
    const { html } = slipDocument('x', 'en', '80mm', receiptRows({ ...receipt, shopName: '<script>a()</script>' }));
    expect(html).not.toContain('<script');
  });
});

describe('an order’s slip (R053, X31, X32)', () => {
  it('says what is promised, what was brought in, what was paid and what is still to pay', () => {
    const rows = orderRows({
      language: 'zh-CN',
      currency: 'CNY',
      shopName: '',
      footer: '',
      number: 'D20261121-01',
      kind: 'repair',
      status: 'received',
      customer: { name: '王芳', number: '10023' },
      staffName: null,
      placedOn: localDate('2026-11-21'),
      promisedOn: localDate('2026-11-28'),
      item: '手表',
      serialNumber: 'W-77',
      condition: '表蒙有划痕',
      deliverTo: '',
      note: '',
      lines: [{ name: '换表带', quantity: quantity(1000), amountCents: cents(90_00), specification: '棕色' }],
      totalCents: cents(90_00),
      paidCents: cents(30_00),
      dueCents: cents(60_00),
    });
    const text = rows
      .map((row) => (row.kind === 'pair' ? `${row.left} ${row.right}` : row.kind === 'rule' ? '' : row.text))
      .join('\n');
    for (const said of ['维修单', '约定 2026-11-28', '手表', 'W-77', '表蒙有划痕', '已付 ¥30.00', '还要付 ¥60.00', '棕色'])
      expect(text).toContain(said);
    expect(text).not.toContain('作废');
  });
});
