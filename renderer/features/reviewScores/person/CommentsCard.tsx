import { Button } from 'antd'
import { useState } from 'react'
import { useFieldArray, useForm } from 'react-hook-form'
import { z } from 'zod'
import { commentInput } from '#shared/contract/reviewInputs.ts'
import type { SubjectDetail } from '#shared/contract/reviewRows.ts'
import { formatDots } from '#shared/lib/dates.ts'
import { zhResolver } from '../../../lib/forms.ts'
import { PartialDateField } from '../../../ui/PartialDateField.tsx'
import { SectionCard } from '../../../ui/SectionCard.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { PartDialog } from './PartDialog.tsx'
import { usePart } from './usePart.ts'

const schema = z.strictObject({ comments: z.array(commentInput) })
type Form = z.input<typeof schema>
type Kept = z.output<typeof schema>

const blank: Form['comments'][number] = { commenter: '', content: '', saidOn: null }

function CommentsDialog({
  detail,
  onClose,
}: {
  readonly detail: SubjectDetail
  readonly onClose: () => void
}) {
  const { comments } = detail
  const saved: Form = {
    comments:
      comments.length === 0
        ? [blank]
        : comments.map(({ commenter, content, saidOn }) => ({ commenter, content, saidOn })),
  }
  const form = useForm<Form, unknown, Kept>({ resolver: zhResolver(schema), defaultValues: saved })
  const list = useFieldArray({ control: form.control, name: 'comments' })
  const part = usePart({
    route: 'reviews.saveComments',
    form,
    detail,
    saved,
    said: '已保存点评',
    input: (head, kept) => ({ ...head, ...kept }),
    onClose,
  })
  return (
    <PartDialog title={`${detail.fields.name}：领导点评`} part={part}>
      {list.fields.map((field, index) => (
        <fieldset key={field.id} className="person-comment">
          <legend>第 {index + 1} 条</legend>
          <div className="person-two">
            <TextField
              control={form.control}
              name={`comments.${index}.commenter`}
              label="点评人"
              required
              maxLength={50}
            />
            <PartialDateField
              control={form.control}
              name={`comments.${index}.saidOn`}
              label="日期"
              wholeDay
            />
          </div>
          <TextField
            control={form.control}
            name={`comments.${index}.content`}
            label="点评内容"
            required
            rows={3}
            maxLength={2000}
          />
          <Button onClick={() => list.remove(index)}>删去这一条</Button>
        </fieldset>
      ))}
      <div>
        <Button onClick={() => list.append(blank)}>再加一条</Button>
      </div>
    </PartDialog>
  )
}

/** 领导逐一点评. */
export function CommentsCard({
  detail,
  canWrite,
}: {
  readonly detail: SubjectDetail
  readonly canWrite: boolean
}) {
  const [isEditing, setEditing] = useState(false)
  const { comments } = detail
  return (
    <SectionCard
      title="领导点评"
      id="comments"
      extra={
        canWrite ? (
          <Button onClick={() => setEditing(true)}>{comments.length === 0 ? '登记' : '修改'}</Button>
        ) : undefined
      }
    >
      {comments.length === 0 ? (
        <p className="muted">还没有登记。点评里指出的问题可以转为整改事项。</p>
      ) : (
        <ul className="person-list">
          {comments.map(({ id, commenter, content, saidOn }) => (
            <li key={id}>
              <strong>{commenter}</strong>
              {saidOn !== null && <span className="muted"> {formatDots(saidOn)}</span>}
              <p className="person-lines">{content}</p>
            </li>
          ))}
        </ul>
      )}
      {isEditing && <CommentsDialog detail={detail} onClose={() => setEditing(false)} />}
    </SectionCard>
  )
}
