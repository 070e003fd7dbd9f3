import { Button, Checkbox, Group, Radio, SegmentedControl, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { signatureWays, type FormTemplate } from '../../../shared/contract/signedForms.ts';
import { LONGEST_ANSWER, type FormQuestion } from '../../../shared/domain/signedForms/answers.ts';
import type { Stroke } from '../../../shared/domain/signedForms/strokes.ts';
import type { LocalDate } from '../../../shared/types/time.ts';
import { useShop } from '../../app/shop.tsx';
import { useErrorToast } from '../../app/useErrorToast.tsx';
import { LeaveGuard } from '../../components/LeaveGuard.tsx';
import { SaveForm } from '../../components/SaveForm.tsx';
import { formErrors } from '../../ipc/formErrors.ts';
import { DayInput } from '../safety/DayInput.tsx';
import classes from './Forms.module.css';
import { SignaturePad } from './SignaturePad.tsx';
import type { SignInput } from './useForms.ts';

interface FillFormProps {
  readonly template: FormTemplate;
  readonly customerName: string;
  readonly needsGuardian: boolean;
  /** Rejects with AppError; the form shows what is wrong and stays. */
  readonly onSign: (input: SignInput) => Promise<void>;
  readonly onClose: () => void;
}

/** A form read, answered and signed on the screen: drawn or typed (X27). Ctrl+Enter signs, Escape closes. */
export const FillForm = ({ template, customerName, needsGuardian, onSign, onClose }: FillFormProps) => {
  const { t } = useTranslation();
  const { today } = useShop();
  const showError = useErrorToast();
  const frame = useRef<HTMLDivElement>(null);
  const [answers, setAnswers] = useState<ReadonlyMap<string, string>>(new Map());
  const [way, setWay] = useState<(typeof signatureWays)[number]>('drawn');
  const [strokes, setStrokes] = useState<readonly Stroke[]>([]);
  const [isGuardian, setIsGuardian] = useState(needsGuardian);
  const [signer, setSigner] = useState(needsGuardian ? '' : customerName);
  const [on, setOn] = useState<LocalDate>(today);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [isSaving, setIsSaving] = useState(false);
  const isTouched = useRef(false);
  useEffect(() => {
    frame.current?.scrollIntoView({ block: 'start' });
    frame.current?.querySelector<HTMLElement>('input, textarea')?.focus({ preventScroll: true });
  }, []);
  const answer = (key: string, text: string): void => {
    isTouched.current = true;
    setAnswers((now) => new Map(now).set(key, text));
  };
  const sign = async (): Promise<void> => {
    if (isSaving) return;
    if (signer.trim() === '') {
      setErrors({ signer: t('errors.issue.required') });
      return;
    }
    setIsSaving(true);
    try {
      await onSign({
        answers: template.questions.map(({ key }) => ({ key, answer: answers.get(key) ?? null })),
        way,
        strokes: way === 'drawn' ? strokes.map((stroke) => [...stroke]) : [],
        signer,
        isGuardian,
        on: way === 'paper' ? on : null,
      });
      isTouched.current = false;
      onClose();
    } catch (error) {
      const told = formErrors(t, error);
      setErrors(told);
      if (Object.keys(told).length === 0) showError(error);
      setIsSaving(false);
    }
  };
  return (
    <SaveForm
      className={classes['editor']}
      onSubmit={(event) => {
        event.preventDefault();
        void sign();
      }}
      onCancel={onClose}
    >
      <LeaveGuard isDirty={() => isTouched.current} />
      <Stack gap="sm" ref={frame}>
        <Group gap="xs" align="baseline">
          <Text component="h3" fw={700}>
            {template.name}
          </Text>
          <Text size="xs" c="dimmed">
            {t('signedForms.version', { version: template.version })}
          </Text>
        </Group>
        <Text size="sm" className={classes['words'] ?? ''} aria-label={t('signedForms.read')}>
          {template.text}
        </Text>
        {template.questions.map((question) => (
          <Question
            key={question.key}
            question={question}
            value={answers.get(question.key) ?? ''}
            error={errors[`answers.${question.key}`]}
            onChange={(text) => {
              answer(question.key, text);
            }}
          />
        ))}
        <Group gap="sm" align="flex-end">
          <div>
            <Text size="sm" fw={500} mb={2}>
              {t('signedForms.way')}
            </Text>
            <SegmentedControl
              aria-label={t('signedForms.way')}
              value={way}
              onChange={(value) => {
                setWay(signatureWays.find((known) => known === value) ?? way);
              }}
              data={signatureWays.map((value) => ({ value, label: t(`signedForms.wayNames.${value}`) }))}
            />
          </div>
          <TextInput
            label={t('signedForms.signer')}
            maxLength={60}
            autoComplete="off"
            value={signer}
            error={errors['signer']}
            onChange={(event) => {
              isTouched.current = true;
              setSigner(event.currentTarget.value);
            }}
          />
          {way === 'paper' && (
            <DayInput
              label={t('signedForms.paperOn')}
              value={on}
              maxDate={today}
              error={errors['on']}
              onChange={(value) => {
                if (value !== null) setOn(value);
              }}
            />
          )}
        </Group>
        <Checkbox
          label={t('signedForms.isGuardian')}
          description={needsGuardian ? t('signedForms.guardianNeeded') : undefined}
          checked={isGuardian}
          error={errors['isGuardian']}
          onChange={(event) => {
            setIsGuardian(event.currentTarget.checked);
          }}
        />
        {way === 'drawn' ? (
          <SignaturePad
            strokes={strokes}
            error={errors['strokes']}
            onChange={(next) => {
              isTouched.current = true;
              setStrokes(next);
            }}
          />
        ) : (
          <Text size="xs" c="dimmed">
            {t(way === 'typed' ? 'signedForms.typedHint' : 'signedForms.paperHint')}
          </Text>
        )}
        <Group gap="xs">
          <Button type="submit" size="compact-sm" loading={isSaving}>
            {t('signedForms.sign')}
          </Button>
          <Button variant="subtle" color="gray" size="compact-sm" onClick={onClose}>
            {t('common.cancel')}
          </Button>
        </Group>
      </Stack>
    </SaveForm>
  );
};

interface QuestionProps {
  readonly question: FormQuestion;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (text: string) => void;
}

const Question = ({ question, value, error, onChange }: QuestionProps) => {
  const { t } = useTranslation();
  const { kind, question: label, options, isRequired } = question;
  if (kind === 'text')
    return (
      <Textarea
        label={label}
        withAsterisk={isRequired}
        autosize
        minRows={1}
        maxRows={5}
        maxLength={LONGEST_ANSWER}
        value={value}
        error={error}
        onChange={(event) => {
          onChange(event.currentTarget.value);
        }}
      />
    );
  const choices =
    kind === 'yes_no'
      ? (['yes', 'no'] as const).map((word) => ({ value: word, label: t(`signedForms.${word}`) }))
      : options.map((option) => ({ value: option, label: option }));
  return (
    <Radio.Group label={label} withAsterisk={isRequired} value={value} onChange={onChange} error={error}>
      <Group gap="md" mt={4}>
        {choices.map((choice) => (
          <Radio key={choice.value} value={choice.value} label={choice.label} />
        ))}
      </Group>
    </Radio.Group>
  );
};
