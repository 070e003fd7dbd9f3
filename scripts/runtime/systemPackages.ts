import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from '../tools/run.ts';

/** Debian's names of what Electron links against or opens at its start. */
const electronLibraries = [
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libxss1',
  'libatk-bridge2.0-0',
  'libdrm2',
  'libxkbcommon0',
  'libsecret-1-0',
  'libnotify4',
];

/**
 * Sees to it that Electron can open a window here: its libraries, a virtual display where there is none, and a
 * font with Chinese characters. Installs what is missing when that is possible, else throws with the one
 * line to paste.
 */
export async function requireWindowPackages(executable: string): Promise<void> {
  if (process.platform !== 'linux') return;
  const missing: string[] = [];
  const links = await run('ldd', [executable], { quiet: true });
  if (links.output.includes('not found')) missing.push(...electronLibraries);
  if (!process.env['DISPLAY'] && !isOnPath('Xvfb')) missing.push('xvfb', 'xauth');
  if (!(await hasChineseFont())) missing.push('fonts-noto-cjk');
  await install(missing);
}

/** Sees to it that a C++ addon can be compiled here. */
export async function requireBuildTools(): Promise<void> {
  const missing: string[] = [];
  if (!isOnPath('g++')) missing.push('g++');
  if (!isOnPath('make')) missing.push('make');
  if (!isOnPath('python3')) missing.push('python3');
  await install(missing);
}

/** Installs packages where that can be done without asking, and says nothing when it cannot: nobody depends on these. */
export async function tryInstall(packages: readonly string[]): Promise<void> {
  if (process.getuid?.() !== 0 || !isOnPath('apt-get')) return;
  await install(packages).catch((error: unknown) => {
    process.stderr.write(`regulars: going on without ${packages.join(' ')}: ${String(error).slice(0, 200)}\n`);
  });
}

async function install(packages: readonly string[]): Promise<void> {
  if (packages.length === 0) return;
  const canInstall = process.getuid?.() === 0 && isOnPath('apt-get');
  const prefix = canInstall ? '' : 'sudo ';
  const line = `${prefix}apt-get update && ${prefix}apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  if (!canInstall) throw new Error(`this machine lacks packages; install them with: ${line}`);
  process.stderr.write(`regulars: installing ${packages.join(' ')}\n`);
  const { code, output } = await run('sh', ['-c', line], {
    quiet: true,
    env: { DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (code !== 0) throw new Error(`installing failed: ${output.trim().slice(-500)}; try: ${line}`);
}

export function isOnPath(program: string): boolean {
  // The tools of the system's own files lie where a plain user's PATH does not look.
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/sbin'];
  return folders.some((folder) => existsSync(join(folder, program)));
}

async function hasChineseFont(): Promise<boolean> {
  if (!isOnPath('fc-list')) return false;
  const { output } = await run('fc-list', [':lang=zh-cn'], { quiet: true });
  return output.trim() !== '';
}
