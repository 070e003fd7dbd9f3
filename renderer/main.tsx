import './app/zodConfig.ts';
import { languageOfThisRun } from './app/languageOfThisRun.ts';
import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import '@mantine/notifications/styles.css';
import 'dayjs/locale/zh-cn';
import './app/global.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { connectEvents } from './ipc/events.ts';
import { queryClient } from './ipc/queryClient.ts';
import { operationQuery } from './ipc/useOperation.ts';
import { startWords } from './text/i18n.ts';

// Settings, or what the lock screen may know of them, first, so that the first picture already has its language and its colours.
const [, language] = await Promise.all([
  queryClient.prefetchQuery(operationQuery('shell.startState', {})),
  queryClient.fetchQuery(operationQuery('staff.session', {})).then(
    (session) => session.language,
    () => 'zh-CN' as const,
  ),
  queryClient.prefetchQuery(operationQuery('settings.get', {})),
]);
await startWords(languageOfThisRun ?? language);
connectEvents(queryClient);

const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<App />);
