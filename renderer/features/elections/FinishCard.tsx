import { Button, Select } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { ElectedPerson, ElectionContest, ElectionDetail } from '#shared/contract/electionRows.ts'
import { committeePositions, type PostPosition } from '#shared/domain/posts.ts'
import { postPositionLabels } from '#shared/labels/posts.ts'
import { formatPartialDate } from '#shared/lib/dates.ts'
import { useCommand } from '../../lib/queries.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { FormRow } from '../../ui/FormRow.tsx'
import { SectionCard } from '../../ui/SectionCard.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { useUndo } from '../../ui/undo.ts'
import { electionTarget, isOpen } from './electionView.ts'

interface FinishCardProps {
  readonly detail: ElectionDetail
  readonly canWrite: boolean
}

/** Confirms the result: what is in the way, or what will be written. */
export function FinishCard({ detail, canWrite }: FinishCardProps) {
  const [isAsking, setIsAsking] = useState(false)
  const { status, obstacles, organization, kind } = detail
  if (status === 'done')
    return (
      <SectionCard title="选举结果">
        <StateMark state="good">
          结果已确认：应到 {detail.should}，实到 {detail.present ?? 0}
        </StateMark>
        <p>
          {kind === 'term' ? '新一届和当选人的任职' : '当选人的任职'}已登记，见
          <Link to={`/organizations/${organization.id}`}>党组织资料</Link>。
        </p>
      </SectionCard>
    )
  if (!isOpen(detail)) return null
  return (
    <SectionCard title="确认选举结果">
      {obstacles.length === 0 ? (
        <StateMark state="good">各项都已选出，可以确认。</StateMark>
      ) : (
        <>
          <p>确认之前还要：</p>
          <ul>
            {obstacles.map((obstacle) => (
              <li key={obstacle}>{obstacle}</li>
            ))}
          </ul>
        </>
      )}
      {canWrite && (
        <div className="dialog-buttons">
          <Button type="primary" disabled={obstacles.length > 0} onClick={() => setIsAsking(true)}>
            确认结果
          </Button>
        </div>
      )}
      {isAsking && <FinishDialog detail={detail} onClose={() => setIsAsking(false)} />}
    </SectionCard>
  )
}

const duties = committeePositions.filter((position) => position !== 'SJ' && position !== 'FSJ')

function electedOf(detail: ElectionDetail, name: ElectionContest['contest']): readonly ElectedPerson[] {
  return detail.contests.find(({ contest }) => contest === name)?.elected ?? []
}

function FinishDialog({
  detail,
  onClose,
}: {
  readonly detail: ElectionDetail
  readonly onClose: () => void
}) {
  const finish = useCommand('elections.finish')
  const undo = useUndo()
  const [chosen, setChosen] = useState<Readonly<Record<string, PostPosition>>>({})
  const secretaries = electedOf(detail, 'secretary')
  const deputies = electedOf(detail, 'deputy')
  const leading = new Set([...secretaries, ...deputies].map(({ memberId }) => memberId))
  const rest = electedOf(detail, 'committee').filter(({ memberId }) => !leading.has(memberId))
  const names = (people: readonly ElectedPerson[]) => people.map(({ name }) => name).join('、')
  const { meetingOn } = detail.fields
  return (
    <ConfirmDialog
      open
      title="确认选举结果"
      confirmText="确认并登记"
      busy={finish.isPending}
      error={finish.error}
      onCancel={onClose}
      onConfirm={() => {
        finish
          .mutateAsync({
            id: detail.id,
            version: detail.version,
            duties: Object.entries(chosen).map(([candidateId, position]) => ({ candidateId, position })),
          })
          .then(
            () => {
              onClose()
              undo.done('选举结果已确认', electionTarget)
            },
            () => undefined,
          )
      }}
    >
      {meetingOn !== null && (
        <p>
          {detail.kind === 'term'
            ? `新一届自${formatPartialDate(meetingOn)}（大会当日）起算，上一届和原班子的任职到这一天为止。`
            : `当选人的任职自${formatPartialDate(meetingOn)}起算，届次和其他人的任职不变。`}
        </p>
      )}
      <ul>
        {secretaries.length > 0 && <li>书记：{names(secretaries)}</li>}
        {deputies.length > 0 && <li>副书记：{names(deputies)}</li>}
        {rest.length > 0 && <li>委员：{names(rest)}</li>}
      </ul>
      {rest.map(({ candidateId, name }) => (
        <FormRow key={candidateId} label={`${name}的分工`}>
          {(ids) => (
            <Select<PostPosition>
              {...ids}
              value={chosen[candidateId] ?? 'WY'}
              options={duties.map((value) => ({ value, label: postPositionLabels[value] }))}
              onChange={(position) => setChosen({ ...chosen, [candidateId]: position })}
            />
          )}
        </FormRow>
      ))}
      <p className="muted small">确认是一次操作，可以整个撤销。</p>
    </ConfirmDialog>
  )
}
