const BYTE_ORDER_MARK = '\uFEFF';

/** A cell that Excel opens as what it says: quoted, and never run as a formula. */
const cell = (text: string): string => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

/** Refused rows as CSV with a byte order mark, so that Excel reads the Chinese. */
export const rejectedRowsText = <Row>(rows: readonly Row[], cells: (row: Row) => readonly string[]): string =>
  BYTE_ORDER_MARK + rows.map((row) => cells(row).map(cell).join(',')).join('\r\n') + '\r\n';
