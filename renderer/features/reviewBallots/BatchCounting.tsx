import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import type { BatchDetail } from '#shared/contract/reviewBallots.ts'
import type { CampaignDetail } from '#shared/contract/reviewRows.ts'
import { useCommand } from '../../lib/queries.ts'
import { LinkTabs } from '../../ui/LinkTabs.tsx'
import { SectionCard } from '../../ui/SectionCard.tsx'
import { batchAddress } from './batchWords.ts'
import { CloseDialog } from './CloseDialog.tsx'
import { DifferencesPanel } from './DifferencesPanel.tsx'
import { KeyingPanel } from './KeyingPanel.tsx'
import { TallyPanel } from './TallyPanel.tsx'

type Part = 'first' | 'second' | 'check'
const partNames: Readonly<Record<Part, string>> = { first: '第一遍', second: '第二遍', check: '核对' }

interface BatchCountingProps {
  readonly batch: BatchDetail
  readonly campaign: CampaignDetail
  /** Opens the dialog of the batch’s own facts. */
  readonly onEdit: () => void
}

/** How an open batch is counted: called out, keyed twice, or put right after reading a file. */
export function BatchCounting({ batch, campaign, onEdit }: BatchCountingProps) {
  const gradeSet = campaign.schemes.find(({ id }) => id === batch.schemeId)?.scheme.gradeSet ?? 'G4A'
  const { people, method } = batch
  if (method !== 'file' && people.every(({ returned }) => returned === 0))
    return (
      <SectionCard title="等待收票">
        <Alert
          type="info"
          showIcon
          title="还没有登记收回的票数"
          description="票收齐、清点以后，先登记每人收回多少张，再开始计票。"
          action={
            <Button type="primary" onClick={onEdit}>
              登记收回票数
            </Button>
          }
        />
      </SectionCard>
    )
  if (method === 'tally')
    return (
      <SectionCard title="唱票计票结果">
        <TallyPanel batch={batch} gradeSet={gradeSet} />
      </SectionCard>
    )
  return <Keying batch={batch} gradeSet={gradeSet} />
}

interface KeyingProps {
  readonly batch: BatchDetail
  readonly gradeSet: 'G4A' | 'G4B'
}

function Keying({ batch, gradeSet }: KeyingProps) {
  const [params] = useSearchParams()
  const isFile = batch.method === 'file'
  const parts: readonly Part[] = isFile ? ['check'] : ['first', 'second', 'check']
  const mine = batch.passes.find(({ isMine, sheets }) => isMine && sheets > 0)
  // Whoever comes second begins with the second keying.
  const free = batch.passes.find(({ whyNot }) => whyNot === null)
  const usual = (mine ?? free)?.pass === 2 ? 'second' : parts[0]
  const asked = parts.find((part) => part === params.get('part')) ?? usual ?? 'check'
  return (
    <SectionCard
      title={isFile ? '对照原票更正' : '逐票录入两遍'}
      extra={
        parts.length > 1 && (
          <LinkTabs
            label="录入"
            tabs={parts.map((part) => ({
              to: `${batchAddress(batch.id)}?part=${part}`,
              label: partNames[part],
              isCurrent: part === asked,
            }))}
          />
        )
      }
    >
      {asked === 'first' && <KeyingPanel key="1" batch={batch} gradeSet={gradeSet} pass={1} />}
      {asked === 'second' && <KeyingPanel key="2" batch={batch} gradeSet={gradeSet} pass={2} />}
      {asked === 'check' && (
        <>
          <DifferencesPanel batch={batch} gradeSet={gradeSet} />
          <CloseKeyed batch={batch} />
        </>
      )}
    </SectionCard>
  )
}

function CloseKeyed({ batch }: { readonly batch: BatchDetail }) {
  const [isAsking, setAsking] = useState(false)
  const close = useCommand('reviewBallots.close')
  return (
    <div className="ballot-foot">
      {batch.whyNotClosed !== null && <span className="muted">还不能计票：{batch.whyNotClosed}</span>}
      <Button type="primary" disabled={batch.whyNotClosed !== null} onClick={() => setAsking(true)}>
        完成计票
      </Button>
      {isAsking && (
        <CloseDialog
          batch={batch}
          busy={close.isPending}
          error={close.error}
          onCancel={() => setAsking(false)}
          onConfirm={() => close.mutate({ id: batch.id, version: batch.version })}
        >
          <p>完成后逐张录入的内容立即清除，只留各项票数的合计，不能撤销。纸质票请按规定密封保存。</p>
        </CloseDialog>
      )}
    </div>
  )
}
