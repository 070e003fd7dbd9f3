import { basename } from 'node:path';
import { v7 } from 'uuid';
import { AppError } from '../../shared/errors.ts';
import { pathToken } from '../../shared/types/ids.ts';
import type { PathToken } from '../../shared/types/ids.ts';

/** Paths a person chose, each behind a token: a page that makes up a path gets nowhere. */
export interface PathTokens {
  issue(path: string): { token: PathToken; name: string };
  /** Throws AppError('token_unknown'). */
  pathOf(token: string): string;
  /** The paths behind every token among the values of a parsed input. */
  resolve(input: unknown): Record<string, string>;
}

export const createPathTokens = (): PathTokens => {
  const paths = new Map<string, string>();
  return {
    issue: (path) => {
      const token = pathToken(v7());
      paths.set(token, path);
      return { token, name: basename(path) };
    },
    pathOf: (token) => {
      const path = paths.get(token);
      if (path === undefined) throw new AppError('token_unknown', {});
      return path;
    },
    resolve: (input) => {
      if (typeof input !== 'object' || input === null) return {};
      const tokens = Object.values(input).filter((value): value is string => typeof value === 'string');
      return Object.fromEntries(
        tokens.flatMap((token) => {
          const path = paths.get(token);
          return path === undefined ? [] : [[token, path]];
        }),
      );
    },
  };
};
