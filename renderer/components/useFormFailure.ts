import { useTranslation } from 'react-i18next';
import { useErrorToast } from '../app/useErrorToast.tsx';
import { formErrors } from '../ipc/formErrors.ts';

/**
 * Tells a save that was refused: at the fields the failure names, or as a toast where it names none. `prefix` is what the operation
 * puts before the names of the form's fields.
 */
export const useFormFailure = () => {
  const { t } = useTranslation();
  const showError = useErrorToast();
  return (form: { setErrors(errors: Record<string, string>): void }, error: unknown, prefix = ''): void => {
    const errors = formErrors(t, error, prefix);
    form.setErrors(errors);
    if (Object.keys(errors).length === 0) showError(error);
  };
};
