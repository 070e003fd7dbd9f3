import { opportunityStageId } from '../../types/ids.ts';
import type { OpportunityStageId } from '../../types/ids.ts';
import type { Words } from '../things/types.ts';

// The stages that every shop starts with (R054). Their order is theirs together: with the first opportunity, or the first change of a stage,
// all of them become the shop's own and no new version touches them.

/** A stage as it stands in the shop. */
export interface StageWords {
  readonly id: OpportunityStageId;
  readonly name: string;
  /** How many of a hundred that stand here are won, 0 to 100. */
  readonly probability: number;
}

const preset = (number: number, chinese: string, english: string, probability: number) => ({
  id: opportunityStageId(`00000000-0000-7000-8350-${String(number).padStart(12, '0')}`),
  name: { 'zh-CN': chinese, en: english } satisfies Words,
  probability,
});

const presets = [
  preset(1, '有意向', 'Interested', 20),
  preset(2, '已看货/试过', 'Tried or seen', 40),
  preset(3, '已报价', 'Quoted', 60),
  preset(4, '待付款', 'Awaiting payment', 90),
];

/** The stages that every shop starts with, first to last, in the language of the shop. */
export const presetStages = (language: keyof Words): StageWords[] =>
  presets.map(({ name, ...stage }) => ({ ...stage, name: name[language] }));
