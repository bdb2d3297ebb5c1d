import { Button } from 'antd'
import type { BoardRow, CampaignDetail } from '#shared/contract/reviewRows.ts'
import { type FlowStepKey, flowTable } from '#shared/domain/reviews/flow.ts'
import {
  ballotsAddress,
  rectificationsAddress,
  scoresAddress,
  subjectAddress,
} from '../../../lib/reviewAddresses.ts'
import { LinkButton } from '../../../ui/LinkButton.tsx'
import { nextWords, takenAbove } from './stepWords.ts'

interface NextStepCardProps {
  readonly campaign: CampaignDetail
  readonly rows: readonly BoardRow[]
  readonly canWrite: boolean
  readonly onRegister: (rows: readonly BoardRow[], step: FlowStepKey) => void
}

/** What to do now, for whom, and where: the first step of the flow that somebody has next. */
export function NextStepCard({ campaign, rows, canWrite, onRegister }: NextStepCardProps) {
  const step = rows[0]?.steps.find(({ key }) => rows.some(({ next }) => next === key))?.key
  if (step === undefined) return null
  const people = rows.filter(({ next }) => next === step)
  const names = people.slice(0, 5).map(({ name }) => name)
  const { id, isOwn } = campaign
  const { text, to, button } = (isOwn ? undefined : takenAbove[step]) ?? nextWords[step]
  const addresses = {
    ballots: ballotsAddress(id),
    scores: scoresAddress(id),
    person: subjectAddress(people[0]?.id ?? ''),
    rectifications: rectificationsAddress({ campaignId: id }),
  }
  return (
    <section className="board-next" aria-label="下一步">
      <strong>下一步：{flowTable[step].name}</strong>
      <span className="board-next-text">
        {people.length} 人（{names.join('、')}
        {people.length > names.length && '等'}）。{text}
      </span>
      {to === 'register' ? (
        canWrite && (
          <Button type="primary" onClick={() => onRegister(people, step)}>
            {button}
          </Button>
        )
      ) : canWrite ? (
        <LinkButton primary to={addresses[to]}>
          {button}
        </LinkButton>
      ) : (
        <LinkButton to={addresses[to]}>查看</LinkButton>
      )}
    </section>
  )
}
