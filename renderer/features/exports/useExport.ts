import { useTranslation } from 'react-i18next';
import type { CallInput } from '../../../shared/contract.ts';
import { useShop } from '../../app/shop.tsx';
import { useErrorToast } from '../../app/useErrorToast.tsx';
import { client } from '../../ipc/client.ts';
import { useJob } from '../../ipc/useJob.ts';

type Format = CallInput<'exports.customers'>['format'];

/** The steps every export shares: where to, then the work with progress and cancel. */
export const useExport = <Name extends 'exports.customers' | 'exports.purchases'>(name: Name) => {
  const { t } = useTranslation();
  const { today, settings } = useShop();
  const showError = useErrorToast();
  const job = useJob(name);
  const start = async (
    format: Format,
    word: string,
    inputOf: (file: string, jobId: string, language: 'zh-CN' | 'en') => CallInput<Name>,
  ): Promise<void> => {
    try {
      const shop = settings.shopName === '' ? t('app.name') : settings.shopName;
      const target = await client.shell.chooseTarget({ suggestedName: `${shop} ${word} ${today}.${format}`, format });
      if (target !== null) await job.start((jobId) => inputOf(target.token, jobId, settings.language));
    } catch (error) {
      showError(error);
    }
  };
  return { job, start };
};
