import { Button } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import type { OrganizationDetail } from '#shared/contract/organizations.ts'
import type { Post } from '#shared/contract/posts.ts'
import type { OrganizationTerms } from '#shared/contract/terms.ts'
import { termName, termStateLabels } from '#shared/labels/posts.ts'
import { type DateOnly, isDateOnly } from '#shared/lib/dates.ts'
import { useCall } from '../../lib/queries.ts'
import { useHasRight } from '../../lib/session.ts'
import { daysText, termMarks } from '../../lib/termWords.ts'
import { today } from '../../lib/today.ts'
import { QueryBoundary } from '../../ui/QueryBoundary.tsx'
import { SectionCard } from '../../ui/SectionCard.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { isEnded } from './changeKinds.ts'
import { PostsCommittee } from './PostsCommittee.tsx'
import { PostsDialog } from './PostsDialog.tsx'
import { PostsEndDialog } from './PostsEndDialog.tsx'
import { PostsTrashDialog } from './PostsTrashDialog.tsx'
import { TermsDialog } from './TermsDialog.tsx'
import { TermsExtendDialog } from './TermsExtendDialog.tsx'
import { TermsFindings } from './TermsFindings.tsx'
import { TermsHistory } from './TermsHistory.tsx'
import { TermsTrashDialog } from './TermsTrashDialog.tsx'
import type { TermTask } from './termsTask.ts'
import { termSpan } from './termsWords.ts'
import './terms.css'

/** 届次与班子: the term that runs, the committee as of a day, and all that came before. */
export function TermsSection({ detail }: { readonly detail: OrganizationDetail }) {
  const [params, setParams] = useSearchParams()
  const [task, setTask] = useState<TermTask | null>(null)
  const canWrite = useHasRight('organization.write') && !isEnded(detail.status)
  const written = params.get('committee') ?? ''
  const asOf: DateOnly = isDateOnly(written) && written <= today() ? written : today()
  const terms = useCall('terms.of', { organizationId: detail.id })
  const posts = useCall('posts.of', { organizationId: detail.id, asOf }, { keepPrevious: true })
  const chooseDay = (on: DateOnly | null): void => {
    const next = new URLSearchParams(params)
    if (on === null || on === today()) next.delete('committee')
    else next.set('committee', on)
    setParams(next, { replace: true })
  }
  return (
    <SectionCard
      title="届次与班子"
      extra={
        canWrite && terms.data !== undefined ? <Actions terms={terms.data} onTask={setTask} /> : undefined
      }
    >
      <QueryBoundary query={terms} what="查看届次" lines={3}>
        {(known) => (
          <>
            <RunningTerm known={known} />
            <TermsFindings
              organizationId={detail.id}
              findings={[...known.findings, ...(posts.data?.findings ?? [])]}
            />
            <QueryBoundary query={posts} what="查看班子" lines={4}>
              {(committee) => (
                <>
                  <PostsCommittee
                    committee={committee}
                    isToday={asOf === today()}
                    onDay={chooseDay}
                    canWrite={canWrite}
                    onTask={setTask}
                  />
                  <TermsHistory
                    terms={known.terms}
                    posts={committee.all}
                    canWrite={canWrite}
                    onTask={setTask}
                  />
                </>
              )}
            </QueryBoundary>
            <TaskDialog
              detail={detail}
              terms={known}
              held={posts.data?.held ?? []}
              task={task}
              onClose={() => setTask(null)}
            />
          </>
        )}
      </QueryBoundary>
    </SectionCard>
  )
}

interface ActionsProps {
  readonly terms: OrganizationTerms
  readonly onTask: (task: TermTask) => void
}

function Actions({ terms, onTask }: ActionsProps) {
  const running = terms.terms.find(({ isRunning }) => isRunning)
  return (
    <>
      {terms.noTermZh === null && (
        <Button size="small" onClick={() => onTask({ kind: 'record' })}>
          登记届次
        </Button>
      )}
      {running !== undefined && running.dueOn !== null && (
        <Button size="small" onClick={() => onTask({ kind: 'extend', term: running })}>
          延期
        </Button>
      )}
      <Button size="small" onClick={() => onTask({ kind: 'enter' })}>
        任职
      </Button>
    </>
  )
}

function RunningTerm({ known }: { readonly known: OrganizationTerms }) {
  const running = known.terms.find(({ isRunning }) => isRunning)
  if (known.noTermZh !== null) return <p className="muted">{known.noTermZh}</p>
  if (running === undefined)
    return <p className="muted">还没有登记本届的起止日期。请点“登记届次”，届满前会按期提醒。</p>
  return (
    <p className="terms-running">
      <strong>{termName(running.termNo, true)}</strong>
      <span className="number">{termSpan(running)}</span>
      <StateMark state={termMarks[known.state]}>
        {termStateLabels[known.state]}
        {known.daysLeft !== null && `，${daysText(known.daysLeft)}`}
      </StateMark>
    </p>
  )
}

interface TaskDialogProps {
  readonly detail: OrganizationDetail
  readonly terms: OrganizationTerms
  readonly held: readonly Post[]
  readonly task: TermTask | null
  readonly onClose: () => void
}

function TaskDialog({ detail, terms, held, task, onClose }: TaskDialogProps) {
  if (task === null) return null
  const place = { id: detail.id, name: detail.fields.shortName }
  switch (task.kind) {
    case 'record':
      return <TermsDialog place={place} years={terms.years} term={null} onClose={onClose} />
    case 'editTerm':
      return <TermsDialog place={place} years={terms.years} term={task.term} onClose={onClose} />
    case 'extend':
      return <TermsExtendDialog term={task.term} onClose={onClose} />
    case 'trashTerm':
      return <TermsTrashDialog term={task.term} onClose={onClose} />
    case 'enter':
      return <PostsDialog place={place} terms={terms.terms} held={held} post={null} onClose={onClose} />
    case 'editPost':
      return <PostsDialog place={place} terms={terms.terms} held={held} post={task.post} onClose={onClose} />
    case 'end':
      return <PostsEndDialog post={task.post} onClose={onClose} />
    case 'trashPost':
      return <PostsTrashDialog post={task.post} onClose={onClose} />
  }
}
