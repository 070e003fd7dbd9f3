/** A sheet of adhesive labels as sold in shops. All lengths in millimetres. */
export interface LabelSheet {
  readonly columns: number;
  readonly rows: number;
  readonly width: number;
  readonly height: number;
  readonly marginLeft: number;
  readonly marginTop: number;
  readonly gapColumn: number;
  readonly gapRow: number;
}

export const A4 = { width: 210, height: 297 } as const;

/** The sheets most sold for A4 printers, by labels a sheet and their size. */
export const labelSheets = {
  '24_70x37': { columns: 3, rows: 8, width: 70, height: 37, marginLeft: 0, marginTop: 0.5, gapColumn: 0, gapRow: 0 },
  '21_63x38': { columns: 3, rows: 7, width: 63.5, height: 38.1, marginLeft: 7.25, marginTop: 15.15, gapColumn: 2.5, gapRow: 0 },
  '14_99x38': { columns: 2, rows: 7, width: 99.1, height: 38.1, marginLeft: 4.65, marginTop: 15.15, gapColumn: 2.5, gapRow: 0 },
  '16_105x37': { columns: 2, rows: 8, width: 105, height: 37, marginLeft: 0, marginTop: 0.5, gapColumn: 0, gapRow: 0 },
} as const satisfies Record<string, LabelSheet>;
export type LabelSheetName = keyof typeof labelSheets;
export const labelSheetNames = ['24_70x37', '21_63x38', '14_99x38', '16_105x37'] as const satisfies readonly LabelSheetName[];

/** How many labels a sheet holds. */
export const labelsOnSheet = ({ columns, rows }: LabelSheet): number => columns * rows;
