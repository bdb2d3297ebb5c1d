import { Button } from 'antd'
import { useState } from 'react'
import { useParams } from 'react-router'
import type { CampaignDetail, SchemeDetail } from '#shared/contract/reviewRows.ts'
import { useCall } from '../../../lib/queries.ts'
import { useHasRight } from '../../../lib/session.ts'
import { CampaignPage } from '../../../ui/CampaignHead.tsx'
import { AddSchemeDialog, RemoveSchemeDialog } from './SchemeDialogs.tsx'
import { SchemeCard } from './SchemeCard.tsx'
import '../reviews.css'

/** The schemes of a campaign: one for each kind of people who account. */
export function SchemesPage() {
  const { id = '' } = useParams()
  const [isAdding, setIsAdding] = useState(false)
  const canWrite = useHasRight('organization.write')
  const campaign = useCall('reviews.campaign', { id })
  return (
    <CampaignPage
      id={id}
      part="schemes"
      actions={
        canWrite &&
        campaign.data?.isOwn === true && <Button onClick={() => setIsAdding(true)}>增加方案</Button>
      }
    >
      {(found) => (
        <>
          <SchemeList campaign={found} canWrite={canWrite && found.isOwn} />
          {isAdding && <AddSchemeDialog campaign={found} onClose={() => setIsAdding(false)} />}
        </>
      )}
    </CampaignPage>
  )
}

function SchemeList({
  campaign,
  canWrite,
}: {
  readonly campaign: CampaignDetail
  readonly canWrite: boolean
}) {
  const [removing, setRemoving] = useState<SchemeDetail | null>(null)
  const { schemes } = campaign
  return (
    <>
      {schemes.map((scheme) => (
        <SchemeCard
          key={scheme.id}
          campaignId={campaign.id}
          detail={scheme}
          canWrite={canWrite}
          onRemove={canWrite && schemes.length > 1 ? () => setRemoving(scheme) : null}
        />
      ))}
      {removing !== null && <RemoveSchemeDialog detail={removing} onClose={() => setRemoving(null)} />}
    </>
  )
}
