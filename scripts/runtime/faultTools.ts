import { isOnPath, tryInstall } from './systemPackages.ts';

/** Programs by which the fault harness makes disks and sticks, and the Debian package of each. */
const tools = {
  cc: 'gcc',
  'mkfs.vfat': 'dosfstools',
  fusefat: 'fusefat',
  'mkfs.exfat': 'exfatprogs',
  'mount.exfat-fuse': 'exfat-fuse',
  'ntfs-3g': 'ntfs-3g',
} as const;

/** Installs what the harness can use and the machine lacks, where that is possible; what stays missing is skipped there, with the reason. */
export const placeFaultTools = async (): Promise<void> => {
  if (process.platform !== 'linux') return;
  const missing = Object.entries(tools).flatMap(([program, name]) => (isOnPath(program) ? [] : [name]));
  if (missing.length > 0) await tryInstall(missing);
};
