import { useEffect } from 'react';
import { call } from '../ipc/client.ts';

/** Somebody at the keyboard is told of at most so often. */
const TELL_MILLISECONDS = 15_000;

/** Tells the gate that somebody is at the keyboard, so that the desk does not lock itself. */
export const useActivity = (isOn: boolean): void => {
  useEffect(() => {
    if (!isOn) return;
    let toldAt = 0;
    const tell = (): void => {
      const now = performance.now();
      if (toldAt !== 0 && now - toldAt < TELL_MILLISECONDS) return;
      toldAt = now;
      void call('staff.touch', {}).catch(() => undefined);
    };
    window.addEventListener('keydown', tell, { capture: true });
    window.addEventListener('pointerdown', tell, { capture: true });
    window.addEventListener('wheel', tell, { capture: true, passive: true });
    return () => {
      window.removeEventListener('keydown', tell, { capture: true });
      window.removeEventListener('pointerdown', tell, { capture: true });
      window.removeEventListener('wheel', tell, { capture: true });
    };
  }, [isOn]);
};
