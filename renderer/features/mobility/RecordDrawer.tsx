import { Button, Drawer } from 'antd'
import { useState } from 'react'
import type { MobilityDetail } from '#shared/contract/mobility.ts'
import { isOpenMobility } from '#shared/domain/mobility.ts'
import { useCall, useCommand } from '../../lib/queries.ts'
import { useHasRight } from '../../lib/session.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { FindingNotes } from '../../ui/FindingNotes.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { QueryBoundary } from '../../ui/QueryBoundary.tsx'
import { RecordHistory } from '../../ui/RecordHistory.tsx'
import { SectionCard } from '../../ui/SectionCard.tsx'
import { UndoLastButton } from '../../ui/UndoLastButton.tsx'
import { useUndo } from '../../ui/undo.ts'
import { useScale } from '../../ui/useScale.ts'
import { useToast } from '../../ui/useToast.ts'
import { CloseDialog } from './CloseDialog.tsx'
import { Contacts } from './Contacts.tsx'
import { mobilityTarget } from './mobilityView.ts'
import { RecordFacts } from './RecordFacts.tsx'

interface RecordDrawerProps {
  /** Null while closed. */
  readonly recordId: string | null
  readonly onClose: () => void
}

/** One person away: findings, what is written down, and the log of contacts, beside the list. */
export function RecordDrawer({ recordId, onClose }: RecordDrawerProps) {
  const { scale } = useScale()
  const canWrite = useHasRight('member.write')
  return (
    <Drawer
      open={recordId !== null}
      title="流动党员"
      extra={canWrite && <UndoLastButton target={mobilityTarget} />}
      size={scale === 'large' ? 940 : 780}
      onClose={onClose}
      destroyOnHidden
      classNames={{ body: 'mobility-drawer' }}
    >
      {recordId !== null && <Record key={recordId} id={recordId} onClose={onClose} />}
    </Drawer>
  )
}

function Record({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const found = useCall('mobility.get', { id })
  return (
    <QueryBoundary query={found} what="查看流动党员" lines={10}>
      {(detail) => <Known detail={detail} onClose={onClose} />}
    </QueryBoundary>
  )
}

function Known({ detail, onClose }: { readonly detail: MobilityDetail; readonly onClose: () => void }) {
  const canWrite = useHasRight('member.write')
  const canSeeHistory = useHasRight('activity.read')
  const [asking, setAsking] = useState<'close' | 'trash' | null>(null)
  const trash = useCommand('mobility.trash')
  const reopen = useCommand('mobility.reopen')
  const undo = useUndo()
  const toast = useToast()
  const { id, version, name, memberId, findings, votingHint, proposesLostCase } = detail
  const isOpen = isOpenMobility(detail.status)
  return (
    <>
      <div className="mobility-head">
        <h2 className="mobility-name">{name}</h2>
        {canWrite && (
          <span className="mobility-actions">
            {proposesLostCase && memberId !== null && (
              <LinkButton to={`/mobility/lost/new?member=${memberId}`}>转入失联处置</LinkButton>
            )}
            {isOpen && memberId !== null && findings.some(({ code }) => code === 'FLO-02') && (
              <LinkButton to={`/transfers/new?direction=out&member=${memberId}`}>办理转出</LinkButton>
            )}
            {isOpen ? (
              <Button onClick={() => setAsking('close')}>
                {detail.direction === 'LC' ? '登记返回、转出' : '登记离开、转入'}
              </Button>
            ) : (
              <Button
                loading={reopen.isPending}
                onClick={() =>
                  reopen.mutate(
                    { id, version },
                    { onSuccess: () => undo.done('已重新打开', mobilityTarget), onError: toast.failure },
                  )
                }
              >
                没有结束，重新打开
              </Button>
            )}
            <LinkButton to={`/mobility/${id}/edit`}>修改</LinkButton>
            <Button danger onClick={() => setAsking('trash')}>
              删除
            </Button>
          </span>
        )}
      </div>
      <FindingNotes findings={findings} />
      <Contacts detail={detail} canWrite={canWrite} />
      <SectionCard title="登记内容">
        <RecordFacts detail={detail} />
        <FindingNotes findings={[votingHint]} />
      </SectionCard>
      {canSeeHistory && (
        <SectionCard title="修改历史">
          <RecordHistory kind="mobilityRecord" id={id} version={version} isFrozen />
        </SectionCard>
      )}
      {asking === 'close' && (
        <CloseDialog
          detail={detail}
          onCancel={() => setAsking(null)}
          onDone={(text) => {
            setAsking(null)
            undo.done(text, mobilityTarget)
          }}
        />
      )}
      <ConfirmDialog
        open={asking === 'trash'}
        danger
        title={`删除“${name}”的这条记录到回收站`}
        confirmText="删除到回收站"
        reason={{ label: '删除原因', placeholder: '如：重复录入、录错了人' }}
        busy={trash.isPending}
        error={trash.error}
        onCancel={() => setAsking(null)}
        onConfirm={(reason) =>
          trash.mutate(
            { id, version, reason },
            {
              onSuccess: () => {
                undo.done(`已删除“${name}”的流动记录`, mobilityTarget)
                onClose()
              },
            },
          )
        }
      >
        <p>只用于录错的记录；人已经回来的，请登记返回，记录和联系情况会保留下来。</p>
      </ConfirmDialog>
    </>
  )
}
