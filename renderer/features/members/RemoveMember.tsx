import { Alert, Button } from 'antd'
import { useState } from 'react'
import type { MemberDetail } from '#shared/contract/members.ts'
import { formatInstant } from '../../lib/formatInstant.ts'
import { useCommand } from '../../lib/queries.ts'
import { useHasRight } from '../../lib/session.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { memberTarget, useUndo } from '../../ui/undo.ts'
import { useToast } from '../../ui/useToast.ts'

interface RemoveMemberProps {
  readonly detail: MemberDetail
  readonly onRemoved: () => void
}

export function RemoveMember({ detail, onRemoved }: RemoveMemberProps) {
  const [isAsking, setIsAsking] = useState(false)
  const trash = useCommand('members.trash')
  return (
    <>
      <Button danger onClick={() => setIsAsking(true)}>
        删除
      </Button>
      <ConfirmDialog
        open={isAsking}
        danger
        title={`删除 ${detail.record.name} 到回收站`}
        confirmText="删除到回收站"
        reason={{ label: '删除原因', placeholder: '如：重复录入、不属于本街道' }}
        busy={trash.isPending}
        error={trash.error}
        onCancel={() => setIsAsking(false)}
        onConfirm={(reason) => {
          // As a promise: by the time it is kept the record is in the trash and this button gone.
          trash
            .mutateAsync({ members: [{ id: detail.id, version: detail.version }], reason })
            .then(onRemoved, () => undefined)
        }}
      >
        删除后不再计入名册和统计，可以在回收站恢复。已故、转出、出党的党员不要删除，请改党籍状态。
      </ConfirmDialog>
    </>
  )
}

export function TrashedNotice({ detail }: { readonly detail: MemberDetail }) {
  const toast = useToast()
  const undo = useUndo()
  const canRestore = useHasRight('trash.restore')
  const restore = useCommand('trash.restore')
  return (
    <Alert
      type="warning"
      showIcon
      title={`这条记录在回收站${detail.deletedAt === null ? '' : `，${formatInstant(detail.deletedAt)} 删除`}`}
      description={`原因：${detail.deletedReason ?? '未写'}`}
      action={
        canRestore && (
          <Button
            loading={restore.isPending}
            onClick={() => {
              // As a promise: by the time it is kept the record is living again and this notice gone.
              restore
                .mutateAsync({ items: [{ kind: 'member', id: detail.id }] })
                .then(() => undo.done('已恢复到名册', memberTarget), toast.failure)
            }}
          >
            恢复
          </Button>
        )
      }
    />
  )
}
