import { taskTemplateId } from '../../types/ids.ts';
import type { TaskTemplateId } from '../../types/ids.ts';
import type { Words } from '../things/types.ts';

// Several tasks that belong together (R055): what is done for every newcomer, after every complaint, after something large was bought.

export const MOST_STEPS = 20;
/** Two years ahead is as far as anybody plans. */
export const MOST_STEP_DAYS = 730;

export interface TemplateStep {
  readonly title: string;
  /** Days after the day it begins; 0 is that day. */
  readonly afterDays: number;
}

export interface TemplateWords {
  readonly id: TaskTemplateId;
  readonly name: string;
  readonly steps: readonly TemplateStep[];
}

type Step = readonly [afterDays: number, chinese: string, english: string];

const preset = (number: number, chinese: string, english: string, steps: readonly Step[]) => ({
  id: taskTemplateId(`00000000-0000-7000-8410-${String(number).padStart(12, '0')}`),
  name: { 'zh-CN': chinese, en: english } satisfies Words,
  steps: steps.map(([afterDays, inChinese, inEnglish]) => ({
    afterDays,
    title: { 'zh-CN': inChinese, en: inEnglish } satisfies Words,
  })),
});

const presets = [
  preset(1, '迎新客', 'Welcome a newcomer', [
    [0, '加微信，介绍会员权益', 'Add on WeChat, explain what members get'],
    [3, '问问用得怎么样', 'Ask how they like it'],
    [30, '约下一次来', 'Invite them to come again'],
  ]),
  preset(2, '投诉之后', 'After a complaint', [
    [0, '道歉，说清怎么处理', 'Apologise and say what will be done'],
    [3, '问处理得满不满意', 'Ask whether it was put right'],
    [30, '问问最近怎么样，请再来', 'Ask how things are, invite them back'],
  ]),
  preset(3, '买了大件之后', 'After a large purchase', [
    [7, '问问用得顺不顺手', 'Ask whether it works well'],
    [90, '提醒保养', 'Remind of maintenance'],
    [350, '快到一年，说说保修和换新', 'Nearly a year: speak of warranty and renewal'],
  ]),
];

/** The templates that every shop is offered, in the language of the shop. Whichever is changed becomes the shop's own. */
export const presetTemplates = (language: keyof Words): TemplateWords[] =>
  presets.map(({ id, name, steps }) => ({
    id,
    name: name[language],
    steps: steps.map(({ afterDays, title }) => ({ afterDays, title: title[language] })),
  }));
