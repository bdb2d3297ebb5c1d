import { Alert, Button } from 'antd'
import type { ElectionContest, ElectionDetail } from '#shared/contract/electionRows.ts'
import { contestLabels } from '#shared/labels/elections.ts'
import { errorText } from '../../lib/errorText.ts'
import { useCommand } from '../../lib/queries.ts'
import { ExplanationCard } from '../../ui/ExplanationCard.tsx'
import { FindingNotes } from '../../ui/FindingNotes.tsx'
import { SectionCard } from '../../ui/SectionCard.tsx'
import { useUndo } from '../../ui/undo.ts'
import { CandidateRow, type StandingStage } from './CandidateRow.tsx'
import { electionTarget, isOpen } from './electionView.ts'
import { PersonPicker } from './PersonPicker.tsx'
import { useElectionVoters } from './useElectionVoters.ts'

interface CandidatesCardProps {
  readonly detail: ElectionDetail
  readonly contest: ElectionContest
  readonly canWrite: boolean
}

interface Standing {
  readonly memberId: string
  readonly stage: StandingStage
}

/** Candidates of one contest in the order of the ballot; every change is saved at once and can be undone. */
export function CandidatesCard({ detail, contest, canWrite }: CandidatesCardProps) {
  const save = useCommand('elections.setCandidates')
  const undo = useUndo()
  const people = useElectionVoters(detail.id)
  const name = contestLabels[contest.contest]
  const mayWrite = canWrite && isOpen(detail)
  const standing = contest.candidates.filter(({ stage }) => stage !== 'writeIn')
  const writeIns = contest.candidates.filter(({ stage }) => stage === 'writeIn')
  const list = standing.map(({ memberId, stage }): Standing => ({
    memberId,
    stage: stage === 'candidate' ? 'candidate' : 'proposed',
  }))
  const put = (candidates: readonly Standing[], text: string) =>
    save.mutate(
      {
        id: detail.id,
        version: detail.version,
        contest: contest.contest,
        candidates: candidates.map((each) => ({ ...each })),
      },
      { onSuccess: () => undo.done(text, electionTarget) },
    )
  const move = (index: number, by: number) => {
    const moved = list[index]
    if (moved) put(list.toSpliced(index, 1).toSpliced(index + by, 0, moved), '已调整候选人的顺序')
  }
  const elected = contest.contest === 'committee' ? [] : committeeOf(detail)
  const choices = elected.length === 0 ? people : people.filter(({ memberId }) => elected.includes(memberId))
  return (
    <SectionCard title={`${name}候选人`} extra={<span className="muted">应选 {contest.seats} 名</span>}>
      {standing.length === 0 ? (
        <p className="muted">
          还没有{name}候选人。党员推荐、研究确定后在这里逐个加入，排列顺序就是选票上的顺序。
        </p>
      ) : (
        <table className="election-list">
          <thead>
            <tr>
              <th>序号</th>
              <th>姓名</th>
              <th>阶段</th>
              {mayWrite && (
                <th>
                  <span className="visually-hidden">操作</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {standing.map((candidate, index) => (
              <CandidateRow
                key={candidate.id}
                candidate={candidate}
                index={index}
                count={standing.length}
                isBusy={save.isPending}
                mayWrite={mayWrite}
                onMove={(by) => move(index, by)}
                onStage={(stage) =>
                  put(list.with(index, { memberId: candidate.memberId, stage }), '已修改候选人')
                }
                onRemove={() => put(list.toSpliced(index, 1), `已从候选人中删去 ${candidate.name}`)}
              />
            ))}
          </tbody>
        </table>
      )}
      {writeIns.length > 0 && (
        <p className="muted">另选他人得票的：{writeIns.map((each) => each.name).join('、')}</p>
      )}
      {mayWrite && (
        <div className="election-add">
          <PersonPicker
            label={`加入${name}候选人`}
            people={choices}
            without={standing.map(({ memberId }) => memberId)}
            disabled={save.isPending}
            onChoose={(memberId) => put([...list, { memberId, stage: 'proposed' }], '已加入候选人')}
          />
          {list.some(({ stage }) => stage === 'proposed') && (
            <Button
              loading={save.isPending}
              onClick={() =>
                put(
                  list.map((each) => ({ ...each, stage: 'candidate' })),
                  '预备人选已转为候选人',
                )
              }
            >
              上级已批复，全部转为候选人
            </Button>
          )}
        </div>
      )}
      {save.error !== null && <Alert type="error" showIcon role="alert" title={errorText(save.error)} />}
      <div className="election-notes">
        {contest.candidatesExplained !== null && (
          <ExplanationCard explanation={contest.candidatesExplained} />
        )}
        <FindingNotes findings={contest.findings} />
      </div>
    </SectionCard>
  )
}

/** Those elected to the committee, from whom it chooses its secretary. */
function committeeOf({ contests }: ElectionDetail): readonly string[] {
  return (
    contests.find(({ contest }) => contest === 'committee')?.elected.map(({ memberId }) => memberId) ?? []
  )
}
