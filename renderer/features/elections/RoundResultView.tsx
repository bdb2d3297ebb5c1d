import type { Outcome, RoundResult } from '#shared/domain/electionCount.ts'
import { FindingNotes } from '../../ui/FindingNotes.tsx'
import { StateMark } from '../../ui/StateMark.tsx'

const outcomes: Readonly<Record<Outcome, string>> = {
  elected: '当选',
  tied: '票数相等，须再次投票',
  outvoted: '得票少于当选人，未当选',
  notEnough: '未当选',
  void: '选举无效',
}

interface RoundResultViewProps {
  readonly result: RoundResult
  /** While it is being typed. */
  readonly isLive?: boolean
}

/** A ballot counted: whether it counts and why, each name with its reason, and what comes next. */
export function RoundResultView({ result, isLive = false }: RoundResultViewProps) {
  return (
    <section className="election-result" aria-label="计票结果" aria-live={isLive ? 'polite' : undefined}>
      {result.explanations.map((explanation) => (
        <div key={explanation.code} title={`${explanation.rule}（${explanation.basis}）`}>
          {explanation.result}
          <span className="muted small">　{explanation.code}</span>
        </div>
      ))}
      <div>
        {result.votes.map(({ candidateId, judgement, outcome }) => (
          <div
            key={candidateId}
            className={outcome === 'elected' ? 'election-elected' : undefined}
            title={`${judgement.explanation.rule}（${judgement.explanation.basis}）`}
          >
            {judgement.explanation.result}：{outcomes[outcome]}
          </div>
        ))}
      </div>
      <div className="election-verdict">
        <StateMark state={result.next === 'none' ? 'good' : result.isValid ? 'warning' : 'bad'}>
          {result.summary}
        </StateMark>
      </div>
      <FindingNotes findings={result.findings} />
    </section>
  )
}
