import { describe, expect, it } from 'vitest';
import { isIdentityHeader, isSecretHeader, isStoredValueHeader } from './columnKinds.ts';
import type { ImportField } from './fields.ts';
import { guessMapping } from './headers.ts';

// Every header of GLOSSARY's "Spreadsheets that shops arrive with": mapped, or left out by name, or secret. None falls through.

const people: readonly (readonly [string, ImportField])[] = [
  ['会员卡号', 'cardNo'],
  ['卡号', 'cardNo'],
  ['会员号', 'number'],
  ['会员编号', 'number'],
  ['卡面号码', 'cardNo'],
  ['姓名', 'name'],
  ['会员姓名', 'name'],
  ['真实姓名', 'name'],
  ['昵称', 'name'],
  ['手机号', 'phone'],
  ['手机号码', 'phone'],
  ['会员手机', 'phone'],
  ['固定电话', 'phone'],
  ['性别', 'gender'],
  ['生日', 'birthday'],
  ['会员生日', 'birthday'],
  ['生日类型', 'birthdayCalendar'],
  ['会员等级', 'tags'],
  ['会员类别', 'tags'],
  ['会员标签', 'tags'],
  ['推荐人卡号', 'referrer'],
  ['客户来源', 'source'],
  ['营业员', 'owner'],
  ['绑定调理师', 'owner'],
  ['邮箱', 'email'],
  ['电子邮箱', 'email'],
  ['常用邮箱', 'email'],
  ['省份', 'region'],
  ['城市', 'region'],
  ['地区', 'region'],
  ['地址', 'address'],
  ['会员地址', 'address'],
  ['备注', 'note'],
  ['备注信息', 'note'],
  ['过敏史', 'allergy'],
  ['既往史', 'medicalHistory'],
  ['积分', 'points'],
  ['会员积分', 'points'],
  ['剩余积分', 'points'],
  ['会员有效期', 'memberUntil'],
  ['过期时间', 'memberUntil'],
  ['开卡日期', 'createdOn'],
  ['注册时间', 'createdOn'],
  ['车牌号码', 'plate'],
  ['车辆品牌', 'carModel'],
  ['车架号', 'vin'],
  ['年检到期', 'inspectionUntil'],
  ['车船税到期', 'vehicleTaxUntil'],
  ['车保养到期', 'maintenanceUntil'],
  ['保单号', 'policyNumber'],
];
/** Sums and days that follow from the visits and ledgers, rules and branches of the other program: named on the page, not taken. */
const leftOut = [
  '等级编号',
  '发卡门店',
  '分店编号',
  '兑换积分',
  '成长值',
  '折扣',
  '消费总金额',
  '消费总次数',
  '积分到期日',
  '最后消费时间',
  '进店时间',
  '最后联系时间',
  '总金额',
];
const storedValue = ['余额', '初始余额', '充值金额', '赠送金额', '余额(可提现)', '余额(不可提现)', '储值到期日'];
const secret = ['密码', '消费密码', 'openid'];

const guessed = (header: string) => guessMapping('customers', 'auto', [header])[0] ?? null;

describe('R189: the headers that shops arrive with', () => {
  it.each(people)('%s is %s', (header, field) => {
    expect(guessed(header)).toBe(field);
    expect(isSecretHeader(header) || isStoredValueHeader(header)).toBe(false);
  });
  it.each(leftOut)('%s is left out and named', (header) => {
    expect([guessed(header), isSecretHeader(header), isStoredValueHeader(header)]).toEqual([null, false, false]);
  });
  it.each(storedValue)('%s is stored value, of which there is no ledger yet', (header) => {
    expect([guessed(header), isStoredValueHeader(header)]).toEqual([null, true]);
  });
  it.each(secret)('%s is secret', (header) => {
    expect([guessed(header), isSecretHeader(header)]).toEqual([null, true]);
  });
  it.each(['身份证', '身份证号码', '证件号码'])('%s is an identity number, which is asked about', (header) => {
    expect([guessed(header), isIdentityHeader(header)]).toEqual(['identityNumber', true]);
  });
  it('截止日期 is the end of an insurance in a list of cars, and nothing elsewhere', () => {
    expect(guessMapping('customers', 'auto', ['姓名', '车牌号码', '保单号', '截止日期'])).toEqual([
      'name',
      'plate',
      'policyNumber',
      'insuranceUntil',
    ]);
    expect(guessMapping('customers', 'auto', ['姓名', '截止日期'])).toEqual(['name', null]);
  });
  it('a pet’s and a child’s columns are theirs, not their owner’s', () => {
    expect(
      guessMapping('customers', 'auto', [
        '姓名',
        '生日',
        '性别',
        '宠物名',
        '品种',
        '宠物性别',
        '宠物生日',
        '疫苗到期',
        '宝宝姓名',
        '宝宝生日',
      ]),
    ).toEqual([
      'name',
      'birthday',
      'gender',
      'petName',
      'petBreed',
      'petSex',
      'petBirthday',
      'vaccineUntil',
      'childName',
      'childBirthday',
    ]);
  });
});
