import { builtInRoles, permissionsOfRole } from '../../shared/contract/roles.ts';
import type { AppErrorCode, ErrorDetails } from '../../shared/errors.ts';
import type { Language, UsageCode } from './arguments.ts';

// One sentence for every error of the command line: what happened, and what to do now. The window has its own words: there a person
// clicks, here a person types.

/** Who may: the built-in roles that hold a right. */
const holders = (permission: string | undefined): string =>
  builtInRoles.filter((role) => permissionsOfRole[role].some((held) => held === permission)).join(', ') || '-';

/** What is damaged, in brackets; nothing where only the fact is known. */
const englishDamage = (problem: string | undefined, table: string | undefined): string => {
  const said: Readonly<Record<string, string>> = {
    header: 'the beginning of the file',
    first_page: 'its first page, or the .keys beside it belongs to another store',
    cut_short: 'the file is shorter than it says',
    emptied: 'the file is empty',
    page: `pages of the table ${table ?? ''}`,
    index: `an index of the table ${table ?? ''}`,
  };
  return problem !== undefined && problem in said ? ` (${said[problem] ?? ''})` : '';
};
const chineseDamage = (problem: string | undefined, table: string | undefined): string => {
  const said: Readonly<Record<string, string>> = {
    header: '文件开头',
    first_page: '第一页坏了,或旁边的 .keys 是别的资料的',
    cut_short: '文件比它该有的短',
    emptied: '文件是空的',
    page: `表 ${table ?? ''} 的内容`,
    index: `表 ${table ?? ''} 的索引`,
  };
  return problem !== undefined && problem in said ? `(${said[problem] ?? ''})` : '';
};

type Sentence = (details: Readonly<Record<string, string>>) => string;
type Sentences = Readonly<Record<AppErrorCode | UsageCode, Sentence>>;

const english: Sentences = {
  bad_input: ({ issues }) => `The input has a wrong shape at ${issues}; compare it with "ops" and correct it.`,
  unknown_operation: ({ name }) => `There is no operation "${name}"; "ops" lists all of them.`,
  not_permitted: ({ permission }) =>
    `This needs the permission "${permission}", held by: ${holders(permission)}; call it as one of them.`,
  not_found: ({ what }) => `There is no such ${what}; check the id or number.`,
  conflict: ({ reason }) =>
    `Something stands in the way (${reason}) and nothing was changed; look at the record and run the command again.`,
  not_enough_points: ({ balance, wanted }) => `There are only ${balance} points, not ${wanted}; use fewer.`,
  already_undone: () => 'This was undone already; there is nothing left to do.',
  cancelled: () => 'Stopped; the store is as it was. Run the command again when you like.',
  job_running: ({ operation }) => `${operation} is already running; wait until it has finished.`,
  file_missing: ({ path }) =>
    `There is no such file${path === '' ? '' : ` (${path})`}; check the path, and that the stick is plugged in.`,
  file_unreadable: () => 'The file cannot be read; check its permissions or take another copy.',
  file_empty: () => 'The file holds no rows; export it again and check that it has a header and data.',
  file_binary: ({ looksLike }) =>
    `The file is no table${looksLike === 'unknown' ? '' : ` but a ${looksLike}`}; export it as XLSX or CSV and import that.`,
  file_damaged: () => 'The file begins like a spreadsheet but cannot be read to its end; export it again, or save it as CSV.',
  file_protected: () => 'The spreadsheet is protected by a password; save a copy without one and import that.',
  file_too_large: ({ limitRows, limitBytes, limitCells, limitSheets }) =>
    `The file is larger than the limit (${[
      [limitRows, 'rows'],
      [limitBytes, 'bytes'],
      [limitCells, 'cells'],
      [limitSheets, 'sheets'],
    ]
      .filter(([limit]) => limit !== '')
      .map((parts) => parts.join(' '))
      .join(', ')}) and nothing was imported; split it and import the parts.`,
  file_encoding: () => 'The text is neither UTF-8 nor GB18030; save the file as UTF-8 and import it again.',
  file_unterminated_quote: ({ line }) =>
    `The quote that opens on line ${line} is never closed; close it and import the file again.`,
  column_unknown: ({ column, known }) =>
    `The column "${column}" is not known here; known are ${known}. Rename it, or use --preset auto.`,
  column_missing: ({ field, columns }) =>
    `No column means "${field}"; the file has ${columns}. Rename a column in the header and import again.`,
  import_already_done: () => 'This file was imported before and nothing was added; use --again to add it once more.',
  attachment_type: ({ name }) =>
    `"${name}" is not a kind of file that is kept, or is not what its name says; keep photos, PDF, Office files or text under their own endings.`,
  attachment_damaged: ({ name }) => `The picture "${name}" is damaged or not prepared for storing; take another copy of it.`,
  attachment_dimensions: ({ name }) => `The picture "${name}" has too many pixels; make it smaller and add it again.`,
  attachment_too_large: ({ name, limitBytes }) =>
    `The file "${name}" is larger than ${limitBytes} bytes; make it smaller and add it again.`,
  attachment_quota: ({ limitBytes }) =>
    `Photos and files have used up their ${limitBytes} bytes; empty the bin, or raise the limit in the settings.`,
  upload_lost: () => 'The upload was interrupted and nothing was stored; send the file again.',
  folder_missing: ({ path }) =>
    `There is no such folder${path === '' ? '' : ` (${path})`}; check the path, and that the stick is plugged in.`,
  folder_readonly: () => 'The folder cannot be written; choose another one or lift the write protection.',
  disk_failing: () =>
    'The disk reports read or write errors and this was not done; check its cable or use another disk, and make a backup to a sound one.',
  disk_full: () => 'The disk is full and this was not saved; free some space and run the command again.',
  token_unknown: () => 'The file was named by a token that is not known; give its path instead.',
  backup_not_verified: ({ problem }) =>
    `The new backup did not pass its check (${problem}) and does not count; back up to another place.`,
  backup_invalid: ({ problem }) => `This backup is damaged (${problem}) and was not used; choose another one.`,
  backup_locked: () =>
    'The backup is encrypted; open it with --code-file FILE, the file holding the twelve words of its recovery sheet.',
  backup_part_missing: ({ file }) => `The backup has several files and ${file} is missing; put it into the same folder.`,
  db_not_database: () =>
    'The file is no store of this program and was not touched; give the path of a store, or of one of its backups.',
  db_corrupt: ({ problem, table }) =>
    `The store is damaged${englishDamage(problem, table)}; restore the latest backup with "restore FILE", the damaged store is kept.`,
  db_lost_writes: ({ commits }) =>
    `The log of the store is damaged, and ${commits} finished writes behind the damage are missing; restore a backup that has them with "restore FILE", or go on without them in the window.`,
  db_readonly: () => 'The store cannot be written; lift the write protection of the file and its folder.',
  db_from_future: ({ version, supported }) =>
    `The store comes from a newer version (${version}, this one knows up to ${supported}) and was not touched; install the newer version.`,
  db_locked: () => 'Another program holds the store; close it and run the command again.',
  keys_missing: () =>
    'The store is encrypted, and the file beside it that holds its sealed key (.keys) is missing; put it back, or restore a backup with "restore FILE --code-file FILE".',
  keys_damaged: () => 'The file beside the store that holds its sealed key (.keys) is damaged; put back the one from a backup.',
  store_locked: () =>
    'The store is encrypted; open it with --code-file FILE, the file holding the twelve words of the recovery sheet.',
  key_wrong: () => 'These words do not open this store; compare them with the recovery sheet, word by word.',
  seat_locked: () =>
    'This shop has accounts: sign in with --as NAME --pin-file FILE, the file holding the PIN. Where the owner forgot it, set a new one in the window with the recovery sheet.',
  pin_wrong: ({ triesLeft, waitSeconds }) =>
    triesLeft === '0'
      ? `The PIN is wrong; the next try comes after ${waitSeconds} seconds, counted while the program is open.`
      : `The PIN is wrong; ${triesLeft} more tries before a wait begins.`,
  pin_wait: ({ waitSeconds }) =>
    `Too many wrong PINs: the next try comes after ${waitSeconds} seconds, counted while the program is open (leave the window open).`,
  store_restarted: () =>
    'The store was restarted in the middle; look whether the change is there before running the command again.',
  internal: () => 'Something unexpected went wrong; run the command again with --verbose to see what.',
  usage_unknown_option: ({ option }) => `There is no option ${option}; "help" lists all of them.`,
  usage_option_value: ({ option, expected }) =>
    `${option} needs a value${expected === '' ? '' : `: ${expected}`}; "help" shows how.`,
  usage_option_not_here: ({ option, command }) =>
    `${option} does not belong to "${command}"; "help" shows which options it takes.`,
  usage_option_missing: ({ option, expected }) =>
    `${option} is needed${expected === '' ? '' : ` (${expected})`}; "help" shows how.`,
  usage_unknown_command: ({ command }) => `There is no command "${command}"; "help" lists all of them.`,
  usage_argument_missing: ({ argument }) => `${argument} is missing; "help" shows how to write the command.`,
  usage_argument_extra: ({ argument }) => `"${argument}" is one argument too many; put a path with blanks in quotes.`,
  usage_bad_json: ({ problem }) => `The input is no JSON (${problem}); put it in single quotes, such as '{"limit": 5}'.`,
};

const chinese: Sentences = {
  bad_input: ({ issues }) => `输入的格式不对:${issues};对照 ops 改好再试。`,
  unknown_operation: ({ name }) => `没有「${name}」这个操作;用 ops 看全部操作。`,
  not_permitted: ({ permission }) => `没有「${permission}」这项权限,有的是:${holders(permission)};用他们的身份执行。`,
  not_found: ({ what }) => `找不到这条记录(${what});核对编号再试。`,
  conflict: ({ reason }) => `有冲突(${reason}),什么也没有改动;看清记录后再执行一次。`,
  not_enough_points: ({ balance, wanted }) => `积分只有 ${balance},不够 ${wanted};少用一些再试。`,
  already_undone: () => '这一步已经撤销过了,不用再做。',
  cancelled: () => '已停下,资料没有改动;需要时再执行一次。',
  job_running: ({ operation }) => `${operation} 正在进行;等它做完再试。`,
  file_missing: ({ path }) => `找不到文件${path === '' ? '' : `(${path})`};核对路径,U 盘要先插好。`,
  file_unreadable: () => '文件读不出来;检查权限,或换一份拷贝。',
  file_empty: () => '文件里没有数据;重新导出,确认有表头和内容。',
  file_binary: () => '文件不是表格;另存为 XLSX 或 CSV 再导入。',
  file_damaged: () => '文件开头像表格,但读不到底;重新导出一份,或另存为 CSV。',
  file_protected: () => '表格设了密码;另存一份不带密码的再导入。',
  file_too_large: ({ limitRows, limitBytes, limitCells, limitSheets }) =>
    `文件超过上限(${[
      [limitRows, '行'],
      [limitBytes, '字节'],
      [limitCells, '格'],
      [limitSheets, '张表'],
    ]
      .filter(([limit]) => limit !== '')
      .map((parts) => parts.join(' '))
      .join('、')}),没有导入;拆成几份再导入。`,
  file_encoding: () => '文件编码既不是 UTF-8 也不是 GB18030;另存为 UTF-8 再导入。',
  file_unterminated_quote: ({ line }) => `第 ${line} 行的引号没有收尾;补上引号再导入。`,
  column_unknown: ({ column, known }) => `不认识「${column}」这一列,认得的是 ${known};改列名,或用 --preset auto。`,
  column_missing: ({ field, columns }) => `没有一列是「${field}」,文件里有 ${columns};改好表头再导入。`,
  import_already_done: () => '这个文件导入过了,没有重复添加;确实要再导一次请加 --again。',
  attachment_type: ({ name }) => `「${name}」不是能存的文件,或内容和文件名对不上;只存照片、PDF、Office 文件和文本。`,
  attachment_damaged: ({ name }) => `照片「${name}」不完整,或没有处理好;换一份再加。`,
  attachment_dimensions: ({ name }) => `照片「${name}」的像素太多;缩小后再加。`,
  attachment_too_large: ({ name, limitBytes }) => `「${name}」超过 ${limitBytes} 字节;缩小后再加。`,
  attachment_quota: ({ limitBytes }) => `照片和文件已用满 ${limitBytes} 字节;清空回收站,或在设置里调高上限。`,
  upload_lost: () => '上传中断了,什么也没有存下;重新发送。',
  folder_missing: ({ path }) => `文件夹找不到${path === '' ? '' : `(${path})`};核对路径,U 盘要先插好。`,
  folder_readonly: () => '文件夹不让写;换一个文件夹,或解除写保护。',
  disk_failing: () => '磁盘读写出错,这一步没有完成;检查接线或换一个磁盘,并备份到好的磁盘上。',
  disk_full: () => '磁盘满了,这一步没有存下;腾出空间再试。',
  token_unknown: () => '文件凭证已失效;直接写文件路径。',
  backup_not_verified: ({ problem }) => `新备份没有通过核对(${problem}),不算数;换一个地方再备份。`,
  backup_invalid: ({ problem }) => `这份备份有损坏(${problem}),没有使用;换一份备份。`,
  backup_locked: () => '这份备份已加密;用 --code-file FILE 打开,文件里写它的恢复单上的十二个字。',
  backup_part_missing: ({ file }) => `这份备份分成几个文件,少了 ${file};放到同一个文件夹里。`,
  db_not_database: () => '这个文件不是本程序的资料,没有动它;核对路径,换成资料文件或它的备份。',
  db_corrupt: ({ problem, table }) =>
    `资料文件有损坏${chineseDamage(problem, table)};用 restore 恢复最近的备份,损坏的文件会留着。`,
  db_lost_writes: ({ commits }) =>
    `资料的日志有损坏,后面 ${commits} 次已经存好的改动读不到了;用 restore 恢复有这些改动的备份,或在窗口里选择不要它们、继续使用。`,
  db_readonly: () => '资料文件不让写;解除文件和文件夹的写保护。',
  db_from_future: ({ version, supported }) => `资料来自更新的版本(${version},这里最高认得 ${supported}),没有动它;请装新版本。`,
  db_locked: () => '资料文件正被别的程序占用;关掉那个程序再试。',
  keys_missing: () => '资料已加密,旁边存钥匙的文件(.keys)不见了;把它放回去,或用 restore FILE --code-file FILE 恢复备份。',
  keys_damaged: () => '资料旁边存钥匙的文件(.keys)坏了;从备份里放回一份。',
  store_locked: () => '资料已加密;用 --code-file FILE 打开,文件里写恢复单上的十二个字。',
  key_wrong: () => '这些字打不开这份资料;跟恢复单一个一个对一下。',
  seat_locked: () => '本店有员工账号:用 --as 姓名 --pin-file 文件 登录,文件里写 PIN。店主忘了 PIN,在窗口里用恢复单重设。',
  pin_wrong: ({ triesLeft, waitSeconds }) =>
    triesLeft === '0'
      ? `PIN 不对;要等 ${waitSeconds} 秒才能再试,只在程序开着时计时。`
      : `PIN 不对;再错 ${triesLeft} 次就要等待。`,
  pin_wait: ({ waitSeconds }) => `PIN 错得太多:要等 ${waitSeconds} 秒才能再试,只在程序开着时计时(让窗口开着)。`,
  store_restarted: () => '资料服务中途重启了;先看改动在不在,再决定要不要重做。',
  internal: () => '出了意外的错误;加 --verbose 再执行一次,看看原因。',
  usage_unknown_option: ({ option }) => `没有 ${option} 这个选项;用 help 看全部选项。`,
  usage_option_value: ({ option, expected }) =>
    `${option} 的值不对${expected === '' ? '' : `,应为 ${expected}`};用 help 看写法。`,
  usage_option_not_here: ({ option, command }) => `「${command}」不用 ${option};用 help 看它有哪些选项。`,
  usage_option_missing: ({ option, expected }) => `缺少 ${option}${expected === '' ? '' : `(${expected})`};用 help 看写法。`,
  usage_unknown_command: ({ command }) => `没有「${command}」这个命令;用 help 看全部命令。`,
  usage_argument_missing: ({ argument }) => `缺少 ${argument};用 help 看写法。`,
  usage_argument_extra: ({ argument }) => `多了一个参数「${argument}」;路径里有空格要加引号。`,
  usage_bad_json: ({ problem }) => `输入不是 JSON(${problem});用单引号括起来,例如 '{"limit": 5}'。`,
};

const listed = (value: unknown): string => {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map(listed).join(', ');
  if (typeof value === 'object')
    return Object.values(value)
      .map(listed)
      .filter((text) => text !== '')
      .join(': ');
  return typeof value === 'string' ? value : JSON.stringify(value);
};

/** The sentence of an error in the reader's language, its details filled in; lists are joined with commas. */
export const errorText = (code: AppErrorCode | UsageCode, details: ErrorDetails, language: Language): string => {
  const filled = new Proxy<Record<string, string>>(
    {},
    { get: (_, name) => listed(typeof name === 'string' ? details[name] : undefined) },
  );
  const sentences = language === 'en' ? english : chinese;
  return sentences[code](filled);
};
