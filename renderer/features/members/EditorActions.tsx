import { Button } from 'antd'
import type { MemberDetail } from '#shared/contract/members.ts'
import { UndoLastButton } from '../../ui/UndoLastButton.tsx'
import { Neighbours } from './Neighbours.tsx'
import { RemoveMember } from './RemoveMember.tsx'

interface EditorActionsProps {
  readonly detail: MemberDetail | null
  readonly isReadOnly: boolean
  readonly isDirty: boolean
  readonly isSaving: boolean
  /** The sensitive fields stand there in the clear. */
  readonly hasLooked: boolean
  readonly onSave: () => void
  readonly onRemoved: () => void
}

const unsaved = '本页有未保存的修改，请先保存，再撤销上一步。'

/** What stands beside the name at the head of a member's page. */
export function EditorActions(props: EditorActionsProps) {
  const { detail, isReadOnly, isDirty, isSaving, hasLooked, onSave, onRemoved } = props
  return (
    <>
      {hasLooked && <span className="muted small">查看已记入日志</span>}
      {isDirty && <span className="muted">有未保存的修改</span>}
      {detail !== null && <Neighbours id={detail.id} />}
      {detail !== null && (
        <UndoLastButton
          target={{ kinds: ['member'], recordId: detail.id }}
          notNow={isDirty ? unsaved : null}
        />
      )}
      {detail !== null && !isReadOnly && <RemoveMember detail={detail} onRemoved={onRemoved} />}
      {!isReadOnly && (
        <Button type="primary" loading={isSaving} disabled={detail !== null && !isDirty} onClick={onSave}>
          保存
        </Button>
      )}
    </>
  )
}
