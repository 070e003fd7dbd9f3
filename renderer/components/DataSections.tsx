import { Group, SegmentedControl } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

const pages = ['imports', 'exports'] as const;
type DataPage = (typeof pages)[number];

/** Data coming in, data going out: the way between the two pages, at the right of either's heading. */
export const DataSections = ({ page }: { readonly page: DataPage }) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <Group>
      <SegmentedControl
        size="xs"
        aria-label={t('exports.sections.label')}
        value={page}
        data={pages.map((value) => ({ value, label: t(`exports.sections.${value}`) }))}
        onChange={(value) => void navigate({ to: value === 'exports' ? '/exports' : '/imports' })}
      />
    </Group>
  );
};
