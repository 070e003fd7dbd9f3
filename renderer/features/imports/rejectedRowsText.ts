const BYTE_ORDER_MARK = '\uFEFF';

/** A cell that Excel opens as what it says: quoted, and never run as a formula. */
const cell = (text: string): string => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

/** Refused rows as CSV under their header, with a byte order mark, so that Excel reads the Chinese. */
export const rejectedRowsText = <Row>(
  header: readonly string[],
  rows: readonly Row[],
  cells: (row: Row) => readonly string[],
): string => BYTE_ORDER_MARK + [header, ...rows.map(cells)].map((line) => line.map(cell).join(',')).join('\r\n') + '\r\n';
