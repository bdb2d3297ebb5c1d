import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import type { ElectionDetail } from '#shared/contract/electionRows.ts'
import { electionKindLabels, electionStatusLabels } from '#shared/labels/elections.ts'
import { useCall } from '../../lib/queries.ts'
import { useHasRight } from '../../lib/session.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { LinkTabs } from '../../ui/LinkTabs.tsx'
import { Page } from '../../ui/Page.tsx'
import { RecordStates } from '../../ui/RecordStates.tsx'
import { useUndo } from '../../ui/undo.ts'
import { UndoLastButton } from '../../ui/UndoLastButton.tsx'
import { Ballots } from './Ballots.tsx'
import { ElectionSide } from './ElectionSide.tsx'
import { ElectionSteps } from './ElectionSteps.tsx'
import {
  electionAddress,
  electionTabLabels,
  electionTabs,
  electionTarget,
  isOpen,
  tabFromParams,
} from './electionView.ts'
import { GiveUpDialog, TrashDialog } from './EndDialogs.tsx'
import { People } from './People.tsx'
import { VotersCard } from './VotersCard.tsx'
import './elections.css'

const breadcrumb = [{ label: '换届选举', to: '/elections' }]

export function ElectionPage() {
  const { id = '' } = useParams()
  const found = useCall('elections.get', { id })
  if (found.data !== undefined) return <KnownElection detail={found.data} />
  return (
    <Page title="换届选举" breadcrumb={breadcrumb}>
      <RecordStates
        query={found}
        what="查看换届选举"
        missing="找不到这次换届选举"
        back={{ label: '返回列表', to: '/elections' }}
      />
    </Page>
  )
}

/** Findings that stand beside their field in a tab. */
const shownByTab = { steps: null, people: 'tellers', voters: 'exemptions', ballots: null } as const

function KnownElection({ detail }: { readonly detail: ElectionDetail }) {
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const canWrite = useHasRight('organization.write')
  const undo = useUndo()
  const [asking, setAsking] = useState<'giveUp' | 'trash' | null>(null)
  const tab = tabFromParams(params)
  const { id, organization, kind, status } = detail
  const done = (text: string) => {
    setAsking(null)
    undo.done(text, electionTarget)
  }
  return (
    <Page
      title={`${organization.shortName}${electionKindLabels[kind]}`}
      subtitle={electionStatusLabels[status]}
      part={tab}
      breadcrumb={breadcrumb}
      actions={
        <>
          <LinkButton to={`/organizations/${organization.id}`}>党组织资料</LinkButton>
          {canWrite && <UndoLastButton target={electionTarget} />}
          {canWrite && isOpen(detail) && <Button onClick={() => setAsking('giveUp')}>选举无效或取消</Button>}
          {canWrite && status !== 'done' && <Button onClick={() => setAsking('trash')}>删除</Button>}
        </>
      }
      toolbar={
        <div className="toolbar">
          <LinkTabs
            label="换届选举"
            tabs={electionTabs.map((each) => ({
              to: electionAddress(id, each),
              label: electionTabLabels[each],
              isCurrent: each === tab,
            }))}
          />
        </div>
      }
    >
      {status !== 'open' && status !== 'done' && (
        <Alert
          type="warning"
          showIcon
          title={`这次${electionKindLabels[kind]}${electionStatusLabels[status]}，记录保留备查`}
          description={`原因：${detail.closedReason ?? '未写'}`}
        />
      )}
      <div className="election-layout">
        <div>
          {tab === 'steps' && <ElectionSteps detail={detail} canWrite={canWrite} />}
          {tab === 'people' && <People detail={detail} canWrite={canWrite} />}
          {tab === 'voters' && <VotersCard detail={detail} canWrite={canWrite} />}
          {tab === 'ballots' && <Ballots detail={detail} canWrite={canWrite} />}
        </div>
        <ElectionSide detail={detail} canWrite={canWrite} shownElsewhere={shownByTab[tab]} />
      </div>
      {asking === 'giveUp' && <GiveUpDialog detail={detail} onCancel={() => setAsking(null)} onDone={done} />}
      {asking === 'trash' && (
        <TrashDialog
          detail={detail}
          onCancel={() => setAsking(null)}
          onDone={(text) => {
            done(text)
            void navigate('/elections')
          }}
        />
      )}
    </Page>
  )
}
