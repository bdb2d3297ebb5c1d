import { Alert } from 'antd'
import { useEffect } from 'react'
import { useForm } from 'react-hook-form'
import { type SubjectFields, subjectInput } from '#shared/contract/reviewInputs.ts'
import type { SchemeDetail } from '#shared/contract/reviewRows.ts'
import { errorText } from '../../../lib/errorText.ts'
import { showFieldErrors, zhResolver } from '../../../lib/forms.ts'
import { useCommand } from '../../../lib/queries.ts'
import { reviewTarget } from '../../../ui/CampaignHead.tsx'
import { DialogButtons } from '../../../ui/DialogButtons.tsx'
import { EnterMovesOn } from '../../../ui/EnterMovesOn.tsx'
import { useUndo } from '../../../ui/undo.ts'
import { blankSubject, type SubjectDraft } from './subjectForm.ts'
import { SubjectFieldRows } from './SubjectFieldRows.tsx'

interface SubjectByHandProps {
  readonly campaignId: string
  readonly schemes: readonly SchemeDetail[]
  /** Null for a new one. */
  readonly subject: { readonly id: string; readonly version: number; readonly fields: SubjectFields } | null
  readonly onClose: () => void
}

/** One person who accounts, written down or put right. */
export function SubjectByHand({ campaignId, schemes, subject, onClose }: SubjectByHandProps) {
  const undo = useUndo()
  const add = useCommand('reviews.addSubjects')
  const update = useCommand('reviews.updateSubject')
  const form = useForm<SubjectDraft, unknown, SubjectFields>({
    resolver: zhResolver(subjectInput),
    defaultValues: subject?.fields ?? blankSubject(schemes[0]),
  })
  const error = add.error ?? update.error
  useEffect(() => {
    showFieldErrors(form, error, subject === null ? 'subjects.0.' : 'fields.')
  }, [error, form, subject])
  const onSuccess = (): void => {
    undo.done(subject === null ? '已添加述职人' : '已保存', reviewTarget)
    onClose()
  }
  const submit = form.handleSubmit((fields) => {
    if (subject === null) return add.mutate({ campaignId, subjects: [fields] }, { onSuccess })
    const { id, version } = subject
    return update.mutate({ id, version, fields }, { onSuccess })
  })
  return (
    <EnterMovesOn
      className="dialog-stack form-stacked"
      label="述职人"
      onSubmit={(event) => void submit(event)}
    >
      <SubjectFieldRows form={form} schemes={schemes} />
      {error !== null && <Alert type="error" showIcon role="alert" title={errorText(error)} />}
      <DialogButtons
        confirmText={subject === null ? '添加' : '保存'}
        busy={add.isPending || update.isPending}
        onCancel={onClose}
      />
    </EnterMovesOn>
  )
}
