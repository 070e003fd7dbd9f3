/** Words of the page of loyalty: what the shop owes, and what it has defined. */
export const loyalty = {
  title: '会员权益',
  text: '店里欠顾客多少，都在这里；积分和储值看得到是谁的，次卡看得到谁的快到期。',
  sections: {
    label: '会员权益的页',
    owed: '店里欠的',
    cards: '次卡',
    memberCards: '实体卡',
    topUps: '充值送',
    rewards: '兑换礼品',
    coupons: '优惠券',
    codes: '折扣码',
    tiers: '会员等级',
    earning: '积分规则',
  },
  points: {
    title: '积分',
    held: '积分余额',
    holders_other: '{{count}} 位顾客手里有积分',
    worth: '能抵的钱',
    worthNote: '按现在的抵现比例',
    doesNotPay: '本店积分不抵钱',
    soon: '{{days}} 天内到期',
    soonNote_other: '{{count}} 位顾客的',
    never: '没有快到期的',
    who: '看积分最多的顾客',
  },
};
