import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk of its own, as small as wanted, that can be made read-only: what a test of full and locked disks needs. */
export interface SmallDisk {
  readonly folder: string;
  setReadonly(isReadonly: boolean): void;
  /** Changes how much fits, content and all. */
  resize(kibibytes: number): void;
  remove(): void;
}

const mount = (...args: string[]): void => {
  execFileSync('mount', args, { stdio: 'pipe' });
};

/** Mounts a RAM disk. Needs root on Linux: throws elsewhere. */
export const mountSmallDisk = (kibibytes: number): SmallDisk => {
  const folder = mkdtempSync(join(tmpdir(), 'regulars-disk-'));
  mount('-t', 'tmpfs', '-o', `size=${kibibytes}k`, 'tmpfs', folder);
  return {
    folder,
    setReadonly: (isReadonly) => {
      mount('-o', `remount,${isReadonly ? 'ro' : 'rw'}`, folder);
    },
    resize: (size) => {
      mount('-o', `remount,size=${size}k`, folder);
    },
    remove: () => {
      execFileSync('umount', ['--lazy', folder], { stdio: 'pipe' });
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** Why small disks cannot be mounted here, or null when they can. Tests that need one are skipped with this reason. */
export const whyNoSmallDisks = ((): string | null => {
  if (process.platform !== 'linux') return 'needs Linux';
  if (process.getuid?.() !== 0) return 'needs root to mount a small disk';
  try {
    mountSmallDisk(64).remove();
    return null;
  } catch {
    return 'this machine does not let root mount a small disk';
  }
})();
