import { type ReactNode, useState } from 'react'
import type { FindingSubject } from '#shared/contract/findings.ts'
import type { Finding } from '#shared/domain/finding.ts'
import { useCommand } from '../lib/queries.ts'
import { ConfirmDialog } from './ConfirmDialog.tsx'
import { useToast } from './useToast.ts'

export interface FindingAnswers {
  readonly onKeep: (finding: Finding) => void
  readonly onWithdrawKeep: (finding: Finding) => void
}

interface FindingSubjectOf {
  readonly subject: FindingSubject
  readonly subjectId: string
  /** Such a reason as clerks write. */
  readonly example: string
}

/** 说明原因后保留: the rules warn and never decide; the reason is kept with the record, and can be taken back. */
export function useFindingAnswers({
  subject,
  subjectId,
  example,
}: FindingSubjectOf): FindingAnswers & { readonly dialog: ReactNode } {
  const toast = useToast()
  const [asked, setAsked] = useState<Finding | null>(null)
  const keep = useCommand('findings.override')
  const withdraw = useCommand('findings.withdrawOverride')
  const dialog = (
    <ConfirmDialog
      open={asked !== null}
      title="说明原因后保留"
      confirmText="保留"
      reason={{ label: '保留的原因', placeholder: example }}
      busy={keep.isPending}
      error={keep.error}
      onCancel={() => setAsked(null)}
      onConfirm={(reason) => {
        if (asked === null) return
        keep.mutate({ subject, subjectId, code: asked.code, reason }, { onSuccess: () => setAsked(null) })
      }}
    >
      <p>{asked?.message}</p>
      <p className="muted small">
        依据：{asked?.basis}。保留后不再计入提示数，原因随时可查，也可以取消保留。
      </p>
    </ConfirmDialog>
  )
  return {
    onKeep: (finding) => {
      keep.reset()
      setAsked(finding)
    },
    onWithdrawKeep: ({ code }) => withdraw.mutate({ subject, subjectId, code }, { onError: toast.failure }),
    dialog,
  }
}
