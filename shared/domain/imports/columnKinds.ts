import { headerKey } from './headerKey.ts';

// Columns that are no field of a customer and must not become one without a word.

const secretKey = /密码|口令|openid|unionid|password|passwd|pwd|pincode|^pin$|token|secret|验证码/;

/** Passwords in plain text, and the ids by which other programs know a person: never taken in, and said. */
export const isSecretHeader = (header: string): boolean => secretKey.test(headerKey(header));

const identityKey = /身份证|证件号|证件编号|^idcard|^idnumber|^identity(?:card|number)|passportn/;

/** Numbers of identity cards: kept only where a person chooses a field of the shop's own for them, and is warned. */
export const isIdentityHeader = (header: string): boolean => identityKey.test(headerKey(header));

const storedValueKey =
  /^(?:会员|卡|账户|储值|当前|剩余|可用|初始|充值|通用|购物卡)*余额|^(?:累计)?充值(?:总)?金额|^(?:累计)?赠送(?:总)?金额|^本金|^储值|可提现|^挂账|^欠款|^(?:balance|storedvalue|walletbalance|principal)/;

/** Balances of stored value: there is no ledger of it yet, so such a column is left out, and said. */
export const isStoredValueHeader = (header: string): boolean => storedValueKey.test(headerKey(header));
