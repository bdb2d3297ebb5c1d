import type { OrganizationNode } from '#shared/contract/organizations.ts'
import { meetingFieldLabels as label } from '#shared/labels/meetings.ts'
import { SectionCard } from '../../../ui/SectionCard.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { BasicsSection } from './BasicsSection.tsx'
import { FollowUpsSection } from './FollowUpsSection.tsx'
import { ItemsSection } from './ItemsSection.tsx'
import { KindSections } from './KindSections.tsx'
import type { MeetingForm, MeetingValues } from './meetingForm.ts'
import { RollSection } from './RollSection.tsx'

/** What was put into the form last from outside: parts with a state of their own begin anew with it. */
export interface Laid {
  readonly no: number
  readonly values: MeetingValues
}

interface EditorSectionsProps {
  readonly form: MeetingForm
  readonly laid: Laid
  readonly organizations: readonly OrganizationNode[]
  readonly isNew: boolean
}

/** The sections of the form in the order of a record. */
export function EditorSections({ form, laid, organizations, isNew }: EditorSectionsProps) {
  return (
    <>
      <BasicsSection form={form} organizations={organizations} isNew={isNew} />
      <RollSection key={laid.no} form={form} laid={laid.values} isNew={isNew} />
      <KindSections form={form} />
      <ItemsSection form={form} />
      <SectionCard title="列席和纪要">
        <div className="form-grid">
          <TextField
            control={form.control}
            name="observers"
            label={label.observers}
            wide
            rows={2}
            hint="列席的不计入应到、实到，也不计票"
          />
          <TextField control={form.control} name="summary" label={label.summary} wide rows={8} />
          <TextField control={form.control} name="remark" label={label.remark} wide />
        </div>
      </SectionCard>
      <FollowUpsSection form={form} />
    </>
  )
}
