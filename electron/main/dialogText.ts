/** The few words that the system's own dialogs show; all others live in the renderer. */
export const dialogText = {
  'zh-CN': {
    chooseFile: { import: '选择要导入的文件', backup: '选择备份文件' },
    files: { import: '表格、文本与通讯录', backup: '备份文件' },
    allFiles: '所有文件',
    chooseFolder: '选择文件夹',
    saveText: '保存文件',
    targets: { csv: 'CSV 表格', xlsx: 'Excel 工作簿', vcf: '通讯录名片', zip: 'ZIP 压缩包' },
  },
  en: {
    chooseFile: { import: 'Choose a file to import', backup: 'Choose a backup file' },
    files: { import: 'Tables, text and address books', backup: 'Backup files' },
    allFiles: 'All files',
    chooseFolder: 'Choose a folder',
    saveText: 'Save file',
    targets: { csv: 'CSV table', xlsx: 'Excel workbook', vcf: 'Address book cards', zip: 'ZIP archive' },
  },
} as const;

export type DialogLanguage = keyof typeof dialogText;
