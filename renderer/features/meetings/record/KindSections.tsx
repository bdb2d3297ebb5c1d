import { useController, useWatch } from 'react-hook-form'
import { Link } from 'react-router'
import { meetingFieldLabels as label } from '#shared/labels/meetings.ts'
import { BooleanField } from '../../../ui/BooleanField.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { SectionCard } from '../../../ui/SectionCard.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { FormRow } from '../../../ui/FormRow.tsx'
import type { MeetingForm } from './meetingForm.ts'
import { MoneyInput } from './MoneyInput.tsx'
import { PersonField } from './PersonField.tsx'

/** What only some kinds have: 党课, 主题党日, the year of an 组织生活会 or 民主评议. */
export function KindSections({ form }: { readonly form: MeetingForm }) {
  const { control } = form
  const kinds = useWatch({ control, name: 'kinds' })
  return (
    <>
      {kinds.includes('lecture') && (
        <SectionCard title="党课">
          <div className="form-grid">
            <TextField control={control} name="lectureTopic" label={label.lectureTopic} maxLength={200} />
            <PersonField form={form} idName="lecturerId" nameName="lecturerName" label={label.lecturerName} />
            <BooleanField control={control} name="isSecretaryLecturing" label={label.isSecretaryLecturing} />
            <NumberField control={control} name="lectureHours" label={label.lectureHours} unit="学时" />
          </div>
        </SectionCard>
      )}
      {kinds.includes('themeDay') && (
        <SectionCard title="主题党日">
          <div className="form-grid">
            <TextField
              control={control}
              name="themeProgram"
              label={label.themeProgram}
              wide
              rows={3}
              placeholder="如：重温入党誓词；缴纳党费；学习；民主议事；志愿服务"
            />
            <TextField control={control} name="units" label={label.units} maxLength={300} />
            <FundField form={form} />
            <TextField control={control} name="effect" label={label.effect} wide rows={2} />
          </div>
        </SectionCard>
      )}
      {(kinds.includes('organizationLife') || kinds.includes('appraisal')) && (
        <SectionCard title="组织生活会、民主评议">
          <div className="form-grid">
            <NumberField
              control={control}
              name="lifeYear"
              label={label.lifeYear}
              unit="年"
              hint="次年初补开的，写它所属的年度；不填按开会的年份"
            />
          </div>
          <p className="muted small">
            方案、征求意见、查摆和整改在<Link to="/meetings/life">组织生活会</Link>里记；测评票和等次在
            <Link to="/meetings/appraisals">民主评议</Link>里记。
          </p>
        </SectionCard>
      )}
    </>
  )
}

function FundField({ form }: { readonly form: MeetingForm }) {
  const { field, fieldState } = useController({ control: form.control, name: 'fundCents' })
  return (
    <FormRow label={label.fundCents} error={fieldState.error?.message}>
      {(ids) => <MoneyInput ids={ids} cents={field.value} onChange={field.onChange} />}
    </FormRow>
  )
}
