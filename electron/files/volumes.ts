import { access, constants, readFile, readdir, realpath, stat, statfs } from 'node:fs/promises';
import { basename, join } from 'node:path';

// Sticks and other disks that a person may put a backup on, found without any library.

export interface Volume {
  readonly folder: string;
  readonly name: string;
  readonly isReadonly: boolean;
}

/** Room on the disk of a folder; null where the system does not tell. */
export interface Room {
  readonly freeBytes: number;
  readonly totalBytes: number;
}

export const roomOf = async (folder: string): Promise<Room | null> => {
  const disk = await statfs(folder).catch(() => null);
  return disk === null || disk.blocks === 0
    ? null
    : { freeBytes: disk.bavail * disk.bsize, totalBytes: disk.blocks * disk.bsize };
};

/** Whether a folder is here just now, and may be written. */
export const folderState = async (folder: string): Promise<{ isHere: boolean; isReadonly: boolean }> => {
  const status = await stat(folder).catch(() => null);
  if (status?.isDirectory() !== true) return { isHere: false, isReadonly: false };
  const isReadonly = await access(folder, constants.W_OK).then(
    () => false,
    () => true,
  );
  return { isHere: true, isReadonly };
};

/** In /proc/mounts a blank is written as \040, and so on. */
const unescaped = (text: string): string =>
  Buffer.from(
    text.replace(/\\([0-7]{3})/g, (_all, octal: string) => String.fromCharCode(Number.parseInt(octal, 8))),
    // The kernel escapes bytes; what it leaves is UTF-8 already.
    'utf8',
  ).toString('utf8');

/** Where desktops mount what is plugged in. */
const PLUGGED_IN = /^\/(?:run\/)?media\/./;

/** The sticks among the lines of /proc/mounts. */
export const volumesAmongMounts = (mounts: string): Volume[] =>
  mounts.split('\n').flatMap((line) => {
    const [, where = '', , options = ''] = line.split(' ');
    const folder = unescaped(where);
    return PLUGGED_IN.test(folder) ? [{ folder, name: basename(folder), isReadonly: options.split(',').includes('ro') }] : [];
  });

const volumesOfMac = async (): Promise<Volume[]> => {
  const found: Volume[] = [];
  for (const name of await readdir('/Volumes').catch(() => [])) {
    const folder = join('/Volumes', name);
    // The system's own disk stands there as a link.
    if ((await realpath(folder).catch(() => '/')) === '/') continue;
    found.push({ folder, name, isReadonly: (await folderState(folder)).isReadonly });
  }
  return found;
};

const DRIVES = Array.from('DEFGHIJKLMNOPQRSTUVWXYZ', (letter) => `${letter}:`);

const volumesOfWindows = async (): Promise<Volume[]> => {
  const others = DRIVES.filter((drive) => drive !== process.env['SystemDrive']);
  const found = await Promise.all(
    others.map(async (drive) => {
      const state = await folderState(`${drive}\\`);
      return state.isHere ? [{ folder: `${drive}\\`, name: drive, isReadonly: state.isReadonly }] : [];
    }),
  );
  return found.flat();
};

/** The sticks and further disks that are plugged in now. */
export const findVolumes = async (): Promise<Volume[]> => {
  if (process.platform === 'darwin') return volumesOfMac();
  if (process.platform === 'win32') return volumesOfWindows();
  return volumesAmongMounts(await readFile('/proc/mounts', 'utf8').catch(() => ''));
};
