import { Alert, Checkbox } from 'antd'
import { useEffect, useState } from 'react'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { partialDateSchema } from '#shared/contract/dates.ts'
import type { Post } from '#shared/contract/posts.ts'
import { postPositionLabels } from '#shared/labels/posts.ts'
import { errorText } from '../../lib/errorText.ts'
import { showFieldErrors, zhResolver } from '../../lib/forms.ts'
import { useCommand } from '../../lib/queries.ts'
import { today } from '../../lib/today.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { DialogButtons } from '../../ui/DialogButtons.tsx'
import { EnterMovesOn } from '../../ui/EnterMovesOn.tsx'
import { PartialDateField } from '../../ui/PartialDateField.tsx'
import { useShortcut } from '../../ui/shortcuts.ts'
import { TextField } from '../../ui/TextField.tsx'
import { useUndo } from '../../ui/undo.ts'
import { termTarget } from './termsWords.ts'

const schema = z.strictObject({
  on: partialDateSchema,
  reason: z.string().trim().min(1, '请填写原因').max(200, '最多 200 个字'),
})

/** Somebody holds the post no more, from this day on; the history stays. */
export function PostsEndDialog({ post, onClose }: { readonly post: Post; readonly onClose: () => void }) {
  const end = useCommand('posts.end')
  const undo = useUndo()
  const [isUnknown, setUnknown] = useState(false)
  const form = useForm<z.input<typeof schema>, unknown, z.output<typeof schema>>({
    resolver: zhResolver(schema),
    defaultValues: { on: today(), reason: '' },
  })
  useEffect(() => {
    showFieldErrors(form, end.error)
  }, [end.error, form])
  const submit = form.handleSubmit(({ on, reason }) =>
    end.mutate(
      { id: post.id, version: post.version, on: isUnknown ? '' : on, reason },
      {
        onSuccess: () => {
          undo.done(`已免去“${post.personName}”的职务`, termTarget)
          onClose()
        },
      },
    ),
  )
  useShortcut('Ctrl+S', '保存', () => void submit())
  return (
    <Dialog
      title={`免去${post.personName}的${postPositionLabels[post.position]}职务`}
      onClose={onClose}
      width={520}
    >
      <EnterMovesOn
        label="免职"
        className="dialog-stack form-stacked"
        onSubmit={(event) => void submit(event)}
      >
        <p className="muted">任职经历保留。出缺的应及时补选，超过 60 天会标红。</p>
        <PartialDateField
          control={form.control}
          name="on"
          label="免职日期"
          required
          disabled={isUnknown}
          hint="从这一天起不再担任；只知道年月的可只填年月"
        />
        <Checkbox checked={isUnknown} onChange={(event) => setUnknown(event.target.checked)}>
          日期不详
        </Checkbox>
        <TextField
          control={form.control}
          name="reason"
          label="原因"
          required
          maxLength={200}
          placeholder="如：届满、工作调动、辞职、逝世"
        />
        {end.error !== null && <Alert type="error" showIcon role="alert" title={errorText(end.error)} />}
        <DialogButtons confirmText="免职" busy={end.isPending} onCancel={onClose} />
      </EnterMovesOn>
    </Dialog>
  )
}
