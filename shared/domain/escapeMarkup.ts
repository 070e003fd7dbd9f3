/** A text as it stands in HTML or SVG, also inside quotation marks; control characters, which neither may hold, are left out. */
export const escapeMarkup = (text: string): string =>
  text
    .replaceAll(/[&<>"']/g, (mark) => `&#${mark.codePointAt(0) ?? 0};`)
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '');
