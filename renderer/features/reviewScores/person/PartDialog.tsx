import { Alert } from 'antd'
import type { ReactNode } from 'react'
import type { FieldValues } from 'react-hook-form'
import { Dialog } from '../../../ui/Dialog.tsx'
import { DialogButtons } from '../../../ui/DialogButtons.tsx'
import { DraftKeeper } from '../../../ui/DraftKeeper.tsx'
import { DraftNotice } from '../../../ui/DraftNotice.tsx'
import { EnterMovesOn } from '../../../ui/EnterMovesOn.tsx'
import type { Part } from './usePart.ts'

interface PartDialogProps<T extends FieldValues, O> {
  readonly title: string
  readonly width?: number
  readonly part: Part<T, O>
  readonly children: ReactNode
}

/** The frame of what is entered for one part of a person's page; what is typed survives closing it by accident. */
export function PartDialog<T extends FieldValues, O>(props: PartDialogProps<T, O>) {
  const { title, width = 720, part, children } = props
  const { control, isDirty, busy, problem, offeredAt } = part
  return (
    <Dialog title={title} width={width} onClose={part.close}>
      <EnterMovesOn
        className="dialog-stack form-stacked"
        label={title}
        onSubmit={(event) => {
          event.preventDefault()
          part.submit()
        }}
      >
        {offeredAt !== null && (
          <DraftNotice updatedAt={offeredAt} onContinue={part.takeDraft} onDiscard={part.dropDraft} />
        )}
        <DraftKeeper control={control} isDirty={isDirty} also={null} onTyped={part.keep} />
        {children}
        {problem !== null && <Alert type="error" showIcon role="alert" title={problem} />}
        <DialogButtons confirmText="保存" busy={busy} onCancel={part.close} />
      </EnterMovesOn>
      {part.guard}
    </Dialog>
  )
}
