import { Input } from 'antd'
import type { Finding } from '#shared/domain/finding.ts'
import { FindingNotes } from '../../../ui/FindingNotes.tsx'
import { FormRow } from '../../../ui/FormRow.tsx'

interface RefusalNotesProps {
  readonly refusals: readonly Finding[]
  readonly reason: string
  readonly onReason: (reason: string) => void
  readonly error?: string | undefined
  /** Asks for the reason also where the rules said nothing here: the core did. */
  readonly isAsked?: boolean
}

/** Why something could not have been done so, and the reason for recording it all the same: what did happen is never refused. */
export function RefusalNotes({ refusals, reason, onReason, error, isAsked = false }: RefusalNotesProps) {
  if (refusals.length === 0 && reason === '' && !isAsked) return null
  return (
    <section className="dev-refusals" aria-label="不符合规定" aria-live="polite">
      <FindingNotes findings={refusals} />
      <FormRow
        label="确实这样办理的，说明原因后登记"
        error={error}
        hint="如：补录历史档案，原始材料如此。原因同这一步一起保存，检查时看得到。"
      >
        {(ids) => (
          <Input.TextArea
            {...ids}
            rows={2}
            maxLength={200}
            value={reason}
            onChange={(event) => onReason(event.target.value)}
          />
        )}
      </FormRow>
    </section>
  )
}

/** What the rules will say of it once it stands there. */
export function StepFindings({ findings }: { readonly findings: readonly Finding[] }) {
  if (findings.length === 0) return null
  return (
    <section aria-label="登记后会有的提示">
      <p className="muted small">登记后会有的提示：</p>
      <FindingNotes findings={findings} />
    </section>
  )
}
