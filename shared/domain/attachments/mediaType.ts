// What a file is, by its first bytes and never by its name (X25).

/** Every kind of file that is kept, with the endings its name may have: the first is the usual one. */
const endings = {
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'image/gif': ['gif'],
  'application/pdf': ['pdf'],
  'application/vnd.openxmlformats-officedocument': ['docx', 'xlsx', 'pptx'],
  'application/x-ole-storage': ['doc', 'xls', 'ppt'],
  'text/plain': ['txt', 'csv', 'md'],
} as const;
export type MediaType = keyof typeof endings;
export const mediaTypes = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/gif',
  'application/pdf',
  'application/vnd.openxmlformats-officedocument',
  'application/x-ole-storage',
  'text/plain',
] as const satisfies readonly MediaType[];

export const isPhotoType = (type: MediaType): boolean => type.startsWith('image/');

/** Bytes that must stand at a place; a text stands for its Latin-1 bytes. */
const startsWith = (bytes: Uint8Array, signature: string, at = 0): boolean =>
  bytes.length >= at + signature.length &&
  [...signature].every((character, index) => bytes[at + index] === character.charCodeAt(0));

/** So much of a text is looked at. */
const TEXT_SAMPLE = 65_536;

/** UTF-8 without control characters other than the usual white space. */
const isText = (bytes: Uint8Array): boolean => {
  if (bytes.length === 0) return false;
  const sample = bytes.subarray(0, TEXT_SAMPLE);
  if (sample.some((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13)) return false;
  let position = 0;
  while (position < sample.length) {
    const first = sample[position] ?? 0;
    const length =
      first < 0x80
        ? 1
        : first >= 0xc2 && first < 0xe0
          ? 2
          : first >= 0xe0 && first < 0xf0
            ? 3
            : first >= 0xf0 && first < 0xf5
              ? 4
              : 0;
    if (length === 0) return false;
    // A character may be cut in two where the sample ends, not where the text does.
    if (position + length > sample.length) return bytes.length > sample.length;
    for (let next = 1; next < length; next += 1) if (((sample[position + next] ?? 0) & 0xc0) !== 0x80) return false;
    position += length;
  }
  return true;
};

/** The kind of a file by its content; null for what is not kept: programs, films, anything unknown, nothing at all. */
export const mediaTypeOf = (bytes: Uint8Array): MediaType | null => {
  if (startsWith(bytes, '\u00ff\u00d8\u00ff')) return 'image/jpeg';
  if (startsWith(bytes, '\u0089PNG\r\n\u001a\n')) return 'image/png';
  if (startsWith(bytes, 'RIFF') && startsWith(bytes, 'WEBP', 8)) return 'image/webp';
  if (startsWith(bytes, 'GIF87a') || startsWith(bytes, 'GIF89a')) return 'image/gif';
  if (startsWith(bytes, '%PDF-')) return 'application/pdf';
  if (startsWith(bytes, 'PK\u0003\u0004')) return 'application/vnd.openxmlformats-officedocument';
  if (startsWith(bytes, '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1')) return 'application/x-ole-storage';
  return isText(bytes) ? 'text/plain' : null;
};

/** The ending of a name in small letters, without the dot; '' when it has none. */
const endingOf = (name: string): string => /\.([^./\\]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? '';

/** Whether the name says what the content is. Photos may go by any photo's ending: they are drawn anew in any case. */
export const isNamedFor = (name: string, type: MediaType): boolean => {
  const ending = endingOf(name);
  const fitting = isPhotoType(type) ? mediaTypes.filter(isPhotoType) : [type];
  return fitting.some((one) => endings[one].some((known) => known === ending));
};

/** Not allowed in a file's name on one system or another, and what could turn its reading direction. */
const UNSAFE = /[\p{Cc}\p{Cf}<>:"/\\|?*]/gu;
const LONGEST_NAME = 100;

/**
 * A name under which the content can be saved anywhere: no folders, no signs that a system refuses, and the ending of what it
 * really is. A name with nothing left gets `fallback`.
 */
export const fileNameFor = (name: string, type: MediaType, fallback = 'photo'): string => {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const ending = endingOf(last);
  const keepsEnding = endings[type].some((known) => known === ending);
  const stem = (ending === '' ? last : last.slice(0, -ending.length - 1)).replaceAll(UNSAFE, '').replace(/^[. ]+|[. ]+$/g, '');
  return `${[...(stem === '' ? fallback : stem)].slice(0, LONGEST_NAME).join('')}.${keepsEnding ? ending : endings[type][0]}`;
};
