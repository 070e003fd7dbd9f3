import { mkdtempSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { customersHandlers } from '../../electron/handlers/customers.ts';
import { exportsHandlers, exportsInternal, exportsStudies } from '../../electron/handlers/exports.ts';
import type { Actor } from '../../electron/handlers/context.ts';
import { contract } from '../../shared/contract.ts';
import type { CallInput } from '../../shared/contract.ts';
import { pathToken } from '../../shared/types/ids.ts';
import { openTestStore, openTestStudy } from './store.ts';

/** A shop on disk whose people can be written into files. */
export const openTestExporter = (options: Parameters<typeof openTestStore>[0] = {}) => {
  const store = openTestStore({ ...options, onDisk: true });
  const folder = mkdtempSync(join(dirname(store.path), 'exports-'));
  const paths: Record<string, string> = {};
  const study = openTestStudy(store, exportsInternal, paths);
  const { context, command } = store;
  return {
    store,
    study,
    folder,
    /** A token for a path, of this folder unless it is absolute, as the save dialog gives it. */
    tokenFor: (name: string) => {
      const token = pathToken(randomUUID());
      paths[token] = join(folder, name);
      return { file: token, path: join(folder, name) };
    },
    add: (input: CallInput<'customers.create'>) =>
      command(() => customersHandlers['customers.create'](context, contract.customers.create.input.parse(input))).customerId,
    customers: (input: CallInput<'exports.customers'>) =>
      exportsStudies['exports.customers'](study.context, contract.exports.customers.input.parse(input)),
    /** As somebody who may do less than the owner. */
    customersAs: (actor: Actor, input: CallInput<'exports.customers'>) =>
      exportsStudies['exports.customers']({ ...study.context, actor }, contract.exports.customers.input.parse(input)),
    purchases: (input: CallInput<'exports.purchases'>) =>
      exportsStudies['exports.purchases'](study.context, contract.exports.purchases.input.parse(input)),
    labels: (input: CallInput<'exports.labels'>) =>
      exportsStudies['exports.labels'](study.context, contract.exports.labels.input.parse(input)),
    list: () => exportsHandlers['exports.list'](context, contract.exports.list.input.parse({})),
    close: () => {
      study.close();
      store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
