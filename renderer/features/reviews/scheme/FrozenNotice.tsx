import { Alert, Button } from 'antd'
import { useState } from 'react'
import type { SchemeDetail } from '#shared/contract/reviewRows.ts'
import { whyFrozen } from '#shared/domain/reviews/schemeRules.ts'
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx'

interface FrozenNoticeProps {
  readonly detail: SchemeDetail
  /** Why it is changed all the same; null before anybody has said so. */
  readonly reason: string | null
  readonly canWrite: boolean
  readonly onReason: (reason: string | null) => void
}

/** Once ballots are in the scheme stands; a change needs its reason first. */
export function FrozenNotice({ detail, reason, canWrite, onReason }: FrozenNoticeProps) {
  const [isAsking, setIsAsking] = useState(false)
  const { ballotsIn, changeReason } = detail
  const frozen = whyFrozen(ballotsIn, reason ?? '')
  return (
    <>
      {frozen !== null && (
        <Alert
          type="warning"
          showIcon
          title={frozen}
          {...(canWrite
            ? {
                action: (
                  <Button size="small" onClick={() => setIsAsking(true)}>
                    写明原因后调整
                  </Button>
                ),
              }
            : {})}
        />
      )}
      {ballotsIn > 0 && reason !== null && (
        <Alert
          type="info"
          showIcon
          title={`调整原因：${reason}`}
          description="保存后，已经计票的分数按新方案重新计算；已定的等次不变，分数变了的会提示。已经计票的，测评群体和并入、少于几票不单列、收回率不计分、评过的指标不能再改。"
          action={
            <Button size="small" onClick={() => onReason(null)}>
              不调整了
            </Button>
          }
        />
      )}
      {changeReason !== null && reason === null && <p className="muted">上次调整的原因：{changeReason}</p>}
      {isAsking && (
        <ConfirmDialog
          open
          title="调整已冻结的方案"
          confirmText="开始调整"
          reason={{ label: '调整原因', placeholder: '如：党工委 12 月 3 日会议研究，日常考核权重改为 50' }}
          onCancel={() => setIsAsking(false)}
          onConfirm={(text) => {
            setIsAsking(false)
            onReason(text)
          }}
        >
          <p>已收回 {ballotsIn} 张测评票。改动会让已经算出的分数变化，原因记入修改历史。</p>
        </ConfirmDialog>
      )}
    </>
  )
}
