import { readFileSync, writeFileSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { z } from 'zod';

const windowStateSchema = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(400).max(20_000),
  height: z.int().min(300).max(20_000),
  isMaximized: z.boolean(),
  zoom: z.number().min(0.5).max(3),
});

/** Where the window was, how large, and how magnified. */
export type WindowState = z.output<typeof windowStateSchema>;

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The saved state, or undefined when there is none that makes sense: a convenience must never stop the start. */
export function readWindowState(file: string): WindowState | undefined {
  try {
    return windowStateSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}

/** Saves the state; written aside first, so that a power cut leaves the old one or the new one. */
export async function saveWindowState(file: string, state: WindowState): Promise<void> {
  const aside = `${file}.new`;
  writeFileSync(aside, JSON.stringify(state));
  await rename(aside, file);
}

/** Whether enough of the window lies on some display to grab it: the second screen may be gone by now. */
export function isReachable(state: Area, displays: readonly Area[]): boolean {
  return displays.some((display) => {
    const width = Math.min(state.x + state.width, display.x + display.width) - Math.max(state.x, display.x);
    const height = Math.min(state.y + state.height, display.y + display.height) - Math.max(state.y, display.y);
    return width >= 100 && height >= 100;
  });
}
