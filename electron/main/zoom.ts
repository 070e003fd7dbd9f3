import type { WebContents } from 'electron';

const steps = [0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2] as const;

/** The next zoom factor up or down from the present one; stays at the ends. */
export function nextZoom(present: number, direction: 'in' | 'out'): number {
  const next = direction === 'in' ? steps.find((step) => step > present + 0.01) : steps.findLast((step) => step < present - 0.01);
  return next ?? present;
}

/** Ctrl +, Ctrl - and Ctrl 0 (Cmd on a Mac): without a menu nobody else listens for them. */
export function handleZoomKeys(contents: WebContents): void {
  contents.on('before-input-event', (event, input) => {
    if (input.type !== 'keyDown' || input.alt || !(input.control || input.meta)) return;
    const zoom = zoomFor(input.key, contents.getZoomFactor());
    if (zoom === undefined) return;
    contents.setZoomFactor(zoom);
    event.preventDefault();
  });
}

function zoomFor(key: string, present: number): number | undefined {
  if (key === '0') return 1;
  if (key === '+' || key === '=') return nextZoom(present, 'in');
  if (key === '-') return nextZoom(present, 'out');
  return undefined;
}
