import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { ImportKind, ImportReport, Outcome } from '#shared/contract/imports.ts'
import { Icon } from '../../ui/icons.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { SectionCard } from '../../ui/SectionCard.tsx'
import {
  doneSentence,
  kindWords,
  notTaken,
  outcomeHints,
  outcomeLabels,
  withdrawnSentence,
} from './importWords.ts'
import { RowsTable } from './RowsTable.tsx'
import { useMarkedCopy } from './useMarkedCopy.ts'
import { WithdrawDialog } from './WithdrawDialog.tsx'

export interface FinishedImport {
  readonly kind: ImportKind
  readonly fileName: string
  readonly previewId: string
  readonly report: ImportReport
}

interface ImportResultProps {
  readonly finished: FinishedImport
  readonly onAnother: () => void
}

const leftOut: readonly Outcome[] = ['blocked', 'duplicate']

export function ImportResult({ finished, onAnother }: ImportResultProps) {
  const { kind, fileName, previewId, report } = finished
  const [isAsking, setIsAsking] = useState(false)
  const [isWithdrawn, setIsWithdrawn] = useState(false)
  const copy = useMarkedCopy(previewId)
  const { list } = kindWords[kind]
  const left = notTaken(report.counts)
  return (
    <div className="import-body">
      <div className="import-done">
        <h2 className="import-done-title">{isWithdrawn ? '本批已撤回' : '已入库'}</h2>
        <p>
          {isWithdrawn
            ? withdrawnSentence(kind, report.counts.new, report.counts.changed)
            : doneSentence(kind, report)}
          。
        </p>
        <p className="muted">来自：{fileName}</p>
        <div className="state-actions">
          {!isWithdrawn && (
            <LinkButton to={list.to} primary>
              {list.label}
            </LinkButton>
          )}
          <Button onClick={onAnother}>再导入一个文件</Button>
          {!isWithdrawn && report.batch !== null && (
            <Button danger onClick={() => setIsAsking(true)}>
              撤回本批
            </Button>
          )}
          <Link to="/imports/batches">全部导入批次</Link>
        </div>
      </div>
      {left > 0 && (
        <SectionCard
          title={`没有导入的 ${left} 行`}
          extra={
            <Button icon={<Icon name="export" />} loading={copy.isBusy} onClick={copy.save}>
              保存标注副本
            </Button>
          }
        >
          <p className="muted small">在副本里改好后重新导入即可，已入库的不会重复新增。</p>
          {leftOut
            .filter((outcome) => report.counts[outcome] > 0)
            .map((outcome) => (
              <section key={outcome} className="import-left-out">
                <h3 className="import-left-out-title">
                  {outcomeLabels[outcome]} {report.counts[outcome]} 行
                  <span className="import-left-out-hint">{outcomeHints[outcome]}</span>
                </h3>
                <RowsTable
                  kind={kind}
                  previewId={previewId}
                  hasSheets={report.sheets.length > 1}
                  outcome={outcome}
                  code={null}
                  label={outcomeLabels[outcome]}
                />
              </section>
            ))}
        </SectionCard>
      )}
      {report.batch !== null && (
        <WithdrawDialog
          batch={isAsking ? { id: report.batch, kind, fileName } : null}
          onClose={() => setIsAsking(false)}
          onWithdrawn={() => {
            setIsAsking(false)
            setIsWithdrawn(true)
          }}
        />
      )}
    </div>
  )
}
