import { ownSegmentStudies, ownSegmentsHandlers } from '../../electron/handlers/ownSegments.ts';
import { filterBasis, listIdsByFilter } from '../../electron/store/customerFilter.ts';
import { contract } from '../../shared/contract.ts';
import type { CallInput } from '../../shared/contract.ts';
import type { Permission } from '../../shared/contract/operation.ts';
import { openEngineDesk } from './engine.ts';

/** A desk with what the shop can do with segments of its own, each through contract and handler. */
export const openSegmentShop = (today: string) => {
  const desk = openEngineDesk({ today });
  const { context, command, database, study } = desk;
  return {
    desk,
    list: (includeArchived = false) =>
      contract.ownSegments.list.output.parse(ownSegmentsHandlers['ownSegments.list'](context, { includeArchived })).segments,
    save: (input: CallInput<'ownSegments.save'>) =>
      command(() => ownSegmentsHandlers['ownSegments.save'](context, contract.ownSegments.save.input.parse(input))),
    freeze: (input: CallInput<'ownSegments.freeze'>) =>
      command(() => ownSegmentsHandlers['ownSegments.freeze'](context, contract.ownSegments.freeze.input.parse(input))),
    archive: (input: CallInput<'ownSegments.archive'>) =>
      command(() => ownSegmentsHandlers['ownSegments.archive'](context, contract.ownSegments.archive.input.parse(input))),
    remove: (input: CallInput<'ownSegments.remove'>) =>
      command(() => ownSegmentsHandlers['ownSegments.remove'](context, contract.ownSegments.remove.input.parse(input))),
    restore: (input: CallInput<'ownSegments.restore'>) =>
      command(() => ownSegmentsHandlers['ownSegments.restore'](context, contract.ownSegments.restore.input.parse(input))),
    people: async (source: CallInput<'ownSegments.people'>['source'], page: { offset?: number; limit?: number } = {}) =>
      contract.ownSegments.people.output.parse(
        await ownSegmentStudies['ownSegments.people'](
          study.context,
          contract.ownSegments.people.input.parse({ source, ...page }),
        ),
      ),
    /** From now on somebody with these rights asks. */
    actAs: (held: readonly Permission[]): void => {
      for (const each of [context, study.context]) Object.assign(each, { actor: { ...each.actor, permissions: held } });
    },
    counts: async () => (await ownSegmentStudies['ownSegments.counts'](study.context, {})).counts,
    explain: (input: CallInput<'ownSegments.explain'>) =>
      contract.ownSegments.explain.output.parse(
        ownSegmentsHandlers['ownSegments.explain'](context, contract.ownSegments.explain.input.parse(input)),
      ),
    filtered: (ownSegment: string) =>
      listIdsByFilter(
        database,
        contract.customers.listByFilter.input.parse({ filter: { ownSegment } }).filter,
        filterBasis(context),
      ),
  };
};
export type SegmentShop = ReturnType<typeof openSegmentShop>;
