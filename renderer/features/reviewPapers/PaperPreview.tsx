import type { CampaignDetail, SchemeScores } from '#shared/contract/reviewRows.ts'
import { flowTable } from '#shared/domain/reviews/flow.ts'
import { gradeNames } from '#shared/domain/reviews/grades.ts'
import { pointsText, scoreText } from '#shared/domain/reviews/hundredths.ts'
import { BallotPreview } from './BallotPreview.tsx'
import { ItemsPreview } from './ItemsPreview.tsx'
import { PreviewTable } from './PreviewTable.tsx'
import type { PaperChoice } from './usePaperChoice.ts'

interface PaperPreviewProps {
  readonly campaign: CampaignDetail
  readonly scores: readonly SchemeScores[]
  readonly choice: PaperChoice
}

function SchemePreview({ campaign }: { readonly campaign: CampaignDetail }) {
  return (
    <dl className="paper-facts">
      <dt>步骤</dt>
      <dd>{campaign.steps.map((key) => flowTable[key].name).join(' → ')}</dd>
      {campaign.schemes.map(({ id, name, scheme, subjects }) => (
        <div key={id}>
          <dt>{name}</dt>
          <dd>
            述职人 {subjects} 名；综合分＝
            {scheme.components
              .filter(({ weight }) => weight > 0)
              .map((part) => `${part.name}×${pointsText(part.weight)}%`)
              .join('＋')}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** Scores and grades as they will stand; `onlyDecided` for what is announced. */
function ScoresPreview({
  scores,
  people,
  onlyDecided,
}: {
  readonly scores: readonly SchemeScores[]
  readonly people: PaperChoice['people']
  readonly onlyDecided: boolean
}) {
  const schemes = new Map(scores.map(({ schemeId, scheme }) => [schemeId, scheme]))
  const rows = people.filter(({ grade }) => !onlyDecided || grade !== null)
  const left = people.length - rows.length
  return (
    <>
      <PreviewTable
        label="成绩和等次"
        heads={['姓名', '所在党组织', '综合分', '建议等次', '定等结果']}
        rows={rows.map(({ name, organizationName, hundredths, suggested, grade, schemeId }) => {
          const names = gradeNames[schemes.get(schemeId)?.gradeSet ?? 'G4A']
          return [
            name,
            organizationName,
            hundredths === null ? '待测评' : scoreText(hundredths),
            suggested === null ? '' : names[suggested],
            grade === null ? '' : names[grade],
          ]
        })}
      />
      {left > 0 && <p className="muted small">另有 {left} 人还没有定等，不列入。</p>}
    </>
  )
}

/** What the paper will hold, before it is made. */
export function PaperPreview({ campaign, scores, choice }: PaperPreviewProps) {
  const { kind, direction, people, person } = choice
  switch (kind) {
    case 'scheme':
      return <SchemePreview campaign={campaign} />
    case 'ballot':
    case 'tally':
      return direction === null ? null : <BallotPreview direction={direction} />
    case 'summary':
      return <ScoresPreview scores={scores} people={people} onlyDecided={false} />
    case 'notice':
      return <ScoresPreview scores={scores} people={people} onlyDecided />
    case 'feedback':
      return (
        <ScoresPreview
          scores={scores}
          people={person === null ? people : [person]}
          onlyDecided={person === null}
        />
      )
    case 'rectify':
    case 'report':
      return <ItemsPreview campaignId={campaign.id} person={person} />
  }
}
