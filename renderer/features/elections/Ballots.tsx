import { Button } from 'antd'
import { useState } from 'react'
import type { ElectionContest, ElectionDetail, ElectionRound } from '#shared/contract/electionRows.ts'
import { contestLabels, roundKindLabels } from '#shared/labels/elections.ts'
import { formatPartialDate } from '#shared/lib/dates.ts'
import { useCommand } from '../../lib/queries.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { SectionCard } from '../../ui/SectionCard.tsx'
import { useUndo } from '../../ui/undo.ts'
import { useToast } from '../../ui/useToast.ts'
import { electionAddress, electionTarget, isOpen } from './electionView.ts'
import { FinishCard } from './FinishCard.tsx'
import { RoundForm } from './RoundForm.tsx'
import { roundToWrite } from './roundForm.ts'
import { RoundResultView } from './RoundResultView.tsx'

interface BallotsProps {
  readonly detail: ElectionDetail
  readonly canWrite: boolean
}

/** Ballots of each contest in turn, and the result to be confirmed. */
export function Ballots({ detail, canWrite }: BallotsProps) {
  return (
    <>
      {detail.contests
        .filter(({ seats, rounds }) => seats > 0 || rounds.length > 0)
        .map((contest) => (
          <ContestBallots
            key={`${contest.contest} ${contest.rounds.length}`}
            detail={detail}
            contest={contest}
            mayWrite={canWrite && isOpen(detail)}
          />
        ))}
      <FinishCard detail={detail} canWrite={canWrite} />
    </>
  )
}

interface ContestBallotsProps {
  readonly detail: ElectionDetail
  readonly contest: ElectionContest
  readonly mayWrite: boolean
}

function ContestBallots({ detail, contest, mayWrite }: ContestBallotsProps) {
  const [editing, setEditing] = useState<ElectionRound | null>(null)
  const name = contestLabels[contest.contest]
  const next = roundToWrite(contest, editing)
  const last = contest.rounds.at(-1)
  const shown = editing === null ? contest.rounds : contest.rounds.slice(0, -1)
  const elected = contest.elected.map((each) => each.name).join('、')
  const isFilled = contest.result.isDecided && editing === null
  return (
    <SectionCard
      title={`选举${name}`}
      extra={
        <span className="muted">
          应选 {contest.seats} 名{elected === '' ? '' : `，已当选：${elected}`}
        </span>
      }
    >
      {shown.map((round) => (
        <HeldRound
          key={round.id}
          detail={detail}
          round={round}
          onEdit={mayWrite && round === last ? () => setEditing(round) : null}
        />
      ))}
      {mayWrite && next !== null && !isFilled && (
        <div className="election-round">
          {next.allowed.length === 0 ? (
            <div className="election-add">
              <span className="muted">还没有{name}候选人，先加入候选人，再录入投票结果。</span>
              <LinkButton small to={electionAddress(detail.id, 'people')}>
                加入候选人
              </LinkButton>
            </div>
          ) : (
            <RoundForm
              key={`${editing?.id ?? 'new'} ${next.allowed.join(' ')}`}
              detail={detail}
              contest={contest}
              next={next}
              editing={editing}
              onDone={() => setEditing(null)}
              onCancel={editing === null ? null : () => setEditing(null)}
            />
          )}
        </div>
      )}
      {!mayWrite && contest.rounds.length === 0 && <p className="muted">没有录入投票结果。</p>}
    </SectionCard>
  )
}

interface HeldRoundProps {
  readonly detail: ElectionDetail
  readonly round: ElectionRound
  readonly onEdit: (() => void) | null
}

function HeldRound({ detail, round, onEdit }: HeldRoundProps) {
  const remove = useCommand('elections.removeRound')
  const undo = useUndo()
  const toast = useToast()
  return (
    <section className="election-round" aria-label={`第 ${round.roundNo} 次投票`}>
      <div className="election-add">
        <strong>
          {round.kind === 'first'
            ? roundKindLabels.first
            : `第 ${round.roundNo} 次投票，${roundKindLabels[round.kind]}`}
        </strong>
        <span className="muted">
          {formatPartialDate(round.heldOn)}　有效票 {round.result.validBallots} 张，无效票 {round.invalid} 张
        </span>
        {onEdit !== null && (
          <>
            <Button size="small" onClick={onEdit}>
              修改
            </Button>
            <Button
              size="small"
              loading={remove.isPending}
              onClick={() =>
                remove.mutate(
                  { id: detail.id, version: detail.version, roundId: round.id },
                  { onSuccess: () => undo.done('已删除投票结果', electionTarget), onError: toast.failure },
                )
              }
            >
              删除
            </Button>
          </>
        )}
      </div>
      <RoundResultView result={round.result} />
    </section>
  )
}
