import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import type { TransferDetail } from '#shared/contract/transfers.ts'
import type { TransferStep } from '#shared/domain/transferStates.ts'
import { codeName } from '#shared/labels/codeTables.ts'
import {
  transferDirectionLabels,
  transferStatusLabels,
  transferStepLabels,
} from '#shared/labels/transfers.ts'
import { call } from '../../lib/api.ts'
import { formatInstant } from '../../lib/formatInstant.ts'
import { invalidateAfter, useCall, useCommand } from '../../lib/queries.ts'
import { useHasRight } from '../../lib/session.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { FindingNotes } from '../../ui/FindingNotes.tsx'
import { Page } from '../../ui/Page.tsx'
import { QueryBoundary } from '../../ui/QueryBoundary.tsx'
import { RecordHistory } from '../../ui/RecordHistory.tsx'
import { SectionCard } from '../../ui/SectionCard.tsx'
import { useUndo } from '../../ui/undo.ts'
import { UndoLastButton } from '../../ui/UndoLastButton.tsx'
import { useExport } from '../../ui/useExport.ts'
import { EditTransfer } from './EditTransfer.tsx'
import { StepDialog } from './StepDialog.tsx'
import { nextWords } from './stepWords.ts'
import { TransferFacts } from './TransferFacts.tsx'
import { TransferTimeline } from './TransferTimeline.tsx'
import { transferTarget } from './transferView.ts'
import './transfers.css'

const back = [{ label: '组织关系转接', to: '/transfers' }]

/** One transfer: what comes next in words, what the rules say, its facts and how it went. */
export function TransferPage() {
  const { id = '' } = useParams()
  const transfer = useCall('transfers.get', { id })
  if (transfer.data === undefined)
    return (
      <Page title="组织关系转接" breadcrumb={back}>
        <QueryBoundary query={transfer} what="查看组织关系转接" lines={12}>
          {() => null}
        </QueryBoundary>
      </Page>
    )
  return <Known key={id} detail={transfer.data} />
}

function Known({ detail }: { readonly detail: TransferDetail }) {
  const [isEditing, setIsEditing] = useState(false)
  const { fields, direction, status, findings } = detail
  const canSeeHistory = useHasRight('activity.read')
  const title = `${fields.personName}${transferDirectionLabels[direction]}`
  if (isEditing)
    return (
      <Page title={title} breadcrumb={back}>
        <EditTransfer detail={detail} onClose={() => setIsEditing(false)} />
      </Page>
    )
  return (
    <Page
      title={title}
      subtitle={transferStatusLabels[status]}
      breadcrumb={back}
      actions={<Actions detail={detail} onEdit={() => setIsEditing(true)} />}
    >
      <div className="transfer-layout">
        <div>
          <NextStep detail={detail} />
          {findings.length > 0 && (
            <SectionCard title={`提示（${findings.length}）`}>
              <FindingNotes findings={findings} />
            </SectionCard>
          )}
          <SectionCard title="资料">
            <TransferFacts detail={detail} />
          </SectionCard>
        </div>
        <div>
          <SectionCard title="办理经过">
            <TransferTimeline detail={detail} />
            <p className="muted small">
              登记 {formatInstant(detail.createdAt)}，最近修改 {formatInstant(detail.updatedAt)}
            </p>
          </SectionCard>
          {canSeeHistory && (
            <SectionCard title="修改历史">
              <RecordHistory kind="transfer" id={detail.id} version={detail.version} isFrozen />
            </SectionCard>
          )}
        </div>
      </div>
    </Page>
  )
}

function NextStep({ detail }: { readonly detail: TransferDetail }) {
  const [step, setStep] = useState<TransferStep | null>(null)
  const canWrite = useHasRight('member.write')
  const undo = useUndo()
  const { direction, nextSteps, known } = detail
  const labels = transferStepLabels[direction]
  return (
    <SectionCard title="下一步">
      <p className="transfer-next">{nextWords(detail)}</p>
      {known !== null && (
        <Alert
          className="transfer-notice"
          type="info"
          showIcon
          title={
            <>
              花名册里已有同一身份证号的 <Link to={`/members/${known.memberId}`}>{known.name}</Link>（
              {known.organizationName}，{codeName('partyStatus', known.partyStatus) ?? ''}）
            </>
          }
        />
      )}
      {canWrite && nextSteps.length > 0 && (
        <div className="transfer-actions">
          {nextSteps.map((each, index) => (
            <Button
              key={each}
              {...(index === 0 ? { type: 'primary' as const } : {})}
              danger={index > 0 && (each === 'return' || each === 'void')}
              onClick={() => setStep(each)}
            >
              {labels[each]}
            </Button>
          ))}
        </div>
      )}
      {step !== null && (
        <StepDialog
          detail={detail}
          step={step}
          onCancel={() => setStep(null)}
          onDone={() => {
            setStep(null)
            undo.done(`已办理：${labels[step]}`, transferTarget)
          }}
        />
      )}
    </SectionCard>
  )
}

function Actions({ detail, onEdit }: { readonly detail: TransferDetail; readonly onEdit: () => void }) {
  const navigate = useNavigate()
  const client = useQueryClient()
  const canWrite = useHasRight('member.write')
  const canPrint = useHasRight('member.reveal')
  const [isTrashing, setIsTrashing] = useState(false)
  const trash = useCommand('transfers.trash', { quiet: true })
  const undo = useUndo()
  const { isBusy, run } = useExport()
  const { id, version, direction, status, fields } = detail
  const hasLetter =
    direction === 'out' && fields.mode !== 'materials' && status !== 'waiting' && status !== 'void'
  return (
    <>
      <UndoLastButton target={{ ...transferTarget, recordId: null }} />
      {canPrint && hasLetter && (
        <Button loading={isBusy} onClick={() => void run(() => call('transfers.exportLetter', { id }))}>
          打印介绍信
        </Button>
      )}
      {canWrite && <Button onClick={onEdit}>修改</Button>}
      {canWrite && (
        <Button danger onClick={() => setIsTrashing(true)}>
          删除
        </Button>
      )}
      <ConfirmDialog
        open={isTrashing}
        title={`删除“${fields.personName}”的转接记录`}
        confirmText="删除"
        danger
        reason={{ label: '删除原因', placeholder: '如录重了' }}
        busy={trash.isPending}
        error={trash.error}
        onCancel={() => setIsTrashing(false)}
        onConfirm={(reason) =>
          trash.mutate(
            { id, version, reason },
            {
              onSuccess: () => {
                undo.done('已删除到回收站', transferTarget)
                void navigate('/transfers')
                void invalidateAfter(client, 'transfers.trash')
              },
            },
          )
        }
      >
        <p>记录移到回收站，可以恢复；花名册不受影响。介绍信写错了请用“作废”，编号才会保留。</p>
      </ConfirmDialog>
    </>
  )
}
