import { useState } from 'react'
import { Link, useLocation, useSearchParams } from 'react-router'
import type { DevelopmentDetail, DevelopmentStepRow } from '#shared/contract/developmentRows.ts'
import type { OrganizationNode } from '#shared/contract/organizations.ts'
import type { Milestone } from '#shared/domain/development/milestones.ts'
import type { DevelopmentReviewKind, GuarantorDuty } from '#shared/domain/development/records.ts'
import { courseStateLabels, ruleSetLabels } from '#shared/labels/development.ts'
import { useHasRight } from '../../../lib/session.ts'
import { today } from '../../../lib/today.ts'
import { useFindingAnswers } from '../../../ui/useFindingAnswers.tsx'
import { LinkTabs } from '../../../ui/LinkTabs.tsx'
import { Page } from '../../../ui/Page.tsx'
import { type Asking, AskedDialog } from './AskedDialog.tsx'
import { BasicsTab } from './BasicsTab.tsx'
import { ChangesTab } from './ChangesTab.tsx'
import { EditFile } from './EditFile.tsx'
import type { FactGroup } from './factGroups.ts'
import { FileActions } from './FileActions.tsx'
import {
  fileAddress,
  fileTabFromParams,
  fileTabLabels,
  fileTabs,
  isOpenFile,
  stepFromParams,
} from './fileView.ts'
import { GuarantorsCard } from './GuarantorsCard.tsx'
import { MaterialsForm } from './MaterialsForm.tsx'
import { MaterialsTab } from './MaterialsTab.tsx'
import { HeadStrip } from './HeadStrip.tsx'
import { NextCard } from './NextCard.tsx'
import { PlanTab } from './PlanTab.tsx'
import { ReviewsCard } from './ReviewsCard.tsx'
import { StepLine } from './StepLine.tsx'
import { StepList } from './StepList.tsx'
import { stepViews } from './stepViews.ts'
import { TrashedNotice } from './TrashedNotice.tsx'
import './steps.css'

interface KnownFileProps {
  readonly detail: DevelopmentDetail
  readonly organizations: readonly OrganizationNode[]
}

const breadcrumb = [{ label: '发展党员', to: '/development' }]

/** The file of one person: the line of steps and the next one on top, everything else in tabs below. */
export function KnownFile({ detail, organizations }: KnownFileProps) {
  const [params] = useSearchParams()
  const { key: visit } = useLocation()
  const mayWrite = useHasRight('member.write')
  const canWrite = mayWrite && detail.deletedAt === null
  const [asking, setAsking] = useState<Asking | null>(null)
  const [editing, setEditing] = useState<'basics' | 'materials' | null>(null)
  const keep = useFindingAnswers({
    subject: 'developmentFile',
    subjectId: detail.id,
    example: '如：已与原始档案核对，当时确实如此',
  })
  const tab = fileTabFromParams(params)
  const chosen = stepFromParams(params)
  // Of a file that ended nothing more is asked; what stands in it can still be put right.
  const plan = isOpenFile(detail) ? detail.plan : { ...detail.plan, lines: [], next: null }
  const views = stepViews({ ...detail, plan }, today())
  const { id, fields, state } = detail
  // What is typed there takes the page: its tabs would drop it without asking.
  if (editing !== null) {
    const onClose = () => setEditing(null)
    return (
      <Page
        title={fields.name}
        subtitle={editing === 'basics' ? '修改基本情况' : '填写材料'}
        breadcrumb={breadcrumb}
      >
        {editing === 'basics' ? (
          <EditFile detail={detail} organizations={organizations} onClose={onClose} />
        ) : (
          <MaterialsForm detail={detail} onClose={onClose} />
        )}
      </Page>
    )
  }
  const onRecord = (milestone: Milestone) => setAsking({ kind: 'record', milestone })
  const deeds = canWrite
    ? {
        onRecord,
        onCorrect: (record: DevelopmentStepRow) => setAsking({ kind: 'correct', record }),
        onRemove: (record: DevelopmentStepRow) => setAsking({ kind: 'remove', record }),
        onVote: (voteId: string) => setAsking({ kind: 'vote', voteId }),
        onRemoveVote: (voteId: string) => setAsking({ kind: 'removeVote', voteId }),
        onFacts: (group: FactGroup) => setAsking({ kind: 'facts', group }),
        onGuarantors: (duty: GuarantorDuty) => setAsking({ kind: 'guarantors', duty, on: null }),
        onReview: (review: DevelopmentReviewKind) => setAsking({ kind: 'review', review }),
        onKeep: keep.onKeep,
        onWithdrawKeep: keep.onWithdrawKeep,
      }
    : null
  return (
    <Page
      title={fields.name}
      subtitle={
        <>
          <strong className="dev-state">{courseStateLabels[state]}</strong>
          <Link to={`/organizations/${fields.organizationId}`}>{detail.organizationName}</Link>
          <span className="muted small">　按{ruleSetLabels[detail.ruleSet]}</span>
        </>
      }
      breadcrumb={breadcrumb}
      actions={<FileActions detail={detail} organizations={organizations} canWrite={canWrite} />}
    >
      {detail.deletedAt !== null && <TrashedNotice detail={detail} />}
      <StepLine fileId={id} views={views} chosen={tab === 'steps' ? chosen : null} />
      {tab === 'steps' ? (
        <NextCard detail={detail} views={views} canWrite={canWrite} onRecord={onRecord} />
      ) : (
        <HeadStrip detail={detail} />
      )}
      <div className="dev-tabs">
        <LinkTabs
          label="档案"
          tabs={fileTabs.map((each) => ({
            to: fileAddress(id, each),
            label: fileTabLabels[each],
            isCurrent: each === tab,
          }))}
        />
      </div>
      {tab === 'steps' && (
        <StepList detail={detail} views={views} chosen={chosen} visit={visit} deeds={deeds} />
      )}
      {tab === 'people' && (
        <>
          <GuarantorsCard detail={detail} canWrite={canWrite} />
          <ReviewsCard detail={detail} canWrite={canWrite} />
        </>
      )}
      {tab === 'materials' && (
        <MaterialsTab
          detail={detail}
          canWrite={canWrite}
          onEdit={() => setEditing('materials')}
          paper={params.get('paper')}
        />
      )}
      {tab === 'plan' && <PlanTab detail={detail} canWrite={canWrite} />}
      {tab === 'basics' && (
        <BasicsTab detail={detail} onEdit={canWrite ? () => setEditing('basics') : null} />
      )}
      {tab === 'changes' && <ChangesTab detail={detail} canWrite={canWrite} />}
      {asking !== null && (
        <AskedDialog detail={detail} organizations={organizations} asking={asking} onAsk={setAsking} />
      )}
      {keep.dialog}
    </Page>
  )
}
