import { ZipFile } from 'yazl';
import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { printedDocument } from '../../../shared/domain/printing/document.ts';
import { personalTableWords } from '../../../shared/domain/privacy/tableWords.ts';
import { fillWholeFile } from '../../files/wholeFile.ts';
import { withMergedAway } from '../../store/bin.ts';
import { listFilesOf, readContent } from '../../store/personalHistory.ts';
import { readPersonalRows } from '../../store/personalTables.ts';
import type { StudyContext } from '../context.ts';
import { consentHistorySection, consentSection, detailsSection, pointsSection, restSection, visitsSection } from './sections.ts';

const SHOWN = ['customers', 'points_entries', 'visits', 'visit_lines', 'consents', 'customer_summaries'];
const safeName = (name: string): string => name.replaceAll(/[\\/:*?"<>|\u0000-\u001f]/g, '_').slice(-80);

/** The page to read: every line of visits and points, and what the rest is called in data.json. */
const pageOf = (
  context: StudyContext,
  { customerId, language }: HandlerInput<'privacy.personFile'>,
  tables: ReadonlyMap<string, readonly unknown[]>,
  files: readonly string[],
): string => {
  const about = { context, customerId, language };
  const isEnglish = language === 'en';
  const { name, number, ...details } = detailsSection(about);
  const all = Number.MAX_SAFE_INTEGER;
  const listed = {
    title: isEnglish ? 'Photos and files' : '照片与文件',
    table: { headers: [isEnglish ? 'In the folder “files”' : '在“files”文件夹里'], rows: files.map((file) => [file]) },
    empty: isEnglish ? 'None.' : '没有。',
  };
  return printedDocument({
    language,
    title: isEnglish ? `Everything held about ${name}` : `${name}：本店存有的全部资料`,
    intro: [
      [context.settings().shopName, isEnglish ? `No. ${number}` : `编号 ${number}`, context.today()].filter(Boolean).join(' · '),
    ],
    sections: [
      details,
      consentSection(about),
      consentHistorySection(about),
      pointsSection(about, all),
      visitsSection(about, all),
      listed,
      restSection(
        about,
        tables,
        SHOWN,
        isEnglish
          ? 'In full, with everything above, in the file data.json, which programs read.'
          : '这些和上面的全部内容都在 data.json 里，供程序读取。',
      ),
    ],
  });
};

/** Writes everything about a person into a ZIP (R190): index.html to read, data.json for machines, photos and files as they are. */
export const writePersonFile = async (
  context: StudyContext,
  input: HandlerInput<'privacy.personFile'>,
): Promise<OutputOf<'privacy.personFile'>> => {
  const { database } = context;
  const ids = withMergedAway(database, [input.customerId]);
  const tables = readPersonalRows(database, ids);
  const files = listFilesOf(database, ids).map((file, at) => ({
    ...file,
    path: `files/${String(at + 1).padStart(3, '0')}-${safeName(file.name)}`,
  }));
  const html = pageOf(
    context,
    input,
    tables,
    files.map(({ path }) => path),
  );
  const rows = [...tables.values()].reduce((sum, some) => sum + some.length, 0);
  const data = {
    format: 'regulars-person-1',
    shop: context.settings().shopName,
    madeOn: context.today(),
    tables: Object.fromEntries(
      [...tables].map(([table, some]) => [table, { title: personalTableWords[table]?.[input.language] ?? table, rows: some }]),
    ),
    files: files.map(({ id, name, path, sha256 }) => ({ id, name, path, sha256 })),
  };
  const written = await fillWholeFile(context.pathOf(input.file), async (out) => {
    const zip = new ZipFile();
    zip.addBuffer(Buffer.from(html, 'utf8'), 'index.html');
    zip.addBuffer(Buffer.from(JSON.stringify(data, null, 1), 'utf8'), 'data.json');
    for (const { path, sha256 } of files) {
      context.throwIfCancelled();
      const content = readContent(database, sha256);
      if (content) zip.addBuffer(Buffer.from(content), path, { compress: false });
    }
    zip.end();
    for await (const piece of zip.outputStream) {
      context.throwIfCancelled();
      if (!Buffer.isBuffer(piece)) throw new TypeError('the archive came out as no bytes');
      await out.write(piece);
    }
  });
  const { customerId } = input;
  await context.write('privacy.registerFile', {
    kind: 'person',
    customerId,
    columns: [...tables.keys()],
    fileName: written.fileName,
  });
  return { ...written, rows, files: files.length };
};
