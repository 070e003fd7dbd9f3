import type { TFunction } from 'i18next';
import { z } from 'zod';
import { permissions, type Permission } from '../../../shared/contract/operation.ts';
import { builtInRoles } from '../../../shared/contract/roles.ts';
import { privateGroups } from '../../../shared/domain/privateGroups.ts';

const text = z.string();
const permissionList = z.array(z.enum(permissions)).catch([]);

/** A role as it was called when it was written down. */
const roleWord = (t: TFunction, role: string): string => {
  const builtIn = builtInRoles.find((known) => known === role);
  return builtIn === undefined ? role : t(`staff.role.${builtIn}`);
};
const listed = (t: TFunction, rights: readonly Permission[]): string =>
  rights.map((right) => t(`staff.may.${right}`)).join(t('lists.and'));

/** From what to what, when both are known and differ. */
const changed = (details: Readonly<Record<string, unknown>>, name: string): { before: unknown; after: unknown } | null => {
  const fields = z.record(z.string(), z.unknown());
  const before = fields.safeParse(details['before']).data?.[name];
  const after = fields.safeParse(details['after']).data?.[name];
  return after === undefined || before === after ? null : { before, after };
};

const groupWord = (t: TFunction, value: unknown): string => {
  const group = privateGroups.find((known) => known === value);
  return t(group === undefined ? 'customFields.privacy.everybody' : `customFields.privacy.groups.${group}`);
};

const marks = ['isRequired', 'isSearchable', 'isInList', 'isArchived'] as const;

/** What an entry about people's rights tells beyond its sentence, a line each: who was given or lost what (R192). */
export const rightLines = (operation: string, details: Readonly<Record<string, unknown>>, t: TFunction): string[] => {
  const lines: string[] = [];
  const role = changed(details, 'role');
  if (role !== null) {
    const after = roleWord(t, text.catch('').parse(role.after));
    lines.push(
      role.before === undefined
        ? t('audit.setting.is', { name: t('staff.list.role'), after })
        : t('audit.setting.named', {
            name: t('staff.list.role'),
            before: roleWord(t, text.catch('').parse(role.before)),
            after,
          }),
    );
  }
  const name = changed(details, 'name');
  if (name !== null && name.before !== undefined)
    lines.push(
      t('audit.setting.named', {
        name: t('audit.setting.name'),
        before: text.catch('').parse(name.before),
        after: text.catch('').parse(name.after),
      }),
    );
  const atWork = changed(details, 'isActive');
  if (atWork !== null) lines.push(t(atWork.after === true ? 'audit.setting.cameBack' : 'audit.setting.left'));
  const given = permissionList.parse(details['given'] ?? []);
  const taken = permissionList.parse(details['taken'] ?? []);
  if (given.length > 0) lines.push(t('audit.setting.given', { what: listed(t, given) }));
  if (taken.length > 0) lines.push(t('audit.setting.taken', { what: listed(t, taken) }));
  if (operation.startsWith('customFields.')) {
    const group = changed(details, 'privateGroup');
    if (group !== null)
      lines.push(
        t('audit.setting.named', {
          name: t('customFields.privacy.label'),
          before: groupWord(t, group.before),
          after: groupWord(t, group.after),
        }),
      );
    for (const mark of marks) {
      const change = changed(details, mark);
      if (change !== null)
        lines.push(
          t('audit.setting.is', {
            name: t(`customFields.mark.${mark}`),
            after: t(change.after === true ? 'audit.setting.on' : 'audit.setting.off'),
          }),
        );
    }
  }
  return lines;
};
