import { Button } from 'antd'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import type { BatchDetail } from '#shared/contract/reviewBallots.ts'
import { useCall, useCommand } from '../../lib/queries.ts'
import { ballotsAddress } from '../../lib/reviewAddresses.ts'
import { useHasRight } from '../../lib/session.ts'
import { CampaignPage } from '../../ui/CampaignHead.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { Page } from '../../ui/Page.tsx'
import { QueryBoundary } from '../../ui/QueryBoundary.tsx'
import { BatchCounting } from './BatchCounting.tsx'
import { BatchFacts } from './BatchFacts.tsx'
import { batchTitle, isVoid } from './batchWords.ts'
import { OpenBatchDialog } from './OpenBatchDialog.tsx'
import { VoidPanel } from './VoidPanel.tsx'
import './ballots.css'

type Asked = 'edit' | 'cancel'

function BatchBody({ batch }: { readonly batch: BatchDetail }) {
  const navigate = useNavigate()
  const [asked, setAsked] = useState<Asked | null>(null)
  const cancel = useCommand('reviewBallots.cancel')
  const canWrite = useHasRight('organization.write')
  const { campaignId } = batch.fields
  const back = ballotsAddress(campaignId)
  const isCounting = canWrite && batch.state === 'open'
  const close = (): void => setAsked(null)
  return (
    <CampaignPage
      id={campaignId}
      part="ballots"
      below={{ title: batchTitle(batch), part: { label: '测评票', to: back } }}
      actions={
        isCounting && (
          <>
            <Button danger onClick={() => setAsked('cancel')}>
              取消这一批
            </Button>
            <Button onClick={() => setAsked('edit')}>修改</Button>
          </>
        )
      }
    >
      {(campaign) => (
        <>
          <div className="ballot-page">
            {isCounting && isVoid(batch) && <VoidPanel batch={batch} onEdit={() => setAsked('edit')} />}
            <BatchFacts batch={batch} />
            {isCounting && !isVoid(batch) && (
              <BatchCounting batch={batch} campaign={campaign} onEdit={() => setAsked('edit')} />
            )}
          </div>
          {asked === 'edit' && <OpenBatchDialog campaign={campaign} batch={batch} onClose={close} />}
          {asked === 'cancel' && (
            <ConfirmDialog
              open
              danger
              title="取消这一批测评票"
              confirmText="取消这一批"
              reason={{ label: '取消原因', placeholder: '如：登记错了群体' }}
              busy={cancel.isPending}
              error={cancel.error}
              onCancel={close}
              onConfirm={(reason) =>
                void cancel.mutateAsync({ id: batch.id, version: batch.version, reason }).then(
                  () => void navigate(back),
                  () => undefined,
                )
              }
            >
              <p>已经录入的票一并清除，不能找回；纸质票可以重新登记、重新录入。</p>
            </ConfirmDialog>
          )}
        </>
      )}
    </CampaignPage>
  )
}

/** One batch: its papers, how they are keyed or called out, and where the two keyings differ. */
export function BatchPage() {
  const { id = '' } = useParams()
  const query = useCall('reviewBallots.get', { id })
  if (query.data !== undefined) return <BatchBody batch={query.data} />
  return (
    <Page title="测评票" breadcrumb={[{ label: '双向述职测评', to: '/reviews' }]}>
      <QueryBoundary query={query} what="查看测评票" lines={8}>
        {() => null}
      </QueryBoundary>
    </Page>
  )
}
