import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import type { LostCaseDetail } from '#shared/contract/lostCases.ts'
import { codeName } from '#shared/labels/codeTables.ts'
import { lostStatusLabels } from '#shared/labels/lostCases.ts'
import { invalidateAfter, useCall, useCommand } from '../../lib/queries.ts'
import { useHasRight } from '../../lib/session.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { FindingNotes } from '../../ui/FindingNotes.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Page } from '../../ui/Page.tsx'
import { RecordStates } from '../../ui/RecordStates.tsx'
import { RecordHistory } from '../../ui/RecordHistory.tsx'
import { SectionCard } from '../../ui/SectionCard.tsx'
import { useUndo } from '../../ui/undo.ts'
import { UndoLastButton } from '../../ui/UndoLastButton.tsx'
import { Attempts } from './Attempts.tsx'
import { DecisionDialog } from './DecisionDialog.tsx'
import { LostSteps } from './LostSteps.tsx'
import { lostTarget } from './lostView.ts'
import { EditDialog, FoundDialog } from './NoteDialogs.tsx'
import { RestoreDialog } from './RestoreDialog.tsx'
import type { LostDeed } from './steps.ts'
import './lost.css'

const breadcrumb = [{ label: '失联党员', to: '/mobility/lost' }]

export function LostCasePage() {
  const { id = '' } = useParams()
  const found = useCall('lost.get', { id })
  if (found.data !== undefined) return <KnownCase detail={found.data} />
  return (
    <Page title="失联处置" breadcrumb={breadcrumb}>
      <RecordStates
        query={found}
        what="查看失联党员"
        missing="找不到这条失联处置"
        back={{ label: '返回列表', to: '/mobility/lost' }}
      />
    </Page>
  )
}

function KnownCase({ detail }: { readonly detail: LostCaseDetail }) {
  const navigate = useNavigate()
  const canWrite = useHasRight('member.write')
  const canSeeHistory = useHasRight('activity.read')
  const client = useQueryClient()
  const undo = useUndo()
  const [open, setOpen] = useState<LostDeed | 'trash' | null>(null)
  const { memberName, memberId, organizationName, personType, status, findings } = detail
  const isOver = detail.stage === 'over'
  return (
    <Page
      title={memberName}
      subtitle={`${organizationName}　${codeName('personType', personType) ?? ''}　${lostStatusLabels[status]}`}
      breadcrumb={breadcrumb}
      actions={
        <>
          <LinkButton to={`/members/${memberId}`}>党员信息</LinkButton>
          {canWrite && <UndoLastButton target={lostTarget} />}
          {canWrite && <Button onClick={() => setOpen('trash')}>删除</Button>}
        </>
      }
    >
      <div className="lost-layout">
        <div className="lost-main">
          <LostSteps detail={detail} canWrite={canWrite} onDeed={setOpen} />
          <Attempts detail={detail} canWrite={canWrite} />
        </div>
        <div className="lost-side">
          <SectionCard title="提示">
            {findings.length === 0 ? (
              <p className="muted">{isOver ? '已办结，没有要核对的问题。' : '没有到期的事项。'}</p>
            ) : (
              <FindingNotes findings={findings.filter(({ field }) => field !== 'attempts')} />
            )}
          </SectionCard>
          {canSeeHistory && (
            <SectionCard title="修改历史">
              <RecordHistory kind="lostCase" id={detail.id} version={detail.version} isFrozen />
              <p className="muted small">
                党籍状态的变化见<Link to={`/members/${memberId}`}>党员信息</Link>。
              </p>
            </SectionCard>
          )}
        </div>
      </div>
      <StepDialog
        open={open}
        detail={detail}
        onClose={() => setOpen(null)}
        onDone={(title) => {
          setOpen(null)
          undo.done(`已登记：${title}`, lostTarget)
        }}
      />
      {open === 'trash' && (
        <TrashDialog
          detail={detail}
          onCancel={() => setOpen(null)}
          onDone={() => {
            undo.done('已删除到回收站', lostTarget)
            void navigate('/mobility/lost')
            void invalidateAfter(client, 'lost.trash')
          }}
        />
      )}
    </Page>
  )
}

interface StepDialogProps {
  readonly open: LostDeed | 'trash' | null
  readonly detail: LostCaseDetail
  readonly onDone: (title: string) => void
  readonly onClose: () => void
}

function StepDialog({ open, detail, onDone, onClose }: StepDialogProps) {
  const common = { detail, onDone, onCancel: onClose }
  switch (open) {
    case 'stop':
    case 'expel':
    case 'revoke':
      return <DecisionDialog deed={open} {...common} />
    case 'restore':
      return <RestoreDialog {...common} />
    case 'found':
      return <FoundDialog {...common} />
    case 'edit':
      return <EditDialog {...common} />
    case 'trash':
    case null:
      return null
    default:
      return open satisfies never
  }
}

interface TrashDialogProps {
  readonly detail: LostCaseDetail
  readonly onDone: () => void
  readonly onCancel: () => void
}

function TrashDialog({ detail: { id, version, memberName }, onDone, onCancel }: TrashDialogProps) {
  // Quiet until the page is left: asked again, it would not be found.
  const trash = useCommand('lost.trash', { quiet: true })
  return (
    <ConfirmDialog
      open
      danger
      title={`删除“${memberName}”的失联处置到回收站`}
      confirmText="删除到回收站"
      reason={{ label: '删除原因', placeholder: '如：登记错了人、重复登记' }}
      busy={trash.isPending}
      error={trash.error}
      onCancel={onCancel}
      onConfirm={(reason) => trash.mutate({ id, version, reason }, { onSuccess: onDone })}
    >
      <p>只用于登记错的；查找记录一起移到回收站，可以恢复。花名册上的失联标记和党籍状态不变。</p>
      <p className="muted">找到了人请用“登记取得联系”，不要删除。</p>
    </ConfirmDialog>
  )
}
