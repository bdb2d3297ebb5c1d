import { Link } from 'react-router'
import type { CampaignDetail } from '#shared/contract/reviewRows.ts'
import { subjectKinds } from '#shared/domain/reviews/words.ts'
import { subjectKindLabels } from '#shared/labels/reviews.ts'
import { campaignAddress } from '../../../lib/reviewAddresses.ts'
import { CodeSelect } from '../../../ui/CodeSelect.tsx'
import { SectionCard } from '../../../ui/SectionCard.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import type { SchemeControl } from './schemeForm.ts'

interface NameSectionProps {
  readonly control: SchemeControl
  readonly disabled: boolean
  readonly subjects: number
  readonly campaign: CampaignDetail
}

export function NameSection({ control, disabled, subjects, campaign }: NameSectionProps) {
  return (
    <SectionCard
      title="方案"
      extra={<Link to={campaignAddress(campaign.id)}>按本方案述职 {subjects} 人</Link>}
    >
      <div className="form-grid">
        <TextField
          control={control}
          name="name"
          label="方案名称"
          required
          maxLength={60}
          disabled={disabled}
        />
        <CodeSelect
          control={control}
          name="scheme.subjects"
          label="述职对象"
          required
          multiple
          disabled={disabled}
          entries={subjectKinds.map((code) => ({ code, name: subjectKindLabels[code] }))}
        />
      </div>
    </SectionCard>
  )
}
