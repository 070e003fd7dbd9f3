import { Alert, Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { segmentTreeSchema, type OwnSegment } from '../../../shared/contract/ownSegments.ts';
import { segmentPresets } from '../../../shared/domain/segments/presets.ts';
import type { SegmentGroup } from '../../../shared/domain/segments/conditions.ts';
import { useMay } from '../../app/session.ts';
import { useShop } from '../../app/shop.tsx';
import { useUndo } from '../../app/useUndo.tsx';
import { LeaveGuard } from '../../components/LeaveGuard.tsx';
import { SaveForm } from '../../components/SaveForm.tsx';
import { useFocusOnMount } from '../../components/useFocusOnMount.ts';
import { call } from '../../ipc/client.ts';
import { errorText } from '../../ipc/errorText.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { GroupEditor } from './GroupEditor.tsx';
import { SegmentActions } from './SegmentActions.tsx';
import { SegmentPeople } from './SegmentPeople.tsx';
import { emptyTree } from './tree.ts';
import { useChoices } from './useChoices.ts';
import { useConditionWords } from './useConditionWords.ts';

interface SegmentBuilderProps {
  /** Null makes a new one. */
  readonly segment: OwnSegment | null;
  readonly onSaved: (segmentId: string) => void;
  readonly onGone: () => void;
}

const TYPING_MILLISECONDS = 250;

/** A segment as it is put together: its conditions, the sentence they make, and who is in it as one types (R031). */
export const SegmentBuilder = ({ segment, onSaved, onGone }: SegmentBuilderProps) => {
  const { t } = useTranslation();
  const { language } = useShop().settings;
  const may = useMay()('customers.write');
  const { done } = useUndo();
  const choices = useChoices();
  const { treeText } = useConditionWords();
  const first = useFocusOnMount(segment === null);
  const save = useCommand('ownSegments.save', { quiet: true });
  const [name, setName] = useState(segment?.name ?? '');
  const [tree, setTree] = useState<SegmentGroup>(segment?.tree ?? emptyTree);
  const [isTouched, setIsTouched] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const [counted] = useDebouncedValue(tree, TYPING_MILLISECONDS);
  const isStatic = segment?.kind === 'static';
  const parsed = segmentTreeSchema.safeParse(counted);
  const change = (next: SegmentGroup): void => {
    setIsTouched(true);
    setFault(null);
    setTree(next);
  };
  const submit = async (): Promise<void> => {
    const whole = segmentTreeSchema.safeParse(tree);
    if (name.trim() === '') setFault(t('ownSegments.fault.name'));
    else if (!whole.success) setFault(t('ownSegments.fault.unfinished'));
    else
      try {
        const { segmentId, before } = await save.mutateAsync({
          segmentId: segment?.id ?? null,
          name,
          note: segment?.note ?? '',
          tree: whole.data,
        });
        setIsTouched(false);
        done({
          label: t(before === null ? 'ownSegments.done.created' : 'ownSegments.done.changed', { name: name.trim() }),
          undo: () =>
            before === null ? call('ownSegments.remove', { segmentId }) : call('ownSegments.save', { segmentId, ...before }),
        });
        onSaved(segmentId);
      } catch (error) {
        setFault(errorText(t, error));
      }
  };
  return (
    <SaveForm
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <LeaveGuard isDirty={() => isTouched} />
      <Stack gap="md" px="md" pb="lg">
        <Group gap="sm" align="flex-end" wrap="nowrap">
          <TextInput
            ref={first}
            flex={1}
            label={t('ownSegments.name')}
            placeholder={t('ownSegments.nameHint')}
            maxLength={40}
            autoComplete="off"
            readOnly={!may}
            value={name}
            onChange={(event) => {
              setIsTouched(true);
              setFault(null);
              setName(event.currentTarget.value);
            }}
          />
          {segment === null && (
            <Select
              w="16rem"
              label={t('ownSegments.preset')}
              placeholder={t('ownSegments.presetHint')}
              searchable
              nothingFoundMessage={t('lists.nothing')}
              data={segmentPresets.map(({ key, name: words }) => ({ value: key, label: words[language] }))}
              onChange={(key) => {
                const preset = segmentPresets.find((each) => each.key === key);
                if (preset === undefined) return;
                setName(preset.name[language]);
                change(preset.tree);
              }}
            />
          )}
          {may && (
            <Button type="submit" loading={save.isPending}>
              {t('common.save')}
            </Button>
          )}
          {segment !== null && <SegmentActions segment={segment} onMade={onSaved} onGone={onGone} />}
        </Group>
        {fault !== null && (
          <Alert color="red" variant="light" p="xs" role="alert">
            {fault}
          </Alert>
        )}
        {isStatic ? (
          <Text size="sm" c="dimmed">
            {t('ownSegments.static', { on: segment.frozenOn ?? '' })}
          </Text>
        ) : (
          <GroupEditor tree={tree} group={tree} path={[]} choices={choices} ownId={segment?.id ?? null} onChange={change} />
        )}
        <Text size="sm" c="dimmed" aria-label={t('ownSegments.sentence')} role="note">
          {tree.items.length === 0 ? t('ownSegments.fault.unfinished') : treeText(tree)}
        </Text>
        <SegmentPeople source={isStatic ? { segmentId: segment.id } : parsed.success ? { tree: parsed.data } : null} />
      </Stack>
    </SaveForm>
  );
};
