import { Button } from 'antd'
import { useState } from 'react'
import { useParams } from 'react-router'
import type { CampaignDetail } from '#shared/contract/reviewRows.ts'
import { useCall } from '../../lib/queries.ts'
import { campaignAddress } from '../../lib/reviewAddresses.ts'
import { useHasRight } from '../../lib/session.ts'
import { CampaignPage } from '../../ui/CampaignHead.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { QueryBoundary } from '../../ui/QueryBoundary.tsx'
import { useShortcut } from '../../ui/shortcuts.ts'
import { EmptyState } from '../../ui/states.tsx'
import { BatchTable } from './BatchTable.tsx'
import { ballotImportAddress } from './batchWords.ts'
import { OpenBatchDialog } from './OpenBatchDialog.tsx'
import './ballots.css'

interface BatchesProps {
  readonly campaign: CampaignDetail
  readonly canWrite: boolean
  readonly onOpen: () => void
}

function Batches({ campaign, canWrite, onOpen }: BatchesProps) {
  const query = useCall('reviewBallots.list', { campaignId: campaign.id }, { keepPrevious: true })
  return (
    <QueryBoundary query={query} what="查看测评票" lines={8}>
      {(rows) =>
        rows.length === 0 ? (
          <EmptyState
            title="还没有发出测评票"
            text="每向一个群体发一次票登记一批：发出多少、收回多少，然后唱票录汇总，或由两个人各录一遍。计票完成后只留下票数合计。"
            actions={
              campaign.subjects === 0 ? (
                <LinkButton to={campaignAddress(campaign.id)}>先去选述职人</LinkButton>
              ) : canWrite ? (
                <Button type="primary" onClick={onOpen}>
                  登记一批测评票
                </Button>
              ) : undefined
            }
          />
        ) : (
          <BatchTable rows={rows} />
        )
      }
    </QueryBoundary>
  )
}

/** 测评票 of a campaign: what went out, what came back, what is counted. */
export function BatchesPage() {
  const { id = '' } = useParams()
  const [isOpening, setOpening] = useState(false)
  const canWrite = useHasRight('organization.write')
  const canImport = useHasRight('import.write')
  useShortcut('Alt+N', '登记一批测评票', () => setOpening(true), canWrite)
  return (
    <CampaignPage
      id={id}
      part="ballots"
      actions={
        <>
          {canImport && <LinkButton to={ballotImportAddress(id)}>从文件读入</LinkButton>}
          {canWrite && (
            <Button type="primary" onClick={() => setOpening(true)}>
              登记一批测评票
            </Button>
          )}
        </>
      }
    >
      {(campaign) => (
        <>
          <Batches campaign={campaign} canWrite={canWrite} onOpen={() => setOpening(true)} />
          {isOpening && <OpenBatchDialog campaign={campaign} onClose={() => setOpening(false)} />}
        </>
      )}
    </CampaignPage>
  )
}
