import '../app/zodConfig.ts';
import { isOnlyScreen } from './onlyScreen.ts';
import { languageOfThisRun } from '../app/languageOfThisRun.ts';
import '@mantine/core/styles.css';
import '../app/global.css';
import { createRoot } from 'react-dom/client';
import { queryClient } from '../ipc/queryClient.ts';
import { operationQuery } from '../ipc/useOperation.ts';
import { startWords } from '../text/i18n.ts';
import { FacingApp } from './FacingApp.tsx';

// The form first, so that the first picture already has its language and its colours.
const language = await queryClient.fetchQuery(operationQuery('intake.form', {})).then(
  (form) => form.language,
  () => 'zh-CN' as const,
);
await startWords(languageOfThisRun ?? language);

const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<FacingApp isOnlyScreen={isOnlyScreen} />);
