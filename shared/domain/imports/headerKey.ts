/** A header without case, spaces, marks and units: `Customer_ID `, `金额(元)` -> `customerid`, `金额`. */
export const headerKey = (header: string): string =>
  header
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[([【].*?[)\]】]/g, '')
    .replaceAll(/[\s_\-.*:'"#/\\\ufeff]+/g, '');
