import { Button } from 'antd'
import { useState } from 'react'
import type { ElectionDetail, ElectionStepRow } from '#shared/contract/electionRows.ts'
import { electionDocumentLabels } from '#shared/labels/elections.ts'
import { formatPartialDate } from '#shared/lib/dates.ts'
import { call } from '../../lib/api.ts'
import { useHasRight } from '../../lib/session.ts'
import { FindingNotes } from '../../ui/FindingNotes.tsx'
import { SectionCard } from '../../ui/SectionCard.tsx'
import { useExport } from '../../ui/useExport.ts'
import { isOpen } from './electionView.ts'
import { StepDialog } from './StepDialog.tsx'

interface ElectionStepsProps {
  readonly detail: ElectionDetail
  readonly canWrite: boolean
}

/** The flow card of twelve steps: when each was done, by which paper, and the papers it needs. */
export function ElectionSteps({ detail, canWrite }: ElectionStepsProps) {
  const canExport = useHasRight('document.export')
  const { isBusy, run } = useExport()
  const [editing, setEditing] = useState<number | null>(null)
  const step = detail.steps.find(({ no }) => no === editing)
  const next = detail.steps.find(({ doneOn }) => doneOn === null)
  const mayWrite = canWrite && (isOpen(detail) || detail.status === 'done')
  return (
    <SectionCard
      title="换届流程"
      extra={
        <span className="muted">
          已办 {detail.steps.filter(({ doneOn }) => doneOn !== null).length} / 12 步
        </span>
      }
    >
      <ol className="election-steps">
        {detail.steps.map((each) => (
          <li key={each.no} className={`election-step${each.doneOn === null ? '' : ' election-step-done'}`}>
            <StepMark step={each} />
            <div>
              <div className="election-step-title">
                {each.no}. {each.title}
              </div>
              <div className="muted">{each.sentence}</div>
              <StepFacts step={each} />
              {canExport && each.documents.length > 0 && (
                <div className="election-papers">
                  {each.documents.map((document) => (
                    <Button
                      key={document}
                      size="small"
                      loading={isBusy}
                      onClick={() =>
                        void run(() => call('documents.exportElection', { electionId: detail.id, document }))
                      }
                    >
                      {electionDocumentLabels[document]}
                    </Button>
                  ))}
                </div>
              )}
            </div>
            {mayWrite && (
              <Button
                size="small"
                type={each === next ? 'primary' : 'default'}
                aria-label={`登记第 ${each.no} 步 ${each.title}`}
                onClick={() => setEditing(each.no)}
              >
                {each.doneOn === null ? '登记' : '修改'}
              </Button>
            )}
            {each.findings.length > 0 && (
              <div className="election-step-findings">
                <FindingNotes findings={each.findings} />
              </div>
            )}
          </li>
        ))}
      </ol>
      {step !== undefined && (
        <StepDialog key={step.no} detail={detail} step={step} onClose={() => setEditing(null)} />
      )}
    </SectionCard>
  )
}

function StepMark({ step }: { readonly step: ElectionStepRow }) {
  return step.doneOn === null ? (
    <span className="election-step-no" title="未办">
      <span aria-hidden="true">○</span>
      <span className="visually-hidden">第 {step.no} 步未办</span>
    </span>
  ) : (
    <span className="election-step-no" title="已办">
      <span aria-hidden="true">✓</span>
      <span className="visually-hidden">第 {step.no} 步已办</span>
    </span>
  )
}

function StepFacts({ step }: { readonly step: ElectionStepRow }) {
  const facts = [step.doneOn === null ? null : formatPartialDate(step.doneOn), step.docNo, step.note].filter(
    (fact) => fact !== null,
  )
  return facts.length === 0 ? null : <div>{facts.join('　')}</div>
}
