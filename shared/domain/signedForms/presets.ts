import { formTemplateId } from '../../types/ids.ts';
import type { FormTemplateId } from '../../types/ids.ts';
import type { Words } from '../things/types.ts';
import type { FormQuestion, QuestionKind } from './answers.ts';

// Forms that every shop starts with, by trade (X27). What a shop uses or changes becomes its own. They are a beginning, not legal advice:
// the shop answers for its own words.

interface PresetQuestion {
  readonly key: string;
  readonly kind: QuestionKind;
  readonly question: Words;
  readonly options?: readonly Words[];
  readonly isRequired?: true;
}
interface Preset {
  readonly id: FormTemplateId;
  readonly name: Words;
  readonly text: Words;
  readonly questions: readonly PresetQuestion[];
  readonly validMonths: number | null;
  readonly isPrivate: boolean;
}
export type PresetLanguage = keyof Words;

const words = (chinese: string, english: string): Words => ({ 'zh-CN': chinese, en: english });
const yesNo = (key: string, chinese: string, english: string): PresetQuestion => ({
  key,
  kind: 'yes_no',
  question: words(chinese, english),
  isRequired: true,
});
const inWords = (key: string, chinese: string, english: string): PresetQuestion => ({
  key,
  kind: 'text',
  question: words(chinese, english),
});
const idOf = (number: number): FormTemplateId => formTemplateId(`00000000-0000-7000-8322-${String(number).padStart(12, '0')}`);

const presets: readonly Preset[] = [
  {
    id: idOf(1),
    name: words('染烫知情同意书', 'Consent to colouring or perming'),
    text: words(
      '染发剂和烫发剂可能引起过敏。店里已经告诉我：做之前可以先做皮试；有不适要马上说；头皮有伤口、怀孕或哺乳期不宜染烫。\n我已如实回答下面的问题，同意本次及有效期内的染烫服务。我可以随时改变主意。',
      'Colour and perm products can cause allergic reactions. I was told that a patch test can be done first, that I should speak up at once if anything feels wrong, and that colouring is not advised with an injured scalp, when pregnant or when breastfeeding.\nI have answered the questions truthfully and agree to the service, now and while this form is valid. I may change my mind at any time.',
    ),
    questions: [
      yesNo('allergy', '以前染发、烫发或用化妆品有过敏吗？', 'Have you ever reacted to hair colour, perms or cosmetics?'),
      yesNo('scalp', '头皮现在有伤口、发炎或敏感吗？', 'Is your scalp injured, inflamed or sensitive now?'),
      yesNo('pregnant', '怀孕或在哺乳期吗？', 'Are you pregnant or breastfeeding?'),
      inWords('more', '还有什么要我们知道的？', 'Anything else we should know?'),
    ],
    validMonths: 12,
    isPrivate: true,
  },
  {
    id: idOf(2),
    name: words('护理问卷', 'Skin care intake'),
    text: words(
      '为了安全地为您护理，请如实回答。回答只给为您服务、且有健康权限的员工看。',
      'So that we can look after you safely, please answer truthfully. Only staff who may see health details read your answers.',
    ),
    questions: [
      yesNo('allergy', '对什么过敏吗？', 'Are you allergic to anything?'),
      inWords('allergens', '对什么过敏？', 'To what?'),
      yesNo('medicine', '正在用药（包括维 A 酸、激素）吗？', 'Are you taking medicines, retinoids or hormones among them?'),
      yesNo('treatment', '最近三个月做过医美项目吗？', 'Any cosmetic procedure in the last three months?'),
      {
        key: 'skin',
        kind: 'choice',
        question: words('您觉得自己的肤质是', 'How would you call your skin?'),
        options: [
          words('干性', 'Dry'),
          words('油性', 'Oily'),
          words('混合性', 'Combination'),
          words('敏感性', 'Sensitive'),
          words('不清楚', 'Not sure'),
        ],
      },
    ],
    validMonths: 12,
    isPrivate: true,
  },
  {
    id: idOf(3),
    name: words('运动前健康问卷', 'Health questions before exercise'),
    text: words(
      '运动有风险。请如实回答；有一项“是”，请先问过医生。身体情况变了，请告诉我们。',
      'Exercise carries risks. Please answer truthfully; with any “yes”, see a doctor first. Tell us when your health changes.',
    ),
    questions: [
      yesNo('heart', '有心脏病、高血压，或运动时胸痛吗？', 'Heart trouble, high blood pressure, or chest pain on exertion?'),
      yesNo('dizzy', '常头晕，或晕倒过吗？', 'Do you get dizzy often, or have you fainted?'),
      yesNo('joints', '骨头或关节有会因运动加重的问题吗？', 'A bone or joint problem that exercise could make worse?'),
      yesNo('pregnant', '怀孕，或产后六个月内吗？', 'Pregnant, or within six months of giving birth?'),
      inWords('more', '还有什么要教练知道的？', 'Anything else your coach should know?'),
    ],
    validMonths: 6,
    isPrivate: true,
  },
  {
    id: idOf(4),
    name: words('宠物美容同意书', 'Consent to grooming'),
    text: words(
      '美容时宠物可能紧张、挣扎。毛结严重时要剃短；年老或有病的宠物风险更大。发现皮肤病或外伤，我们会告诉您。\n紧急时同意店里就近送医，费用由我承担。',
      'A pet may be nervous or struggle during grooming. Badly matted coats are shaved; old or ill pets run a higher risk. We tell you about skin trouble or injuries we find.\nIn an emergency I agree that the shop takes my pet to the nearest vet at my cost.',
    ),
    questions: [
      yesNo('bites', '会咬人或抓人吗？', 'Does it bite or scratch?'),
      yesNo('ill', '有心脏病、癫痫、皮肤病或近期手术吗？', 'Heart trouble, epilepsy, skin disease or recent surgery?'),
      yesNo('vaccinated', '疫苗都在有效期内吗？', 'Are its vaccinations up to date?'),
      inWords('more', '怕什么、不能碰哪里？', 'What is it afraid of, where must it not be touched?'),
    ],
    validMonths: 12,
    isPrivate: false,
  },
  {
    id: idOf(5),
    name: words('照片使用同意书', 'Consent to the use of photos'),
    text: words(
      '店里可以为我拍服务前后的照片，只放在我的资料里。是否可以给别人看，由我在下面选。我可以随时收回，收回后不再使用。',
      'The shop may take photos before and after the service and keep them with my details. Whether others may see them I choose below. I may take this back at any time; from then on they are not used.',
    ),
    questions: [
      {
        key: 'use',
        kind: 'choice',
        question: words('照片可以用在', 'The photos may be used'),
        options: [
          words('只放在我的资料里', 'Only with my details'),
          words('可以给店里别的顾客看', 'Shown to other customers in the shop'),
          words('可以发到网上，不露脸', 'Published, without my face'),
          words('可以发到网上', 'Published'),
        ],
        isRequired: true,
      },
    ],
    validMonths: null,
    isPrivate: false,
  },
];

/** A form as it stands in the shop. */
export interface FormTemplateWords {
  readonly id: FormTemplateId;
  readonly name: string;
  readonly text: string;
  readonly questions: readonly FormQuestion[];
  /** For how many months a signature holds; null is for good. */
  readonly validMonths: number | null;
  readonly isPrivate: boolean;
}

/** The forms that every shop starts with, in the language of the shop. */
export const presetForms = (language: PresetLanguage): FormTemplateWords[] =>
  presets.map(({ id, name, text, questions, validMonths, isPrivate }) => ({
    id,
    name: name[language],
    text: text[language],
    validMonths,
    isPrivate,
    questions: questions.map(({ key, kind, question, options = [], isRequired = false }) => ({
      key,
      kind,
      question: question[language],
      options: options.map((option) => option[language]),
      isRequired,
    })),
  }));
