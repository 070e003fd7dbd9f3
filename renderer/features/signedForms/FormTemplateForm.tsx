import {
  ActionIcon,
  Button,
  Checkbox,
  Group,
  NumberInput,
  Select,
  Stack,
  Switch,
  TagsInput,
  Text,
  Textarea,
  TextInput,
  Title,
} from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormTemplate } from '../../../shared/contract/signedForms.ts';
import { MOST_QUESTIONS, questionKinds, type FormQuestion } from '../../../shared/domain/signedForms/answers.ts';
import { useMay } from '../../app/session.ts';
import { useErrorToast } from '../../app/useErrorToast.tsx';
import { useUndo } from '../../app/useUndo.tsx';
import { LeaveGuard } from '../../components/LeaveGuard.tsx';
import { SaveForm } from '../../components/SaveForm.tsx';
import { useFocusOnMount } from '../../components/useFocusOnMount.ts';
import { call } from '../../ipc/client.ts';
import { formErrors } from '../../ipc/formErrors.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import classes from './Forms.module.css';
import { DefinitionButtons } from '../settings/DefinitionButtons.tsx';

interface FormTemplateFormProps {
  /** Null makes a new one. */
  readonly template: FormTemplate | null;
  readonly onClose: () => void;
}

type EditedQuestion = Omit<FormQuestion, 'key'> & { readonly key: string | null; readonly row: number };

const emptyQuestion = (row: number): EditedQuestion => ({
  row,
  key: null,
  kind: 'yes_no',
  question: '',
  options: [],
  isRequired: true,
});

/** What a form says and asks, and how long a signature holds. New words make a new version. */
export const FormTemplateForm = ({ template, onClose }: FormTemplateFormProps) => {
  const { t } = useTranslation();
  const may = useMay();
  const { done } = useUndo();
  const showError = useErrorToast();
  const first = useFocusOnMount();
  const save = useCommand('signedForms.saveTemplate', { quiet: true });
  const [name, setName] = useState(template?.name ?? '');
  const [text, setText] = useState(template?.text ?? '');
  const [validMonths, setValidMonths] = useState(template?.validMonths ?? null);
  const [isPrivate, setIsPrivate] = useState(template?.isPrivate ?? false);
  const [questions, setQuestions] = useState<readonly EditedQuestion[]>(() =>
    (template?.questions ?? []).map((question, row) => ({ ...question, row })),
  );
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [isTouched, setIsTouched] = useState(false);
  const touch = (): void => {
    setIsTouched(true);
  };
  const change = (next: readonly EditedQuestion[]): void => {
    touch();
    setQuestions(next);
  };
  const submit = async (): Promise<void> => {
    const missing = t('errors.issue.required');
    const wanting = Object.fromEntries([
      ...(name.trim() === '' ? [['name', missing] as const] : []),
      ...(text.trim() === '' ? [['text', missing] as const] : []),
      ...questions.flatMap(({ question }, index) =>
        question.trim() === '' ? [[`questions.${index}.question`, missing] as const] : [],
      ),
    ]);
    setErrors(wanting);
    if (Object.keys(wanting).length > 0) return;
    try {
      const { templateId, before } = await save.mutateAsync({
        templateId: template?.id ?? null,
        name,
        text,
        questions: questions.map(({ row: _row, ...question }) => ({ ...question, options: [...question.options] })),
        validMonths,
        isPrivate,
      });
      setIsTouched(false);
      done({
        label: t(before === null ? 'signedForms.templates.done.created' : 'signedForms.templates.done.changed', { name }),
        undo: () =>
          before === null
            ? call('signedForms.removeTemplate', { templateId })
            : call('signedForms.saveTemplate', { templateId, ...before }),
      });
      onClose();
    } catch (error) {
      const told = formErrors(t, error);
      setErrors(told);
      if (Object.keys(told).length === 0) showError(error);
    }
  };
  return (
    <SaveForm
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      onCancel={onClose}
    >
      <LeaveGuard isDirty={() => isTouched} />
      <Stack gap="sm">
        <Title order={2}>{template === null ? t('signedForms.templates.new') : template.name}</Title>
        <TextInput
          ref={first}
          label={t('signedForms.templates.name')}
          placeholder={t('signedForms.templates.nameHint')}
          maxLength={60}
          autoComplete="off"
          value={name}
          error={errors['name']}
          onChange={(event) => {
            touch();
            setName(event.currentTarget.value);
          }}
        />
        <Textarea
          label={t('signedForms.templates.words')}
          placeholder={t('signedForms.templates.wordsHint')}
          autosize
          minRows={4}
          maxRows={14}
          maxLength={8000}
          value={text}
          error={errors['text']}
          onChange={(event) => {
            touch();
            setText(event.currentTarget.value);
          }}
        />
        <NumberInput
          label={t('signedForms.templates.validMonths')}
          description={t('signedForms.templates.validHint')}
          w="12rem"
          min={1}
          max={120}
          allowDecimal={false}
          value={validMonths ?? ''}
          error={errors['validMonths']}
          onChange={(value) => {
            touch();
            setValidMonths(typeof value === 'number' ? value : null);
          }}
        />
        <Switch
          label={t('signedForms.templates.isPrivate')}
          checked={isPrivate}
          disabled={!may('private.health')}
          onChange={(event) => {
            touch();
            setIsPrivate(event.currentTarget.checked);
          }}
        />
        <Text component="h3" size="xs" c="dimmed">
          {t('signedForms.templates.questions')}
        </Text>
        {questions.map((question, index) => (
          <QuestionEditor
            key={question.row}
            question={question}
            number={index + 1}
            wordsError={errors[`questions.${index}.question`]}
            optionsError={errors[`questions.${index}.options`]}
            onChange={(next) => {
              change(questions.map((one, at) => (at === index ? next : one)));
            }}
            onRemove={() => {
              change(questions.filter((_one, at) => at !== index));
            }}
          />
        ))}
        <Group>
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={15} stroke={1.7} aria-hidden />}
            disabled={questions.length >= MOST_QUESTIONS}
            onClick={() => {
              change([...questions, emptyQuestion(1 + Math.max(-1, ...questions.map(({ row }) => row)))]);
            }}
          >
            {t('signedForms.templates.addQuestion')}
          </Button>
        </Group>
        <DefinitionButtons
          isSaving={save.isPending}
          onClose={onClose}
          putAway={
            template && {
              label: t(template.isArchived ? 'signedForms.templates.use' : 'signedForms.templates.archive'),
              run: () => call('signedForms.archiveTemplate', { templateId: template.id, isArchived: !template.isArchived }),
              told: t(template.isArchived ? 'signedForms.templates.done.used' : 'signedForms.templates.done.archived', {
                name: template.name,
              }),
              undo: () => call('signedForms.archiveTemplate', { templateId: template.id, isArchived: template.isArchived }),
            }
          }
          remove={
            template !== null && template.isOwn && !template.hasSigned
              ? {
                  run: () => call('signedForms.removeTemplate', { templateId: template.id }),
                  told: t('signedForms.templates.done.removed', { name: template.name }),
                  undo: () =>
                    call('signedForms.saveTemplate', {
                      name: template.name,
                      text: template.text,
                      questions: template.questions,
                      validMonths: template.validMonths,
                      isPrivate: template.isPrivate,
                    }),
                }
              : null
          }
        />
      </Stack>
    </SaveForm>
  );
};

interface QuestionEditorProps {
  readonly question: EditedQuestion;
  /** Its place, from 1. */
  readonly number: number;
  readonly wordsError: string | undefined;
  readonly optionsError: string | undefined;
  readonly onChange: (question: EditedQuestion) => void;
  readonly onRemove: () => void;
}

const QuestionEditor = ({ question, number, wordsError, optionsError, onChange, onRemove }: QuestionEditorProps) => {
  const { t } = useTranslation();
  return (
    <div className={classes['field']} role="group" aria-label={t('signedForms.templates.question', { number })}>
      <Group gap="xs" wrap="nowrap" align="flex-start">
        <TextInput
          size="xs"
          flex={3}
          aria-label={t('signedForms.templates.question', { number })}
          maxLength={200}
          autoComplete="off"
          value={question.question}
          error={wordsError}
          onChange={(event) => {
            onChange({ ...question, question: event.currentTarget.value });
          }}
        />
        <Select
          size="xs"
          flex={1.2}
          aria-label={t('signedForms.templates.kind', { number })}
          allowDeselect={false}
          data={questionKinds.map((kind) => ({ value: kind, label: t(`signedForms.templates.kinds.${kind}`) }))}
          value={question.kind}
          onChange={(value) => {
            onChange({ ...question, kind: questionKinds.find((known) => known === value) ?? question.kind });
          }}
        />
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('signedForms.templates.removeQuestion', { number })}
          onClick={onRemove}
        >
          <IconX size={15} stroke={1.7} aria-hidden />
        </ActionIcon>
      </Group>
      {question.kind === 'choice' && (
        <TagsInput
          size="xs"
          aria-label={t('signedForms.templates.options', { number })}
          placeholder={t('signedForms.templates.optionsHint')}
          value={[...question.options]}
          error={optionsError}
          onChange={(options) => {
            onChange({ ...question, options });
          }}
        />
      )}
      <Checkbox
        size="xs"
        label={t('signedForms.templates.isRequired')}
        checked={question.isRequired}
        onChange={(event) => {
          onChange({ ...question, isRequired: event.currentTarget.checked });
        }}
      />
    </div>
  );
};
