import { Button } from 'antd'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import type { z } from 'zod'
import { feedbackInput, type FeedbackFields } from '#shared/contract/reviewInputs.ts'
import type { SubjectDetail } from '#shared/contract/reviewRows.ts'
import { formatDots } from '#shared/lib/dates.ts'
import { zhResolver } from '../../../lib/forms.ts'
import { PartialDateField } from '../../../ui/PartialDateField.tsx'
import { SectionCard } from '../../../ui/SectionCard.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { PartDialog } from './PartDialog.tsx'
import { usePart } from './usePart.ts'

function FeedbackDialog({
  detail,
  onClose,
}: {
  readonly detail: SubjectDetail
  readonly onClose: () => void
}) {
  const { feedback } = detail
  const form = useForm<z.input<typeof feedbackInput>, unknown, FeedbackFields>({
    resolver: zhResolver(feedbackInput),
    defaultValues: feedback,
  })
  const { control } = form
  const part = usePart({
    route: 'reviews.saveFeedback',
    form,
    detail,
    saved: feedback,
    prefix: 'feedback.',
    said: '已保存通报反馈',
    input: (head, fields) => ({ ...head, feedback: fields }),
    onClose,
  })
  return (
    <PartDialog title={`${detail.fields.name}：通报反馈`} part={part}>
      <div className="person-three">
        <PartialDateField control={control} name="feedbackOn" label="反馈日期" wholeDay />
        <TextField control={control} name="feedbackBy" label="谈话人" maxLength={50} />
        <PartialDateField control={control} name="signedOn" label="本人签字日期" wholeDay />
      </div>
      <TextField control={control} name="feedbackWords" label="反馈意见" rows={5} maxLength={2000} />
    </PartDialog>
  )
}

/** 通报反馈: talked with, by whom, signed. */
export function FeedbackCard({
  detail,
  canWrite,
}: {
  readonly detail: SubjectDetail
  readonly canWrite: boolean
}) {
  const [isEditing, setEditing] = useState(false)
  const { feedbackOn, feedbackBy, feedbackWords, signedOn } = detail.feedback
  const isEmpty = [feedbackOn, feedbackBy, feedbackWords, signedOn].every((value) => value === null)
  // Feedback follows the decision (the core refuses it before).
  const mayEdit = canWrite && (detail.score.grade !== null || !isEmpty)
  return (
    <SectionCard
      title="通报反馈"
      id="feedback"
      extra={
        mayEdit ? <Button onClick={() => setEditing(true)}>{isEmpty ? '登记' : '修改'}</Button> : undefined
      }
    >
      {isEmpty ? (
        <p className="muted">
          {detail.score.grade === null
            ? '等次还没有研究确定；定等以后书面通报并谈话反馈，在这里登记日期和签字。'
            : '还没有登记；书面通报并谈话反馈以后，在这里登记日期和签字。'}
        </p>
      ) : (
        <>
          <p>
            {feedbackOn !== null && `${formatDots(feedbackOn)} 反馈`}
            {feedbackBy !== null && `，谈话人 ${feedbackBy}`}
            {signedOn === null ? '，本人还没有签字' : `，${formatDots(signedOn)} 签字`}
          </p>
          <p className="person-lines">{feedbackWords ?? ''}</p>
        </>
      )}
      {isEditing && <FeedbackDialog detail={detail} onClose={() => setEditing(false)} />}
    </SectionCard>
  )
}
