import BetterSqlite3 from 'better-sqlite3';
import { workers } from '../../helpers/workers.ts';

// The control of the power cuts: the writer as it is, but for one PRAGMA. With it the cuts must do harm, else they prove nothing.

const prototype: { pragma: (text: string, options?: BetterSqlite3.PragmaOptions) => unknown } = BetterSqlite3.prototype;
const real = prototype.pragma;
prototype.pragma = function pragma(text, options) {
  return real.call(this, text === 'synchronous = FULL' ? 'synchronous = OFF' : text, options);
};
await import(workers.store.href);
