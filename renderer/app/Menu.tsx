import { Badge, Divider, Kbd, NavLink, Stack } from '@mantine/core';
import { Link, useRouterState } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useOperation } from '../ipc/useOperation.ts';
import { LastBackup } from './LastBackup.tsx';
import { menuEntries, type MenuEntry } from './menuEntries.ts';
import { menuKeys } from './keys.ts';
import classes from './Menu.module.css';
import { useMay } from './session.ts';
import { TrainingDue } from './TrainingDue.tsx';

/** People left on today's list: the only number in the menu, because it is work to do. */
const ToDo = () => {
  const { t } = useTranslation();
  const count = useOperation('callbacks.today', {}).data?.rows.length ?? 0;
  return count === 0 ? null : (
    <Badge size="sm" circle={count < 10} aria-label={t('app.menu.toDo', { count })}>
      {count}
    </Badge>
  );
};

const Entry = ({ entry, isActive, index }: { readonly entry: MenuEntry; readonly isActive: boolean; readonly index: number }) => {
  const { t } = useTranslation();
  const { icon: Icon, key, shortcut, to } = entry;
  return (
    <NavLink
      renderRoot={(props) => <Link {...props} to={to} />}
      className={classes['entry']}
      active={isActive}
      aria-current={isActive ? 'page' : undefined}
      {...(menuKeys[index] !== undefined && { title: `Alt+${menuKeys[index]}` })}
      label={t(`app.menu.${key}`)}
      leftSection={<Icon size={18} stroke={1.7} aria-hidden />}
      rightSection={key === 'today' ? <ToDo /> : shortcut === undefined ? undefined : <Kbd size="xs">{shortcut}</Kbd>}
    />
  );
};

/** The main menu; settings and the age of the last proven backup stand at its foot. */
export const Menu = () => {
  const { t } = useTranslation();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const may = useMay();
  const entries = menuEntries.map((entry, index) => ({
    entry,
    index,
    isActive: [entry.to, entry.also].some((page) => page !== undefined && (path === page || path.startsWith(`${page}/`))),
  }));
  const shown = (isAtFoot: boolean) =>
    entries
      .filter(({ entry }) => entry.isAtFoot === isAtFoot && entry.needs.some(may))
      .map((props) => <Entry key={props.entry.key} {...props} />);
  return (
    <Stack component="nav" aria-label={t('app.menu.label')} justify="space-between" h="100%" p="xs" gap={0}>
      <Stack gap={2}>{shown(false)}</Stack>
      <Stack gap={2}>
        <Divider color="var(--regulars-hairline)" mb={6} />
        {shown(true)}
        <TrainingDue />
        <LastBackup />
      </Stack>
    </Stack>
  );
};
