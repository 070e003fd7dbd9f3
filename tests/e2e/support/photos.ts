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
