import { Button } from 'antd'
import { useId, useMemo, useState } from 'react'
import type { ImportPreview, Outcome } from '#shared/contract/imports.ts'
import { findingTitle } from '#shared/labels/findings.ts'
import { Icon } from '../../ui/icons.tsx'
import { countFindings, generalFindings } from './findingCounts.ts'
import { FindingFilter } from './FindingFilter.tsx'
import { GeneralFindings } from './GeneralFindings.tsx'
import { outcomeHints, outcomeLabels } from './importWords.ts'
import { OutcomeTabs } from './OutcomeTabs.tsx'
import { RowsTable } from './RowsTable.tsx'
import { useMarkedCopy } from './useMarkedCopy.ts'

/** Opens where attention is needed: on what is left out, else on what is new or changed. */
function firstTab({ counts }: ImportPreview['report']): Outcome | null {
  const order: readonly Outcome[] = ['blocked', 'duplicate', 'changed', 'new', 'unchanged']
  return order.find((outcome) => counts[outcome] > 0) ?? null
}

function allRowsText(code: string | null): string {
  return code === null ? '全部各行' : `带“${findingTitle(code)}”的各行`
}

function readSheets({ sheets }: ImportPreview): number {
  return sheets.filter((sheet) => sheet.rows > 0).length
}

export function PeopleStep({ preview }: { readonly preview: ImportPreview }) {
  const { report, kind, previewId } = preview
  const [outcome, setOutcome] = useState<Outcome | null>(() => firstTab(report))
  const [code, setCode] = useState<string | null>(null)
  const counts = useMemo(() => countFindings(report.findings), [report])
  const general = useMemo(() => generalFindings(report.findings), [report])
  const copy = useMarkedCopy(previewId)
  const panelId = useId()
  const tabText = outcome === null ? allRowsText(code) : `${outcomeLabels[outcome]}：${outcomeHints[outcome]}`
  return (
    <>
      <OutcomeTabs
        kind={kind}
        report={report}
        value={outcome}
        onChange={(next) => {
          setOutcome(next)
          setCode(null)
        }}
        panelId={panelId}
      />
      <div className="import-people-tools">
        {counts.length > 0 && (
          <FindingFilter
            counts={counts}
            value={code}
            onChange={(next) => {
              setCode(next)
              if (next !== null) setOutcome(null)
            }}
          />
        )}
        <Button icon={<Icon name="export" />} loading={copy.isBusy} onClick={copy.save}>
          保存标注副本
        </Button>
      </div>
      <GeneralFindings findings={general} />
      <div role="tabpanel" id={panelId} aria-label={tabText}>
        <p className="muted small import-people-hint">{tabText}</p>
        <RowsTable
          kind={kind}
          previewId={previewId}
          hasSheets={readSheets(preview) > 1}
          outcome={outcome}
          code={code}
          label={tabText}
        />
      </div>
    </>
  )
}
