import { useState } from 'react'
import { useParams } from 'react-router'
import { useCall } from '../../../lib/queries.ts'
import { schemesAddress } from '../../../lib/reviewAddresses.ts'
import { useHasRight } from '../../../lib/session.ts'
import { CampaignPage } from '../../../ui/CampaignHead.tsx'
import { LinkButton } from '../../../ui/LinkButton.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import { SchemeEditor } from './SchemeEditor.tsx'
import '../reviews.css'

/** One scheme of a campaign. */
export function SchemePage() {
  const { id = '', schemeId = '' } = useParams()
  const [isDirty, setIsDirty] = useState(false)
  const canWrite = useHasRight('organization.write')
  const campaign = useCall('reviews.campaign', { id })
  const detail = campaign.data?.schemes.find((scheme) => scheme.id === schemeId)
  const back = { label: '方案', to: schemesAddress(id) }
  return (
    <CampaignPage
      id={id}
      part="schemes"
      below={{ title: detail?.name ?? '方案', part: back }}
      undoNotNow={isDirty ? '本页有没有保存的修改，请先保存' : null}
    >
      {(found) =>
        detail === undefined ? (
          <EmptyState
            title="找不到这套方案"
            text="可能已经删除。"
            actions={<LinkButton to={back.to}>返回方案列表</LinkButton>}
          />
        ) : (
          <SchemeEditor
            key={schemeId}
            campaign={found}
            detail={detail}
            canWrite={canWrite && found.isOwn}
            onDirty={setIsDirty}
          />
        )
      }
    </CampaignPage>
  )
}
