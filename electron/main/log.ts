import electronLog from 'electron-log/node';
import { join } from 'node:path';
import { redactAny } from '../../shared/domain/masking/redact.ts';

/** What the shell and the gate write to. */
export interface Log {
  info(...parts: unknown[]): void;
  warn(...parts: unknown[]): void;
  error(...parts: unknown[]): void;
}

/**
 * Opens the log file in the given folder (main.log, one old generation kept). Every line passes the redaction: a
 * support person may be sent this file.
 */
export function openLog(folder: string, isPackaged: boolean): Log {
  const log = electronLog.create({ logId: 'main' });
  log.transports.file.resolvePathFn = () => join(folder, 'main.log');
  log.transports.file.maxSize = 2 * 1024 * 1024;
  log.transports.console.level = isPackaged ? false : 'warn';
  log.hooks.push((message) => ({ ...message, data: message.data.map(redactAny) }));
  return log;
}
