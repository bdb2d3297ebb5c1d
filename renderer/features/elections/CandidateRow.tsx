import { Button, Segmented } from 'antd'
import { Link } from 'react-router'
import type { ElectionCandidate } from '#shared/contract/electionRows.ts'
import { candidateStageLabels } from '#shared/labels/elections.ts'

export type StandingStage = 'proposed' | 'candidate'

interface CandidateRowProps {
  readonly candidate: ElectionCandidate
  readonly index: number
  readonly count: number
  readonly isBusy: boolean
  readonly mayWrite: boolean
  readonly onMove: (by: number) => void
  readonly onStage: (stage: StandingStage) => void
  readonly onRemove: () => void
}

const stages = ['proposed', 'candidate'] as const

/** One candidate: where on the ballot, proposed or approved. */
export function CandidateRow(props: CandidateRowProps) {
  const { candidate, index, count, isBusy, mayWrite, onMove, onStage, onRemove } = props
  const { name, memberId, stage, hasVotes } = candidate
  return (
    <tr>
      <td className="number">{index + 1}</td>
      <td>
        <Link to={`/members/${memberId}`}>{name}</Link>
      </td>
      <td>
        {mayWrite ? (
          <Segmented<StandingStage>
            size="small"
            aria-label={`${name}的阶段`}
            value={stage === 'candidate' ? 'candidate' : 'proposed'}
            options={stages.map((value) => ({ value, label: candidateStageLabels[value] }))}
            onChange={onStage}
          />
        ) : (
          candidateStageLabels[stage]
        )}
      </td>
      {mayWrite && (
        <td>
          <Button
            type="link"
            size="small"
            disabled={isBusy || index === 0}
            aria-label={`上移 ${name}`}
            onClick={() => onMove(-1)}
          >
            上移
          </Button>
          <Button
            type="link"
            size="small"
            disabled={isBusy || index === count - 1}
            aria-label={`下移 ${name}`}
            onClick={() => onMove(1)}
          >
            下移
          </Button>
          <Button
            type="link"
            size="small"
            disabled={isBusy || hasVotes}
            aria-label={`删去 ${name}`}
            title={hasVotes ? '已登记得票，不能删去' : undefined}
            onClick={onRemove}
          >
            删去
          </Button>
        </td>
      )}
    </tr>
  )
}
