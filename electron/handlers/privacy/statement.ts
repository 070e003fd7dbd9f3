import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { printedDocument } from '../../../shared/domain/printing/document.ts';
import { withMergedAway } from '../../store/bin.ts';
import { readPersonalRows } from '../../store/personalTables.ts';
import type { StudyContext } from '../context.ts';
import { consentSection, detailsSection, MOST_LINES, pointsSection, restSection, visitsSection } from './sections.ts';

/** Tables that the statement shows row by row. */
const SHOWN = ['customers', 'points_entries', 'visits', 'visit_lines', 'consents', 'customer_summaries'];

/** What a customer is given to read (R194): their points, visits, consents and what is held, in plain words. */
export const makeStatement = async (
  context: StudyContext,
  { customerId, language, printedTo }: HandlerInput<'privacy.statement'>,
): Promise<OutputOf<'privacy.statement'>> => {
  const about = { context, customerId, language };
  const isEnglish = language === 'en';
  const { name, number, ...details } = detailsSection(about);
  const tables = readPersonalRows(context.database, withMergedAway(context.database, [customerId]));
  const { shopName } = context.settings();
  const sections = [
    pointsSection(about, MOST_LINES),
    visitsSection(about, MOST_LINES),
    consentSection(about),
    details,
    restSection(
      about,
      tables,
      SHOWN,
      isEnglish
        ? 'You may have all of it as a file, have it corrected, or have it erased: tell us at the desk.'
        : '您可以要一份完整的文件，可以让我们更正，也可以让我们抹除：在前台说一声就行。',
    ),
  ];
  const html = printedDocument({
    language,
    title: isEnglish ? `What we hold about you: ${name}` : `${name}：您在本店的资料`,
    intro: [
      [...(shopName === '' ? [] : [shopName]), isEnglish ? `No. ${number}` : `编号 ${number}`, context.today()].join(' · '),
      isEnglish
        ? 'This page says what this shop holds about you, why, and what you can do about it.'
        : '这一页告诉您：本店存了您的哪些资料，用来做什么，您可以怎么处理。',
    ],
    sections,
  });
  if (printedTo !== null)
    await context.write('privacy.registerFile', {
      kind: 'statement',
      customerId,
      columns: sections.map(({ title }) => title),
      fileName: printedTo,
    });
  return { html, sections: sections.length };
};
