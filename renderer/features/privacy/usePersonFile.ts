import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { useShop } from '../../app/shop.tsx';
import { useErrorToast } from '../../app/useErrorToast.tsx';
import { client } from '../../ipc/client.ts';
import { useJob } from '../../ipc/useJob.ts';

/** Everything about a person in one ZIP (R190). */
export const usePersonFile = ({ id: customerId, number }: OutputOf<'customers.findById'>) => {
  const { t } = useTranslation();
  const { today, settings } = useShop();
  const showError = useErrorToast();
  const job = useJob('privacy.personFile');
  const start = async (): Promise<void> => {
    try {
      const suggestedName = `${t('privacy.file.name', { number })} ${today}.zip`;
      const target = await client.shell.chooseTarget({ suggestedName, format: 'zip' });
      if (target !== null) await job.start((jobId) => ({ jobId, customerId, file: target.token, language: settings.language }));
    } catch (error) {
      showError(error);
    }
  };
  return { job, start };
};
