import type { Page } from '@playwright/test';

/** A photo as a camera makes it, drawn by the page itself: a JPEG of that size in a colour. */
export async function photo(page: Page, color: string, width = 2400, height = 1800): Promise<Buffer> {
  const base64 = await page.evaluate(
    async ([fill, wide, high]) => {
      const canvas = new OffscreenCanvas(wide, high);
      const context = canvas.getContext('2d');
      if (context === null) throw new Error('no canvas');
      const sky = context.createLinearGradient(0, 0, wide, high);
      sky.addColorStop(0, fill);
      sky.addColorStop(1, '#f3e9dc');
      context.fillStyle = sky;
      context.fillRect(0, 0, wide, high);
      context.fillStyle = '#5b4636';
      context.beginPath();
      context.ellipse(wide / 2, high / 2, wide / 5, high / 3, 0, 0, Math.PI * 2);
      context.fill();
      const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 })).arrayBuffer());
      let binary = '';
      for (const byte of bytes) binary += String.fromCharCode(byte);
      return btoa(binary);
    },
    [color, width, height] as const,
  );
  return Buffer.from(base64, 'base64');
}

/** Chooses files in the tab of photos, as the button's dialog would. */
export async function chooseFiles(
  page: Page,
  files: readonly { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }[],
): Promise<void> {
  await page.locator('input[type="file"]').setInputFiles([...files]);
}

const JPEG_START = 2;
const twoBytes = (value: number): number[] => [value & 255, value >> 8];
const fourBytes = (value: number): number[] => [...twoBytes(value & 0xffff), ...twoBytes(value >>> 16)];

/** The same JPEG with what a phone writes into it: held upright (EXIF orientation 6), and the place where it was taken. */
export function asFromPhone(jpeg: Buffer, place: string): Buffer {
  const text = [...Buffer.from(`${place}\0`, 'latin1')];
  const entry = (tag: number, type: number, count: number, value: number): number[] => [
    ...twoBytes(tag),
    ...twoBytes(type),
    ...fourBytes(count),
    ...fourBytes(value),
  ];
  const [ascii, short, long] = [2, 3, 4];
  // The header takes 8 bytes, the first directory 2 + 3 * 12 + 4, the one of the place 2 + 12 + 4.
  const [placeAt, textAt] = [50, 68];
  const tiff = [
    ...Buffer.from('II*\0', 'latin1'),
    ...fourBytes(8),
    ...twoBytes(3),
    ...entry(0x010e, ascii, text.length, textAt),
    ...entry(0x0112, short, 1, 6),
    ...entry(0x8825, long, 1, placeAt),
    ...fourBytes(0),
    ...twoBytes(1),
    ...entry(0x0001, ascii, 2, 'N'.charCodeAt(0)),
    ...fourBytes(0),
    ...text,
  ];
  const body = Buffer.from([...Buffer.from('Exif\0\0', 'latin1'), ...tiff]);
  const head = Buffer.from([0xff, 0xe1, (body.length + 2) >> 8, (body.length + 2) & 255]);
  return Buffer.concat([jpeg.subarray(0, JPEG_START), head, body, jpeg.subarray(JPEG_START)]);
}
