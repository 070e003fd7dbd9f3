import { drawingSVG, qrcode } from 'bwip-js/generic';

/** A QR code as one SVG path on a square of `size` units, light margin included. */
export interface QrDrawing {
  readonly size: number;
  readonly path: string;
}

/** bwip-js draws a module two units wide. */
const MODULE = 2;
/** ISO/IEC 18004 asks for a light margin of four modules. */
const MARGIN = 4 * MODULE;

/**
 * The English words of a recovery code as a QR code, for a scanner at the desk types what it reads, and none types Chinese. In capitals, which
 * the code holds in half the room; level Q bears a quarter of it being smudged. Throws when the drawing is not of the expected form.
 */
export const recoveryQr = (english: readonly string[]): QrDrawing => {
  const svg = drawn(english.join(' ').toUpperCase());
  // bwip-js remembers what it drew last; a code must not stay there when its page is closed.
  drawn('0');
  const size = /viewBox="0 0 (\d+) \1"/.exec(svg)?.[1];
  const path = /<path d="([MLZ\d\s.]+)"/.exec(svg)?.[1];
  if (size === undefined || path === undefined) throw new Error('an unknown form of QR drawing');
  return { size: Number(size) + 2 * MARGIN, path: path.replaceAll(/([ML])(\d+) (\d+)/g, shifted) };
};

const drawn = (text: string): string => {
  const options = { bcid: 'qrcode', text, scale: 1, eclevel: 'Q' };
  return qrcode<string>(options, drawingSVG());
};

const shifted = (_whole: string, verb: string, x: string, y: string): string =>
  `${verb}${Number(x) + MARGIN} ${Number(y) + MARGIN}`;
