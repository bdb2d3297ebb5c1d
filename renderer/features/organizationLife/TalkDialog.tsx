import { Alert, Button } from 'antd'
import { useEffect, useState } from 'react'
import { useForm } from 'react-hook-form'
import { useQueryClient } from '@tanstack/react-query'
import type { TalkFields as Fields } from '#shared/contract/organizationLife.ts'
import type { RouteOutput } from '#shared/contract/routes.ts'
import { errorText } from '../../lib/errorText.ts'
import { showFieldErrors, zhResolver } from '../../lib/forms.ts'
import { invalidateAfter, useCommand } from '../../lib/queries.ts'
import { useHasRight } from '../../lib/session.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { DialogButtons } from '../../ui/DialogButtons.tsx'
import { EnterMovesOn } from '../../ui/EnterMovesOn.tsx'
import { useUndo } from '../../ui/undo.ts'
import { talkTarget } from './lifeView.ts'
import { blankTalk, type TalkDraft, talkDraftOf, talkSchema } from './talkForm.ts'
import { TalkFields } from './TalkFields.tsx'
import { TrashDialog } from './TrashDialog.tsx'

interface TalkDialogProps {
  /** Null for a new one. */
  readonly detail: RouteOutput<'talks.get'> | null
  /** Of a new one, where it is known. */
  readonly organizationId: string | null
  readonly talked?: { readonly talkedId: string | null; readonly name: string }
  readonly onClose: () => void
}

/** One 谈心谈话 with what was said. */
export function TalkDialog({ detail, organizationId, talked, onClose }: TalkDialogProps) {
  const client = useQueryClient()
  const undo = useUndo()
  const canWrite = useHasRight('member.write')
  const [isTrashing, setTrashing] = useState(false)
  const save = useCommand('talks.save')
  const trash = useCommand('talks.trash', { quiet: true })
  const form = useForm<TalkDraft, unknown, Fields>({
    resolver: zhResolver(talkSchema),
    defaultValues: detail === null ? blankTalk(organizationId, talked) : talkDraftOf(detail.fields),
  })
  const { error } = save
  useEffect(() => {
    showFieldErrors(form, error)
  }, [error, form])
  const submit = form.handleSubmit((fields) =>
    save.mutate(
      { id: detail?.id ?? null, version: detail?.version ?? null, fields },
      {
        onSuccess: () => {
          undo.done(detail === null ? '已登记谈心谈话' : '已保存', talkTarget)
          onClose()
        },
      },
    ),
  )
  const title = detail === null ? '登记谈心谈话' : '谈心谈话'
  const disabled = !canWrite
  if (isTrashing && detail !== null)
    return (
      <TrashDialog
        what="谈心谈话"
        busy={trash.isPending}
        error={trash.error}
        onCancel={() => setTrashing(false)}
        onConfirm={(reason) =>
          trash.mutate(
            { id: detail.id, version: detail.version, reason },
            {
              onSuccess: () => {
                undo.done('已删除到回收站', talkTarget)
                onClose()
                void invalidateAfter(client, 'talks.trash')
              },
            },
          )
        }
      >
        可以在回收站恢复。
      </TrashDialog>
    )
  return (
    <Dialog title={title} width={680} onClose={onClose} isReading={!canWrite}>
      <EnterMovesOn
        className="dialog-stack form-stacked"
        label={title}
        onSubmit={(event) => void submit(event)}
      >
        <TalkFields form={form} disabled={disabled} />
        {error !== null && <Alert type="error" showIcon role="alert" title={errorText(error)} />}
        {canWrite ? (
          <div className="life-dialog-foot">
            {detail !== null && (
              <Button danger onClick={() => setTrashing(true)}>
                删除
              </Button>
            )}
            <DialogButtons confirmText="保存" busy={save.isPending} onCancel={onClose} />
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
