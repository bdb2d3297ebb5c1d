import { useWatch } from 'react-hook-form'
import { Link } from 'react-router'
import type { LifeMeetingDetail } from '#shared/contract/organizationLife.ts'
import { talksAddress } from '../../lib/lifeAddresses.ts'
import { NumberField } from '../../ui/NumberField.tsx'
import { PartialDateField } from '../../ui/PartialDateField.tsx'
import { SectionCard } from '../../ui/SectionCard.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { BranchField } from './BranchField.tsx'
import type { LifeMeetingForm } from './lifeMeetingForm.ts'
import { MeetingField } from './MeetingField.tsx'
import { PersonField } from './PersonField.tsx'

interface SectionProps {
  readonly form: LifeMeetingForm
  readonly disabled: boolean
}

export function BasicsSection({
  form: { control },
  isNew,
  disabled,
}: SectionProps & { readonly isNew: boolean }) {
  const organizationId = useWatch({ control, name: 'organizationId' })
  return (
    <SectionCard title="基本情况">
      <div className="form-grid">
        <BranchField
          control={control}
          name="organizationId"
          label="党支部"
          required
          disabled={disabled}
          {...(isNew ? { hint: '组织生活会由党支部召开；党委班子开的是民主生活会' } : {})}
        />
        <NumberField
          control={control}
          name="year"
          label="所属年度"
          required
          min={1949}
          max={2199}
          disabled={disabled}
          hint="次年 1 至 3 月补开的，仍按所属年度登记"
        />
        <TextField
          control={control}
          name="theme"
          label="主题"
          required
          wide
          maxLength={200}
          disabled={disabled}
        />
        <PartialDateField control={control} name="plannedOn" label="计划日期" wholeDay disabled={disabled} />
        <TextField control={control} name="place" label="地点" maxLength={100} disabled={disabled} />
        <PersonField
          control={control}
          name="hostName"
          label="主持人"
          organizationId={organizationId}
          disabled={disabled}
        />
      </div>
    </SectionCard>
  )
}

export function BeforeSection({
  form: { control },
  talksRecorded,
  disabled,
}: SectionProps & { readonly talksRecorded: number | null }) {
  const [organizationId, year] = useWatch({ control, name: ['organizationId', 'year'] })
  return (
    <SectionCard title="会前：方案、学习、谈心、征求意见" id="life-before">
      <div className="form-grid">
        <TextField
          control={control}
          name="program"
          label="议程"
          wide
          rows={4}
          disabled={disabled}
          hint="一行一项"
        />
        <TextField control={control} name="demands" label="工作要求" wide rows={3} disabled={disabled} />
        <NumberField control={control} name="studyTimes" label="集中学习" unit="次" disabled={disabled} />
        <NumberField
          control={control}
          name="talkPairs"
          label="谈心谈话"
          unit="对"
          disabled={disabled}
          {...(talksRecorded === null
            ? {}
            : {
                hint: (
                  <Link to={talksAddress({ organizationId, year })}>
                    {year}年登记了 {talksRecorded} 次谈心谈话
                  </Link>
                ),
              })}
        />
        <NumberField
          control={control}
          name="askedPeople"
          label="征求意见人数"
          unit="人"
          disabled={disabled}
        />
        <NumberField
          control={control}
          name="opinionCount"
          label="征求意见条数"
          unit="条"
          disabled={disabled}
        />
        <TextField control={control} name="opinions" label="征求意见汇总" wide rows={4} disabled={disabled} />
      </div>
    </SectionCard>
  )
}

interface AtSectionProps extends SectionProps {
  readonly stored: LifeMeetingDetail['meeting']
  readonly onHeldOn: (heldOn: string | null) => void
}

export function AtSection({ form, stored, disabled, onHeldOn }: AtSectionProps) {
  const { control } = form
  const [organizationId, year] = useWatch({ control, name: ['organizationId', 'year'] })
  return (
    <SectionCard title="会上：对照检查、查摆、批评" id="life-at">
      <div className="form-grid">
        <MeetingField
          control={control}
          name="meetingId"
          kind="organizationLife"
          organizationId={organizationId}
          year={year}
          stored={stored}
          disabled={disabled}
          onChosen={(heldOn, meetingId) =>
            onHeldOn(heldOn ?? (meetingId === stored?.id ? stored.heldOn : null))
          }
        />
        <TextField control={control} name="course" label="开展情况" wide rows={3} disabled={disabled} />
        <TextField
          control={control}
          name="committeeReview"
          label="班子对照检查"
          wide
          rows={5}
          disabled={disabled}
          hint="没有支委会的支部可以不填"
        />
        <TextField
          control={control}
          name="criticisms"
          label="相互批评意见"
          wide
          rows={4}
          disabled={disabled}
        />
      </div>
    </SectionCard>
  )
}
