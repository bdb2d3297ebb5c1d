import { type ReactNode, useState } from 'react'
import type { MemberFinding } from '#shared/contract/members.ts'
import { useCommand } from '../../lib/queries.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { useToast } from '../../ui/useToast.ts'

interface FindingAnswers {
  readonly onKeep: (finding: MemberFinding) => void
  readonly onWithdrawKeep: (finding: MemberFinding) => void
  readonly dialog: ReactNode
}

/** 说明原因后保留: the reason is kept with the record, and can be taken back. */
export function useFindingAnswers(memberId: string): FindingAnswers {
  const toast = useToast()
  const [asked, setAsked] = useState<MemberFinding | null>(null)
  const keep = useCommand('findings.override')
  const withdraw = useCommand('findings.withdrawOverride')
  const target = { subject: 'member' as const, subjectId: memberId }
  const dialog = (
    <ConfirmDialog
      open={asked !== null}
      title="说明原因后保留"
      confirmText="保留"
      reason={{ label: '保留的原因', placeholder: '如：已与档案核对，档案认定日期与身份证不同' }}
      busy={keep.isPending}
      error={keep.error}
      onCancel={() => setAsked(null)}
      onConfirm={(reason) => {
        if (asked === null) return
        keep.mutate({ ...target, code: asked.code, reason }, { onSuccess: () => setAsked(null) })
      }}
    >
      <div>{asked?.message}</div>
      <div className="muted small">依据：{asked?.basis}</div>
    </ConfirmDialog>
  )
  return {
    onKeep: (finding) => {
      keep.reset()
      setAsked(finding)
    },
    onWithdrawKeep: ({ code }) => withdraw.mutate({ ...target, code }, { onError: toast.failure }),
    dialog,
  }
}
