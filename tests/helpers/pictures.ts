// The smallest pictures whose structure is right; what they show is of no matter to the store.

const marker = (code: number, body: readonly number[]): number[] => [
  0xff,
  code,
  (body.length + 2) >> 8,
  (body.length + 2) & 255,
  ...body,
];
const text = (characters: string): number[] => [...characters].map((character) => character.charCodeAt(0));

interface Picture {
  readonly width?: number;
  readonly height?: number;
  /** Different seeds make different bytes. */
  readonly seed?: number;
  readonly size?: number;
  readonly extra?: readonly number[];
}

/** A JPEG of that size in pixels, padded to about `size` bytes within its scan. */
export const jpegOf = ({ width = 800, height = 600, seed = 1, size = 400, extra = [] }: Picture = {}): Uint8Array => {
  const frame = marker(0xc0, [8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0]);
  const scan = marker(0xda, [1, 1, 0, 0, 63, 0]);
  const head = [0xff, 0xd8, ...marker(0xe0, [...text('JFIF'), 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]), ...extra, ...frame, ...scan];
  const seedBytes = [seed & 127, (seed >> 7) & 127, (seed >> 14) & 127, (seed >> 21) & 127];
  const data = new Uint8Array(Math.max(4, size - head.length - 2));
  data.set(seedBytes);
  return Uint8Array.from([...head, ...data, 0xff, 0xd9]);
};

/** APP1 as a phone writes it, with a place in it. */
export const exif = marker(0xe1, [...text('Exif'), 0, 0, ...text('GPS 31.23N 121.47E')]);

/** A PNG whose header names a size. */
export const pngOf = (width: number, height: number): Uint8Array => {
  const word = (value: number): number[] => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
  const chunk = (name: string, body: readonly number[]): number[] => [...word(body.length), ...text(name), ...body, 0, 0, 0, 0];
  return Uint8Array.from([
    0x89,
    ...text('PNG\r\n\u001a\n'),
    ...chunk('IHDR', [...word(width), ...word(height), 8, 6, 0, 0, 0]),
    ...chunk('IDAT', [0]),
    ...chunk('IEND', []),
  ]);
};

/** A lossy WebP of that size. */
export const webpOf = (width: number, height: number, seed = 1): Uint8Array => {
  const body = [0, 0, 0, 0x9d, 1, 0x2a, width & 255, width >> 8, height & 255, height >> 8, seed & 255, (seed >> 8) & 255];
  const chunk = [...text('VP8 '), body.length, 0, 0, 0, ...body];
  const length = chunk.length + 4;
  return Uint8Array.from([...text('RIFF'), length & 255, length >> 8, 0, 0, ...text('WEBP'), ...chunk]);
};

/** A PDF of about that many bytes. */
export const pdfOf = (seed = 1, size = 200): Uint8Array => {
  const bytes = new Uint8Array(Math.max(20, size)).fill(32);
  bytes.set(text(`%PDF-1.7\n${seed}`));
  return bytes;
};
