/** What the recovery sheet says, for it is printed and has no page that would word it. */
export interface RecoveryText {
  readonly title: string;
  readonly madeOn: string;
  readonly shopWithoutName: string;
  readonly warning: string;
  readonly words: string;
  readonly wordsAbout: string;
  readonly otherWords: string;
  readonly qr: string;
  readonly newPc: string;
  readonly newPcSteps: readonly string[];
  readonly samePc: string;
  readonly samePcSteps: readonly string[];
  readonly lost: string;
  readonly lostSteps: readonly string[];
}

export const recoveryText: Readonly<Record<'zh-CN' | 'en', RecoveryText>> = {
  'zh-CN': {
    title: '恢复单',
    madeOn: '制作日期',
    shopWithoutName: '本店',
    warning:
      '谁拿到这张纸和一份备份，谁就能打开全部顾客资料。和营业执照等重要证件放在一起；不要拍照，不要发给别人，不要和备份 U 盘放在一处。',
    words: '恢复码：十二个字',
    wordsAbout: '按 1 到 12 的顺序，一个也不能错。',
    otherWords: '英文写法，效果相同',
    qr: '同一个恢复码。前台的扫码枪扫它，等于把字输一遍。',
    newPc: '换了新电脑，或者电脑坏了、重装了',
    newPcSteps: [
      '在新电脑上装好熟客，打开它。',
      '插上存有备份的 U 盘。选日期最新的一份；同名的几个文件要在一起，一个也不能少。',
      '从程序里恢复这份备份：左边菜单的「备份」，「从备份恢复」。',
      '程序要恢复码时，按顺序输入下面十二个字，或者用扫码枪扫方块。中文、英文都行。',
      '看看显示的店名、日期、顾客数对不对，再确认恢复。',
      '打开几位老客的卡片，核对最近一次到店和积分。',
      '马上做一份新备份。',
    ],
    samePc: '还是这台电脑，启动时打不开资料',
    samePcSteps: ['在「资料锁着」那一页选「用恢复单」，输入恢复码。'],
    lost: '这张纸丢了，或者被别人看过',
    lostSteps: [
      '在「设置」的「资料加密」里换一张恢复单，把新的那张打印出来。',
      '做一份新备份。旧备份仍用旧恢复码打开，不再要了就删掉。',
    ],
  },
  en: {
    title: 'Recovery sheet',
    madeOn: 'Made on',
    shopWithoutName: 'This shop',
    warning:
      'Whoever has this sheet and a backup can open all customer records. Keep it with the shop’s important papers; take no photo of it, send it to nobody, and never keep it with the backup stick.',
    words: 'Recovery code: twelve words',
    wordsAbout: 'In the order 1 to 12, every word exactly.',
    otherWords: 'The same in Chinese',
    qr: 'The same code. A scanner at the desk types it for you.',
    newPc: 'On a new computer, or after a repair',
    newPcSteps: [
      'Install Regulars on the new computer and open it.',
      'Plug in the stick with the backups. Take the newest one; files of the same name belong together, none may be missing.',
      'Restore it from within the program: “Backup” in the menu at the left, then “Restore a backup”.',
      'When the program asks for the recovery code, type the twelve words below in their order, or scan the square. Chinese or English, either will do.',
      'Check the shop’s name, the date and the number of customers it shows, then confirm.',
      'Open the cards of a few regulars: are their last visits and points right?',
      'Make a new backup at once.',
    ],
    samePc: 'On this computer, when the records do not open at start',
    samePcSteps: ['On the page “Your records are locked”, choose the recovery sheet and type the code.'],
    lost: 'If this sheet is lost, or somebody has seen it',
    lostSteps: [
      'In “Settings”, “Encryption”, make a new recovery sheet and print it.',
      'Make a new backup. Older backups still open with the old code: delete those you no longer need.',
    ],
  },
};
