import { Alert } from 'antd'
import { useEffect } from 'react'
import { useForm } from 'react-hook-form'
import type { Post } from '#shared/contract/posts.ts'
import type { Term } from '#shared/contract/terms.ts'
import { errorText } from '../../lib/errorText.ts'
import { showFieldErrors, zhResolver } from '../../lib/forms.ts'
import { useCommand } from '../../lib/queries.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { DialogButtons } from '../../ui/DialogButtons.tsx'
import { EnterMovesOn } from '../../ui/EnterMovesOn.tsx'
import { useShortcut } from '../../ui/shortcuts.ts'
import { useUndo } from '../../ui/undo.ts'
import { PostsFields } from './PostsFields.tsx'
import { fieldsOf, type PostForm, type PostFormInput, postFormSchema, startOf } from './postsForm.ts'
import { termTarget } from './termsWords.ts'

interface PostsDialogProps {
  readonly place: { readonly id: string; readonly name: string }
  readonly terms: readonly Term[]
  /** Held today: whom a newcomer may take over from. */
  readonly held: readonly Post[]
  /** Null to enter a new one. */
  readonly post: Post | null
  readonly onClose: () => void
}

/** Enters one post, or puts one right. */
export function PostsDialog({ place, terms, held, post, onClose }: PostsDialogProps) {
  const enter = useCommand('posts.enter')
  const update = useCommand('posts.update')
  const undo = useUndo()
  const { isPending, error } = post === null ? enter : update
  const form = useForm<PostFormInput, unknown, PostForm>({
    resolver: zhResolver(postFormSchema),
    defaultValues: startOf(post, terms),
  })
  useEffect(() => {
    showFieldErrors(form, error, 'posts.0.')
  }, [error, form])
  const submit = form.handleSubmit((values) => {
    const fields = fieldsOf(values)
    if (fields === null) return
    const onSuccess = (): void => {
      undo.done(`已保存“${place.name}”的任职`, termTarget)
      onClose()
    }
    if (post === null) {
      const former = held.find(({ id }) => id === values.replaces)
      const replaces = former === undefined ? null : { id: former.id, version: former.version }
      enter.mutate({ organizationId: place.id, posts: [fields], replaces }, { onSuccess })
      return
    }
    const { phone, ...rest } = fields
    update.mutate(
      { id: post.id, version: post.version, fields: { ...rest, ...(phone === null ? {} : { phone }) } },
      { onSuccess },
    )
  })
  useShortcut('Ctrl+S', '保存', () => void submit())
  return (
    <Dialog
      title={post === null ? `登记“${place.name}”的任职` : `修改“${post.personName}”的任职`}
      onClose={onClose}
      width={680}
    >
      <EnterMovesOn label="任职" className="dialog-stack" onSubmit={(event) => void submit(event)}>
        <PostsFields form={form} terms={terms} held={post === null ? held : []} post={post} />
        {error !== null && <Alert type="error" showIcon role="alert" title={errorText(error)} />}
        <DialogButtons confirmText="保存" busy={isPending} onCancel={onClose} />
      </EnterMovesOn>
    </Dialog>
  )
}
