import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { messageOf } from './scenario.ts';

// USB sticks as a shop has them, each an image file behind the file system's own FUSE driver: killing the driver is pulling the
// stick out while it is written.

const PATH = [process.env['PATH'] ?? '', '/usr/sbin', '/sbin'].join(delimiter);
const environment = { ...process.env, PATH };
const run = (program: string, ...args: string[]): string =>
  execFileSync(program, args, { env: environment, stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8' });
const isThere = (program: string): boolean => PATH.split(delimiter).some((folder) => existsSync(join(folder, program)));

export interface StickKind {
  readonly name: string;
  readonly programs: readonly string[];
  readonly format: (image: string) => void;
  /** The driver and its arguments, kept in the foreground. */
  readonly driver: (device: string, folder: string, isReadonly: boolean) => readonly string[];
  /** Whether the driver wants a block device. */
  readonly needsLoop: boolean;
}

export const stickKinds: readonly StickKind[] = [
  {
    name: 'FAT32',
    programs: ['mkfs.vfat', 'fusefat'],
    format: (image) => run('mkfs.vfat', '-F', '32', image),
    driver: (device, folder, isReadonly) => ['fusefat', '-f', '-o', isReadonly ? 'ro' : 'rw+', device, folder],
    needsLoop: false,
  },
  {
    name: 'exFAT',
    programs: ['mkfs.exfat', 'mount.exfat-fuse', 'losetup'],
    format: (image) => run('mkfs.exfat', image),
    driver: (device, folder, isReadonly) => ['mount.exfat-fuse', '-d', ...(isReadonly ? ['-o', 'ro'] : []), device, folder],
    needsLoop: true,
  },
  {
    name: 'NTFS',
    programs: ['mkfs.ntfs', 'ntfs-3g'],
    format: (image) => run('mkfs.ntfs', '-F', '-Q', image),
    driver: (device, folder, isReadonly) => ['ntfs-3g', '-o', `no_detach${isReadonly ? ',ro' : ''}`, device, folder],
    needsLoop: false,
  },
];

/** What the machine lacks for such a stick; null when nothing. */
const whyNoStick = ({ programs, needsLoop }: StickKind): string | null => {
  if (process.platform !== 'linux') return 'needs Linux';
  if (process.getuid?.() !== 0) return 'needs root to mount';
  if (!existsSync('/dev/fuse')) return 'no /dev/fuse';
  if (needsLoop && !existsSync('/dev/loop-control')) return 'no loop devices';
  const missing = programs.filter((program) => !isThere(program));
  return missing.length === 0 ? null : `lacks ${missing.join(', ')}`;
};

/** The same after a try: some machines have the programs and let nobody mount. */
export const whyNotMounted = async (kind: StickKind, home: string, mebibytes: number): Promise<string | null> => {
  const lacks = whyNoStick(kind);
  if (lacks !== null) return lacks;
  try {
    const stick = makeStick(kind, home, mebibytes);
    await stick.plugIn();
    await stick.eject();
    return null;
  } catch (error) {
    return `no such stick can be mounted here: ${messageOf(error).split('\n')[0] ?? ''}`;
  }
};

const isMounted = (folder: string): boolean => readFileSync('/proc/mounts', 'utf8').includes(` ${folder} `);

export interface Stick {
  readonly folder: string;
  /** As after pulling it out and putting it back. */
  plugIn(isReadonly?: boolean): Promise<void>;
  /** The driver is killed in the middle of whatever it does. */
  pullOut(): Promise<void>;
  /** Properly, with everything written. */
  eject(): Promise<void>;
}

const MEBIBYTE = 1024 * 1024;

export const makeStick = (kind: StickKind, home: string, mebibytes: number): Stick => {
  const [image, folder] = [join(home, `${kind.name}.img`), join(home, `${kind.name}-mounted`)];
  writeFileSync(image, '');
  truncateSync(image, mebibytes * MEBIBYTE);
  mkdirSync(folder);
  kind.format(image);
  let driver: ReturnType<typeof spawn> | null = null;
  let device = image;
  const gone = async (): Promise<void> => {
    if (isMounted(folder)) run('umount', '--lazy', folder);
    if (driver && driver.exitCode === null && driver.signalCode === null) {
      const ended = new Promise((resolve) => driver?.once('exit', resolve));
      await Promise.race([ended, wait(5000)]);
      if (driver.exitCode === null) driver.kill('SIGKILL');
    }
    driver = null;
    if (device !== image) run('losetup', '--detach', device);
    device = image;
  };
  return {
    folder,
    plugIn: async (isReadonly = false) => {
      if (kind.needsLoop) device = run('losetup', '--find', '--show', image).trim();
      const [program = '', ...args] = kind.driver(device, folder, isReadonly);
      driver = spawn(program, args, { env: environment, stdio: 'ignore' });
      for (let tries = 0; tries < 100 && !isMounted(folder); tries += 1) await wait(50);
      if (!isMounted(folder)) {
        await gone();
        throw new Error(`the ${kind.name} stick could not be mounted`);
      }
      readdirSync(folder);
    },
    pullOut: async () => {
      driver?.kill('SIGKILL');
      await gone();
    },
    eject: gone,
  };
};
