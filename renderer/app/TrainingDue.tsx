import { IconSchool } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useOperation } from '../ipc/useOperation.ts';
import { FootNote } from './FootNote.tsx';
import { useSession } from './session.ts';

/** Whoever sits here has not read the training on information security, or longer ago than a year (R193). */
export const TrainingDue = () => {
  const { t } = useTranslation();
  const isSomebody = useSession()?.staff != null;
  return isSomebody ? <Due text={t('app.training.due')} again={t('app.training.again')} /> : null;
};

const Due = ({ text, again }: { readonly text: string; readonly again: string }) => {
  const training = useOperation('privacy.training', {}).data;
  if (training === undefined || !training.isDue) return null;
  return <FootNote to="/settings/privacy" icon={IconSchool} text={training.readOn === null ? text : again} isDue />;
};
