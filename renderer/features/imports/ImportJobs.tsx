import { Anchor, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useNavigate, useRouterState } from '@tanstack/react-router';
import { createContext, useContext, useEffect, useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useJob } from '../../ipc/useJob.ts';
import { useImportFile } from './useImportFile.ts';

const useBoth = () => ({ file: useImportFile(), undo: useJob('imports.undo', { outlivesPage: true }) });
type Jobs = ReturnType<typeof useBoth>;

const Context = createContext<Jobs | null>(null);

/** The import under way and the undo under way, wherever in the window one is. */
export const useImportJobs = (): Jobs => {
  const jobs = useContext(Context);
  if (jobs === null) throw new Error('the import page stands outside ImportJobs');
  return jobs;
};

const TOAST = 'import-under-way';

/**
 * Keeps an import or its undo going while somebody looks at other pages: it takes a minute for a hundred thousand rows, and the desk goes on
 * meanwhile. Off its page it tells how far it is, and how it ended.
 */
export const ImportJobs = ({ children }: { readonly children: ReactNode }) => {
  const { t, i18n } = useTranslation();
  const { file, undo } = useBoth();
  // Toasts stand outside the router: no link works in them.
  const navigate = useNavigate();
  const jobs = useMemo(() => ({ file, undo }), [file, undo]);
  const isElsewhere = useRouterState({ select: ({ location }) => location.pathname !== '/imports' });
  const running = file.run.state.status === 'running' ? file.run.state : undo.state.status === 'running' ? undo.state : null;
  const ended = file.run.state.status === 'done' || file.run.state.status === 'failed' ? file.run.state.status : null;
  const label = t(undo.state.status === 'running' ? 'imports.history.working' : 'imports.run.working');
  const done = running?.progress?.done.toLocaleString(i18n.language) ?? '';
  const total = running?.progress?.total?.toLocaleString(i18n.language) ?? null;
  const figures = total === null ? '' : t('common.job.progress', { done, total });
  const isToasted = isElsewhere && (running !== null || ended !== null);
  const words = running !== null ? label : ended === 'failed' ? t('imports.run.failed') : t('imports.result.title');
  const color = running !== null ? 'indigo' : ended === 'failed' ? 'red' : 'jade';

  useEffect(() => {
    if (!isToasted) {
      notifications.hide(TOAST);
      return;
    }
    const toast = {
      id: TOAST,
      color,
      loading: running !== null,
      autoClose: false,
      withCloseButton: running === null,
      title: words,
      message: (
        <Group justify="space-between">
          <Text size="sm">{running === null ? '' : figures}</Text>
          <Anchor component="button" type="button" size="sm" onClick={() => void navigate({ to: '/imports' })}>
            {t('imports.run.look')}
          </Anchor>
        </Group>
      ),
    } as const;
    // An update of a toast that is not there does nothing, a second one of the same id neither.
    notifications.show(toast);
    notifications.update(toast);
  }, [isToasted, running, words, color, figures, navigate, t]);

  return <Context.Provider value={jobs}>{children}</Context.Provider>;
};
