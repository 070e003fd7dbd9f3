import { describe, expect, it } from 'vitest';
import { reasonSchema, type Reason } from '../contract/callbacks.ts';
import { localDate } from '../types/time.ts';
import { reasonText } from './reasonText.ts';

const context = { timeZone: 'Asia/Shanghai', currency: 'CNY', today: localDate('2026-11-21') };
const reasons = {
  promised: { code: 'promised', params: { at: Date.UTC(2026, 10, 21, 2, 30), note: '想问护理套餐' } },
  birthday: {
    code: 'birthday',
    params: { on: '2026-11-24', inDays: 3, calendar: 'lunar', month: 10, day: 16, isLeapMonth: false, turning: 30, label: null },
  },
  follow_up: {
    code: 'follow_up',
    params: { visitOn: '2026-11-18', daysSince: 3, items: '烫发', amountCents: 38000, isFirstVisit: false },
  },
  overdue: {
    code: 'overdue',
    params: { lastOn: '2026-10-05', daysSince: 47, rhythmDays: 21, overdueAfterDays: 28.6, basis: 'own', purchaseDays: 16 },
  },
  dormant: { code: 'dormant', params: { lastOn: '2025-12-31', daysSince: 325, months: 10, spendCents: 128050 } },
  silence: { code: 'silence', params: { lastOn: '2026-09-16', daysSince: 66, limitDays: 60, value: 'high' } },
  data_check: { code: 'data_check', params: { quarter: '2026-Q4', lastOn: '2026-05-02' } },
  expiring: {
    code: 'expiring',
    params: {
      factId: '00000000-0000-7000-8000-000000000001',
      kind: 'vaccine',
      label: '狂犬疫苗',
      thingName: '旺财',
      validUntil: '2026-11-26',
      inDays: 5,
    },
  },
  missed: {
    code: 'missed',
    params: {
      appointmentId: 'booking',
      service: '染发',
      bookedFor: '2026-11-18',
      isNoShow: true,
      missedOn: '2026-11-18',
      daysSince: 3,
    },
  },
  lapsing: {
    code: 'lapsing',
    params: { kind: 'count_card', id: 'card', name: '护理卡', amount: 3, lastDay: '2026-11-26', inDays: 5 },
  },
  waiting: {
    code: 'waiting',
    params: { orderId: 'order', number: 'D-12', readyOn: '2026-11-18', toldOn: null, daysSince: 3 },
  },
  debt: { code: 'debt', params: { owedCents: 12000, dueOn: '2026-11-11', daysSince: 10 } },
};
const reason = (code: keyof typeof reasons): Reason => reasonSchema.parse(reasons[code]);

describe('why a person is on the list', () => {
  it.each([
    ['promised', '约好 10:30', '上次说「想问护理套餐」'],
    ['birthday', '生日还有 3 天', '农历十月十六，就是 11-24，满 30 岁'],
    ['follow_up', '到店后第 3 天', '11-18 来过：烫发，¥380；问问用着满不满意'],
    ['overdue', '47 天没来', '上次 10-05；平时 21 天来一次，超过自己的 29 天就算该来了（来过 16 次）'],
    ['dormant', '10 个月没消费', '上次 2025-12-31，到今天 325 天；以前一共花过 ¥1,280.50'],
    ['silence', '66 天没联系', '上次联系 09-16；高价值顾客最多隔 60 天要问候一次'],
    ['data_check', '顺便核对资料', '上次核对 05-02；这一季度还没核对，问一句电话、微信、地区变没变'],
    ['expiring', '旺财 狂犬疫苗还有 5 天到期', '有效到 11-26'],
    ['missed', '约了没来 3 天', '11-18 约的「染发」没有来，之后没有再约，也没来过'],
    ['lapsing', '次卡还有 5 天到期', '「护理卡」还剩 3 次，有效到 11-26'],
    ['waiting', '到货 3 天没来取', '单号 D-12，11-18 就好了，还没通知'],
    ['debt', '挂账过期 10 天', '到期未还 ¥120，最早一笔应在 11-11 还清'],
  ] as const)('says %s with its figures in Chinese', (code, title, text) => {
    expect(reasonText(reason(code), 'zh-CN', context)).toEqual({ title, text });
  });
  it.each([
    ['promised', 'Call agreed for 10:30', 'Last time: "想问护理套餐"'],
    ['birthday', 'Birthday in 3 days', 'On 11-24 (lunar 10-16), turning 30'],
    ['follow_up', '3 days after the visit', 'Here on 11-18: 烫发, ¥380; ask whether all is well'],
    ['overdue', '47 days away', 'Last here 10-05; usually every 21 days, overdue after 29 days by their own rhythm (16 visits)'],
    ['dormant', 'No purchase for 10 months', 'Last here 2025-12-31, 325 days ago; spent ¥1,280.50 before'],
    ['silence', '66 days without contact', 'Last contact 09-16; a high-value customer is greeted at least every 60 days'],
    [
      'data_check',
      'Check the details as well',
      'Last confirmed 05-02, not yet this quarter: ask whether phone, WeChat and region still hold',
    ],
    ['expiring', '旺财: 狂犬疫苗 runs out in 5 days', 'Valid until 11-26'],
    ['missed', 'Did not come, 3 days ago', '"染发" on 11-18 was missed; neither booked nor seen since'],
    ['lapsing', 'A count card lapses in 5 days', '"护理卡" has 3 uses left, valid until 11-26'],
    ['waiting', 'Ready for 3 days, not collected', 'Order D-12, ready since 11-18, not told yet'],
    ['debt', 'On account, 10 days overdue', '¥120 was due, the first of it on 11-11'],
  ] as const)('says %s with its figures in English', (code, title, text) => {
    expect(reasonText(reason(code), 'en', context)).toEqual({ title, text });
  });
  it('gives the day of a promise that was for another day', () => {
    const late = reasonSchema.parse({ code: 'promised', params: { at: Date.UTC(2026, 10, 20, 2, 30), note: null } });
    expect(reasonText(late, 'zh-CN', context).title).toBe('约好 11-20 10:30');
  });
  it("names whose day it is when it is not the customer's own", () => {
    const child = reasonSchema.parse({
      ...reasons.birthday,
      params: { ...reasons.birthday.params, inDays: 0, label: '女儿朵朵的生日' },
    });
    expect(reasonText(child, 'zh-CN', context).title).toBe('今天女儿朵朵的生日');
    expect(reasonText(child, 'en', context).title).toBe('女儿朵朵的生日 today');
  });
});
