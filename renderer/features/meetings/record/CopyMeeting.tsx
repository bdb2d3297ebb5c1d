import { Alert } from 'antd'
import { useForm } from 'react-hook-form'
import { useNavigate } from 'react-router'
import { z } from 'zod'
import { dateOnlySchema } from '#shared/contract/dates.ts'
import type { MeetingDetail } from '#shared/contract/meetingRows.ts'
import { meetingKindLabels } from '#shared/labels/meetings.ts'
import { formatPartialDate } from '#shared/lib/dates.ts'
import { errorText } from '../../../lib/errorText.ts'
import { zhResolver } from '../../../lib/forms.ts'
import { meetingAddress } from '../../../lib/meetingAddresses.ts'
import { useCall, useCommand } from '../../../lib/queries.ts'
import { DialogButtons } from '../../../ui/DialogButtons.tsx'
import { EnterMovesOn } from '../../../ui/EnterMovesOn.tsx'
import { PartialDateField } from '../../../ui/PartialDateField.tsx'
import { QueryBoundary } from '../../../ui/QueryBoundary.tsx'
import { SectionCard } from '../../../ui/SectionCard.tsx'
import { useUndo } from '../../../ui/undo.ts'
import { meetingTarget } from '../meetingTarget.ts'

/** 参照上次新建: the day of the new meeting is all that is asked. */
export function CopyMeeting({ id }: { readonly id: string }) {
  const found = useCall('meetings.get', { id })
  return (
    <QueryBoundary query={found} what="参照上次新建" lines={6}>
      {(detail) => <CopyForm detail={detail} />}
    </QueryBoundary>
  )
}

const copyInput = z.strictObject({ heldOn: dateOnlySchema })

function CopyForm({ detail: { id, fields, organizationName } }: { readonly detail: MeetingDetail }) {
  const navigate = useNavigate()
  const undo = useUndo()
  const copy = useCommand('meetings.copy')
  const form = useForm<z.input<typeof copyInput>, unknown, z.output<typeof copyInput>>({
    resolver: zhResolver(copyInput),
    defaultValues: { heldOn: '' },
  })
  const submit = form.handleSubmit(({ heldOn }) =>
    copy.mutateAsync({ id, heldOn }).then(
      (after) => {
        undo.done('已建立草稿', meetingTarget)
        void navigate(meetingAddress(after.id), { replace: true })
      },
      () => undefined,
    ),
  )
  return (
    <EnterMovesOn label="参照上次新建" onSubmit={(event) => void submit(event)}>
      <SectionCard title="参照上次新建">
        <p>
          参照 {organizationName} {formatPartialDate(fields.heldOn)}的“{fields.title}”（
          {fields.kinds.map((kind) => meetingKindLabels[kind]).join('、')}）。
        </p>
        <p className="muted">
          带过来的是会议类型、地点、时间、主持人、记录人、一般议题的题目，以及新日期应到的人；讨论、表决、决议、到会情况都不带。
        </p>
        <div className="form-grid meeting-gap">
          <PartialDateField control={form.control} name="heldOn" label="新会议的日期" required wholeDay />
        </div>
      </SectionCard>
      <div className="meeting-gap">
        {copy.error !== null && <Alert type="error" showIcon role="alert" title={errorText(copy.error)} />}
        <DialogButtons
          confirmText="建立草稿"
          busy={copy.isPending}
          onCancel={() => void navigate(meetingAddress(id))}
        />
      </div>
    </EnterMovesOn>
  )
}
