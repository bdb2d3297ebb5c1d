import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useEffect, useState } from 'react'
import { useForm } from 'react-hook-form'
import { Link } from 'react-router'
import type { RectificationFields as Fields } from '#shared/contract/reviewInputs.ts'
import type { RectificationRow } from '#shared/contract/reviewRows.ts'
import { whyNotReported } from '#shared/domain/reviews/rectification.ts'
import { rectifyStateLabels } from '#shared/labels/reviews.ts'
import { errorText } from '../../lib/errorText.ts'
import { showFieldErrors, zhResolver } from '../../lib/forms.ts'
import { invalidateAfter, useCommand } from '../../lib/queries.ts'
import { subjectAddress } from '../../lib/reviewAddresses.ts'
import { useHasRight } from '../../lib/session.ts'
import { today } from '../../lib/today.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { DialogButtons } from '../../ui/DialogButtons.tsx'
import { EnterMovesOn } from '../../ui/EnterMovesOn.tsx'
import { FindingNotes } from '../../ui/FindingNotes.tsx'
import { useUndo } from '../../ui/undo.ts'
import { RectificationFields } from './RectificationFields.tsx'
import { type RectificationDraft, rectificationSchema } from './rectificationForm.ts'
import { rectificationTarget } from './rectificationView.ts'

interface RectificationDialogProps {
  readonly row: RectificationRow
  readonly onClose: () => void
}

/** One 整改事项, from the problem to its report at the next review. */
export function RectificationDialog({ row, onClose }: RectificationDialogProps) {
  const { id, version, fields, findings } = row
  const undo = useUndo()
  const canWrite = useHasRight('organization.write')
  const [isTrashing, setTrashing] = useState(false)
  const update = useCommand('rectifications.update')
  const form = useForm<RectificationDraft, unknown, Fields>({
    resolver: zhResolver(rectificationSchema),
    defaultValues: fields,
  })
  const { error } = update
  useEffect(() => {
    showFieldErrors(form, error)
  }, [error, form])
  const submit = form.handleSubmit((values) =>
    update.mutate(
      { id, version, fields: values },
      {
        onSuccess: () => {
          undo.done('已保存', rectificationTarget)
          onClose()
        },
      },
    ),
  )
  if (isTrashing) return <TrashItem row={row} onCancel={() => setTrashing(false)} onDone={onClose} />
  return (
    <Dialog title="整改事项" width={760} onClose={onClose} isReading={!canWrite}>
      <EnterMovesOn
        className="dialog-stack form-stacked"
        label="整改事项"
        onSubmit={(event) => void submit(event)}
      >
        <div className="rectify-of">
          <Link to={subjectAddress(row.subjectId)}>{row.subjectName}</Link>
          <span className="muted">
            {row.organizationName}，{row.year}年度，{rectifyStateLabels[row.state]}
            {row.isCarried && '，由上一年度转入'}
          </span>
        </div>
        <FindingNotes findings={findings} />
        <RectificationFields
          form={form}
          disabled={!canWrite}
          hasReport={fields.reportedOn !== null || whyNotReported(today(), row.year, today()) === null}
        />
        {error !== null && <Alert type="error" showIcon role="alert" title={errorText(error)} />}
        {canWrite ? (
          <div className="rectify-foot">
            <Button danger onClick={() => setTrashing(true)}>
              删除
            </Button>
            <DialogButtons confirmText="保存" busy={update.isPending} onCancel={onClose} />
          </div>
        ) : (
          <div className="dialog-buttons">
            <Button onClick={onClose}>关闭</Button>
          </div>
        )}
      </EnterMovesOn>
    </Dialog>
  )
}

interface TrashItemProps {
  readonly row: RectificationRow
  readonly onCancel: () => void
  readonly onDone: () => void
}

function TrashItem({ row: { id, version, fields }, onCancel, onDone }: TrashItemProps) {
  const client = useQueryClient()
  const undo = useUndo()
  const trash = useCommand('rectifications.trash', { quiet: true })
  return (
    <ConfirmDialog
      open
      danger
      title="删除整改事项到回收站"
      confirmText="删除到回收站"
      reason={{ label: '删除原因', placeholder: '如：登错了人、重复登记' }}
      busy={trash.isPending}
      error={trash.error}
      onCancel={onCancel}
      onConfirm={(reason) =>
        trash.mutate(
          { id, version, reason },
          {
            onSuccess: () => {
              undo.done('已删除到回收站', rectificationTarget)
              onDone()
              void invalidateAfter(client, 'rectifications.trash')
            },
          },
        )
      }
    >
      <p>“{fields.problem}”移到回收站，可以恢复。</p>
    </ConfirmDialog>
  )
}
