import jsqr from 'jsqr';

/** What a reader sees in a drawing of straight lines on a square: points in its units, filled by the even-odd rule. Null when it reads nothing. */
export const readQrPath = (path: string, size: number, scale = 3): string | null => {
  const edge = size * scale;
  const outlines = path
    .split('Z')
    .filter((part) => part !== '')
    .map((part) => [...part.matchAll(/[ML](\d+) (\d+)/g)].map(([, x, y]) => ({ x: Number(x) * scale, y: Number(y) * scale })));
  const pixels = new Uint8ClampedArray(edge * edge * 4).fill(255);
  for (let y = 0; y < edge; y += 1) {
    // Where the middle of this row crosses an outline: dark and light take turns.
    const crossings = outlines
      .flatMap((points) =>
        points.flatMap((from, at) => {
          const to = points[(at + 1) % points.length] ?? from;
          return from.x === to.x && Math.min(from.y, to.y) <= y && y < Math.max(from.y, to.y) ? [from.x] : [];
        }),
      )
      .toSorted((one, other) => one - other);
    for (let at = 0; at + 1 < crossings.length; at += 2)
      for (let x = crossings[at] ?? 0; x < (crossings[at + 1] ?? 0); x += 1)
        pixels.fill(0, (y * edge + x) * 4, (y * edge + x) * 4 + 3);
  }
  return readQrPixels(pixels, edge, edge);
};

/** The text of the QR code in a picture of RGBA bytes, null when there is none. */
export const readQrPixels = (pixels: Uint8ClampedArray, width: number, height: number): string | null =>
  jsqr(pixels, width, height)?.data ?? null;
