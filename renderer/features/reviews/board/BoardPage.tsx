import { Button } from 'antd'
import { useState } from 'react'
import { useParams } from 'react-router'
import type { CampaignDetail } from '#shared/contract/reviewRows.ts'
import { useCall } from '../../../lib/queries.ts'
import { useHasRight } from '../../../lib/session.ts'
import { CampaignPage } from '../../../ui/CampaignHead.tsx'
import { QueryBoundary } from '../../../ui/QueryBoundary.tsx'
import { useShortcut } from '../../../ui/shortcuts.ts'
import { EmptyState } from '../../../ui/states.tsx'
import { AddSubjectsDialog } from './AddSubjectsDialog.tsx'
import { Board } from './Board.tsx'
import { EditCampaignDialog, TrashCampaignDialog } from './CampaignDialogs.tsx'
import { CampaignNotes } from './CampaignNotes.tsx'
import '../reviews.css'

type Asked = 'add' | 'edit' | 'trash'

/** One campaign: who is where on the thirteen steps, and what comes next. */
export function BoardPage() {
  const { id = '' } = useParams()
  const [asked, setAsked] = useState<Asked | null>(null)
  const canWrite = useHasRight('organization.write')
  const campaign = useCall('reviews.campaign', { id })
  const close = (): void => setAsked(null)
  return (
    <CampaignPage
      id={id}
      part="board"
      actions={
        canWrite &&
        campaign.data?.isOwn === true && (
          <>
            <Button danger onClick={() => setAsked('trash')}>
              删除
            </Button>
            <Button onClick={() => setAsked('edit')}>修改</Button>
            <AddButton isPrimary={campaign.data.subjects === 0} onClick={() => setAsked('add')} />
          </>
        )
      }
    >
      {(found) => (
        <>
          <BoardBody campaign={found} onAdd={() => setAsked('add')} />
          {asked === 'add' && <AddSubjectsDialog campaign={found} onClose={close} />}
          {asked === 'edit' && <EditCampaignDialog campaign={found} onClose={close} />}
          {asked === 'trash' && <TrashCampaignDialog campaign={found} onClose={close} />}
        </>
      )}
    </CampaignPage>
  )
}

function AddButton({ isPrimary, onClick }: { readonly isPrimary: boolean; readonly onClick: () => void }) {
  useShortcut('Alt+N', '添加述职人', onClick)
  return (
    <Button type={isPrimary ? 'primary' : 'default'} onClick={onClick}>
      添加述职人
    </Button>
  )
}

function BoardBody({ campaign, onAdd }: { readonly campaign: CampaignDetail; readonly onAdd: () => void }) {
  const { id, isOwn } = campaign
  const canWrite = useHasRight('organization.write')
  const board = useCall('reviews.board', { campaignId: id })
  return (
    <QueryBoundary query={board} what="查看述职测评进度" lines={10}>
      {(rows) =>
        rows.length === 0 ? (
          <>
            <CampaignNotes campaign={campaign} />
            <EmptyState
              title="还没有述职人"
              text={
                isOwn
                  ? '方案有了，接着添加述职人：可以从任职的书记、班子成员里勾选，也可以手工填写。'
                  : '您管理范围内还没有人列入这次述职测评。'
              }
              {...(isOwn && canWrite
                ? {
                    actions: (
                      <Button type="primary" onClick={onAdd}>
                        添加述职人
                      </Button>
                    ),
                  }
                : {})}
            />
          </>
        ) : (
          <Board campaign={campaign} rows={rows} />
        )
      }
    </QueryBoundary>
  )
}
