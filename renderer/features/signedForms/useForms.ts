import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import type { CallInput } from '../../../shared/contract.ts';
import type { FormTemplate, SignedForm } from '../../../shared/contract/signedForms.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';
import { useErrorToast } from '../../app/useErrorToast.tsx';
import { useUndo } from '../../app/useUndo.tsx';
import { call, client } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';

export type SignInput = Pick<CallInput<'signedForms.sign'>, 'answers' | 'way' | 'strokes' | 'signer' | 'isGuardian' | 'on'>;

/** What can be done with a customer's forms: sign, void, each told with its undo; and print. */
export const useForms = (customerId: CustomerId) => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const showError = useErrorToast();
  const { mutateAsync: sign } = useCommand('signedForms.sign', { quiet: true });
  const voidForm = useCommand('signedForms.void');
  const restore = useCommand('signedForms.restore');
  const print = async (templateId: FormTemplate['id'], name: string, form: SignedForm | null): Promise<void> => {
    try {
      const saved = await client.shell.saveForm({
        templateId,
        customerId,
        formId: form?.id ?? null,
        suggestedName: `${t('signedForms.file', { name })}.pdf`,
      });
      if (saved !== null) notifications.show({ color: 'jade', message: t('signedForms.printed', { file: saved.name }) });
    } catch (error) {
      showError(error);
    }
  };
  return {
    /** Rejects with AppError; the form shows what is wrong and stays. */
    sign: async (template: FormTemplate, input: SignInput): Promise<void> => {
      const { formId } = await sign({ customerId, templateId: template.id, version: template.version, ...input });
      done({
        label: t('signedForms.done.signed', { name: template.name }),
        undo: () => call('signedForms.void', { customerId, formId }),
      });
    },
    void: ({ id: formId, name, signedOn: on }: SignedForm): void => {
      voidForm.mutate(
        { customerId, formId },
        {
          onSuccess: () => {
            done({
              label: t('signedForms.done.voided', { name, on }),
              undo: () => call('signedForms.restore', { customerId, formId }),
            });
          },
        },
      );
    },
    restore: ({ id: formId, name, signedOn: on }: SignedForm): void => {
      restore.mutate(
        { customerId, formId },
        {
          onSuccess: () => {
            done({
              label: t('signedForms.done.restored', { name, on }),
              undo: () => call('signedForms.void', { customerId, formId }),
            });
          },
        },
      );
    },
    printBlank: ({ id, name }: FormTemplate): void => void print(id, name, null),
    printSigned: (form: SignedForm): void => void print(form.templateId, form.name, form),
  };
};
