import { execFileSync, spawnSync } from 'node:child_process';

const version = (): string | null => {
  const { status, stdout } = spawnSync('sqlite3', ['--version'], { encoding: 'utf8' });
  return status === 0 ? (stdout.split(' ')[0] ?? null) : null;
};

/** Version of the `sqlite3` command, installed first where root on Debian can; null where there is none. */
export const sqliteCommand = ((): string | null => {
  const found = version();
  if (found !== null || process.platform !== 'linux' || process.getuid?.() !== 0) return found;
  spawnSync('apt-get', ['install', '-y', '-qq', 'sqlite3'], { stdio: 'ignore' });
  return version();
})();

/** Runs the script in plain C SQLite on a file. */
export const runSqlite = (path: string, script: string): void => {
  execFileSync('sqlite3', ['-bail', path], { input: script, stdio: ['pipe', 'ignore', 'inherit'] });
};
