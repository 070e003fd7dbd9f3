/** Words of the list of those who may be about to leave. */
export const risk = {
  title: '快要走的人',
  text: '按看得见的事实列出可能流失的顾客，高价值的在前。约好了要来的不列，早就不来的不列。',
  counting: '正在看每个人',
  grade: '风险',
  all: '全部 {{count}}',
  grades: { high: '高', middle: '中', low: '低' },
  points_other: '{{grade}} · {{count}} 分',
  sign: '只看一种迹象',
  signs: {
    late: '比平时晚',
    falling: '花得少了',
    incident: '问题没解决',
    dissatisfied: '上次不满意',
    no_show: '约了没来',
  },
  value: '消费高低',
  why: '凭什么这么说',
  owner: '归谁管',
  and: '；',
  say: {
    late: '{{days}} 天没来，平时 {{rhythm}} 天来一次',
    lateByShop: '{{days}} 天没来，按全店的节奏超过 {{limit}} 天算晚',
    falling: '近 3 个月花了 {{recent}}，比之前 3 个月的 {{earlier}} 少 {{percent}}%',
    incident_other: '{{count}} 件事没解决',
    dissatisfied: '上次满意度 {{score}} 分',
    noShow_other: '近 3 个月约了没来 {{count}} 次',
  },
  formula:
    '怎么算的：比平时晚 {{late}} 分（晚到 {{far}} 倍再加 1 分）；近 3 个月比之前少 {{percent}}% 以上 {{falling}} 分（少 {{stopped}}% 以上再加 1 分）；有没解决的问题 {{incident}} 分；上次满意度 {{score}} 分以下 {{dissatisfied}} 分；约了没来 {{noShow}} 分。{{high}} 分起算高，{{middle}} 分起算中。「少多少才算」在设置里改。',
  empty: {
    title: '没有快要走的人',
    filteredTitle: '这样筛没有人',
    filteredText: '别的等级或迹象里有人，换一个看看。',
    text: '现在没有谁比平时晚、花得明显少了或有问题没解决。过几天再来看看。',
  },
};
