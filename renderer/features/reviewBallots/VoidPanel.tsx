import { Alert, Button } from 'antd'
import { useState } from 'react'
import type { BatchDetail } from '#shared/contract/reviewBallots.ts'
import { useCommand } from '../../lib/queries.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { SectionCard } from '../../ui/SectionCard.tsx'
import { emptyTally, tallyFields } from './tallyForm.ts'

interface VoidPanelProps {
  readonly batch: BatchDetail
  readonly onEdit: () => void
}

/** REV-02: more came back than went out; either a slip in the numbers, or the batch must be held again. */
export function VoidPanel({ batch, onEdit }: VoidPanelProps) {
  const [isAsking, setAsking] = useState(false)
  const close = useCommand('reviewBallots.close')
  const closeTally = useCommand('reviewBallots.closeTally')
  const { id, version, method, people, items } = batch
  const end = (): void => {
    if (method !== 'tally') return close.mutate({ id, version })
    // Nothing of a void batch is counted, so nothing of it need be typed.
    const nothing = people.map(({ subjectId, returned }) => {
      const fields = tallyFields(subjectId, returned, emptyTally, items)
      return { ...fields, items: [...fields.items] }
    })
    return closeTally.mutate({ id, version, people: nothing })
  }
  return (
    <SectionCard title="收回的票多于发出的票">
      <Alert
        type="error"
        showIcon
        title="请先核对票数"
        description="登记错了的，改正后照常计票；确实多出的，本批测评无效，须重新测评（REV-02）。"
      />
      <div className="ballot-foot">
        <Button danger onClick={() => setAsking(true)} disabled={batch.whyNotClosed !== null}>
          本批无效，重新测评
        </Button>
        <Button type="primary" onClick={onEdit}>
          更正票数
        </Button>
      </div>
      {isAsking && (
        <ConfirmDialog
          open
          danger
          title="本批测评无效"
          confirmText="本批无效"
          busy={close.isPending || closeTally.isPending}
          error={close.error ?? closeTally.error}
          onCancel={() => setAsking(false)}
          onConfirm={end}
        >
          <p>本批一张也不计，已经录入的票立即清除，不能撤销。请另登记一批，重新测评。</p>
        </ConfirmDialog>
      )}
    </SectionCard>
  )
}
