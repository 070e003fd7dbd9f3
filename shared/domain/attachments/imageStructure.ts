import { mediaTypeOf } from './mediaType.ts';

// What the structure of a picture tells without unfolding it: its size, whether it is all there, and whether it carries more than
// the picture itself. Sources: ITU-T T.81 (JPEG), PNG 3rd edition (W3C), RFC 9649 (WebP), GIF89a.

export interface ImageStructure {
  /** In pixels, before any turning that its metadata asks for. */
  readonly width: number;
  readonly height: number;
  /** False when the end of the picture is missing. */
  readonly isWhole: boolean;
  /** Where and with what it was taken, comments, thumbnails: EXIF, XMP, IPTC, text. */
  readonly hasMetadata: boolean;
}

const at = (bytes: Uint8Array, index: number): number => bytes[index] ?? 0;
const big16 = (bytes: Uint8Array, index: number): number => at(bytes, index) * 256 + at(bytes, index + 1);
const big32 = (bytes: Uint8Array, index: number): number => big16(bytes, index) * 65_536 + big16(bytes, index + 2);
const little16 = (bytes: Uint8Array, index: number): number => at(bytes, index) + at(bytes, index + 1) * 256;
const little24 = (bytes: Uint8Array, index: number): number => little16(bytes, index) + at(bytes, index + 2) * 65_536;
const little32 = (bytes: Uint8Array, index: number): number => little24(bytes, index) + at(bytes, index + 3) * 16_777_216;
const word = (bytes: Uint8Array, index: number): string =>
  String.fromCharCode(at(bytes, index), at(bytes, index + 1), at(bytes, index + 2), at(bytes, index + 3));

const isFrameHeader = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** The end marker after the first scan began: within a scan FF never stands before D9 otherwise. */
const endsAfter = (bytes: Uint8Array, scan: number): boolean => {
  for (let index = bytes.indexOf(0xff, scan); index !== -1; index = bytes.indexOf(0xff, index + 1))
    if (bytes[index + 1] === 0xd9) return true;
  return false;
};

const jpeg = (bytes: Uint8Array): ImageStructure | null => {
  let size: { width: number; height: number } | null = null;
  let hasMetadata = false;
  for (let index = 2; index + 4 <= bytes.length;) {
    if (bytes[index] !== 0xff) return null;
    const marker = at(bytes, index + 1);
    if (marker === 0xff) {
      index += 1;
      continue;
    }
    const length = big16(bytes, index + 2);
    if (length < 2) return null;
    if (isFrameHeader(marker)) size = { height: big16(bytes, index + 5), width: big16(bytes, index + 7) };
    // APP1 holds EXIF and XMP, APP13 IPTC, FE a comment; APP0, APP2 and APP14 say how to read the colours.
    if (marker === 0xe1 || marker === 0xfe || (marker >= 0xe3 && marker <= 0xed) || marker === 0xef) hasMetadata = true;
    if (marker === 0xda) return size && { ...size, isWhole: endsAfter(bytes, index + 2 + length), hasMetadata };
    index += 2 + length;
  }
  return size && { ...size, isWhole: false, hasMetadata };
};

const png = (bytes: Uint8Array): ImageStructure | null => {
  if (bytes.length < 24 || word(bytes, 12) !== 'IHDR') return null;
  const size = { width: big32(bytes, 16), height: big32(bytes, 20) };
  let hasMetadata = false;
  for (let index = 8; index + 12 <= bytes.length; index += 12 + big32(bytes, index)) {
    const chunk = word(bytes, index + 4);
    if (['eXIf', 'tEXt', 'zTXt', 'iTXt'].includes(chunk)) hasMetadata = true;
    if (chunk === 'IEND') return { ...size, isWhole: true, hasMetadata };
  }
  return { ...size, isWhole: false, hasMetadata };
};

const webp = (bytes: Uint8Array): ImageStructure | null => {
  let size: { width: number; height: number } | null = null;
  let hasMetadata = false;
  for (let index = 12; index + 8 <= bytes.length;) {
    const chunk = word(bytes, index);
    const body = index + 8;
    if (chunk === 'VP8X') size = { width: little24(bytes, body + 4) + 1, height: little24(bytes, body + 7) + 1 };
    if (chunk === 'VP8 ') size ??= { width: little16(bytes, body + 6) & 0x3fff, height: little16(bytes, body + 8) & 0x3fff };
    if (chunk === 'VP8L') {
      const bits = little32(bytes, body + 1);
      size ??= { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    if (chunk === 'EXIF' || chunk === 'XMP ') hasMetadata = true;
    const length = little32(bytes, index + 4);
    index = body + length + (length % 2);
  }
  return size && { ...size, isWhole: little32(bytes, 4) + 8 <= bytes.length, hasMetadata };
};

const gif = (bytes: Uint8Array): ImageStructure | null =>
  bytes.length < 14
    ? null
    : { width: little16(bytes, 6), height: little16(bytes, 8), isWhole: bytes.at(-1) === 0x3b, hasMetadata: false };

/** The structure of a picture; null for what is none, or is too broken to have a size. Reads no more than the bytes once. */
export const imageStructureOf = (bytes: Uint8Array): ImageStructure | null => {
  const readers = { 'image/jpeg': jpeg, 'image/png': png, 'image/webp': webp, 'image/gif': gif } as const;
  const type = mediaTypeOf(bytes);
  if (type !== 'image/jpeg' && type !== 'image/png' && type !== 'image/webp' && type !== 'image/gif') return null;
  const found = readers[type](bytes);
  return found === null || found.width < 1 || found.height < 1 ? null : found;
};
