import { useSearchParams } from 'react-router'
import type { CampaignDetail, SchemeDetail, SchemeScores, ScoreRow } from '#shared/contract/reviewRows.ts'
import type { RatedComponent } from '#shared/domain/reviews/scheme.ts'
import { isPaperKind, type PaperKind, papers, papersOf } from './paperKinds.ts'

export interface Direction {
  readonly scheme: SchemeDetail
  readonly component: RatedComponent
}

export interface PaperChoice {
  readonly kind: PaperKind
  readonly directions: readonly Direction[]
  /** Of the papers that ask for one. */
  readonly direction: Direction | null
  /** Whom a paper can be about: those under the direction's scheme where it asks for one. */
  readonly people: readonly ScoreRow[]
  /** Null for all of them. */
  readonly person: ScoreRow | null
  readonly layout: 'each' | 'sheet'
  readonly isBlank: boolean
  readonly format: 'docx' | 'xlsx'
  /** Into the address. */
  readonly choose: (key: ChoiceKey, value: string | null) => void
}

type ChoiceKey = 'paper' | 'direction' | 'person' | 'layout' | 'sums' | 'format'

export const directionKey = ({ scheme, component }: Direction) => `${scheme.id}.${component.id}`

function directionsOf({ schemes }: CampaignDetail): readonly Direction[] {
  return schemes.flatMap((scheme) =>
    scheme.scheme.components.flatMap((component) =>
      component.kind === 'rated' ? [{ scheme, component }] : [],
    ),
  )
}

/** What is chosen stands in the address, so that a page can be come back to. */
export function usePaperChoice(campaign: CampaignDetail, scores: readonly SchemeScores[]): PaperChoice {
  const [params, setParams] = useSearchParams()
  const asked = params.get('paper')
  const kind = isPaperKind(asked) && papersOf(campaign).includes(asked) ? asked : 'scheme'
  const { asks } = papers[kind]
  const directions = directionsOf(campaign)
  const wanted = params.get('direction')
  const chosen = directions.find((each) => directionKey(each) === wanted) ?? directions[0] ?? null
  const direction = asks.includes('direction') ? chosen : null
  const people = scores
    .filter(({ schemeId }) => direction === null || schemeId === direction.scheme.id)
    .flatMap(({ rows }) => rows)
  const found = people.find(({ subjectId }) => subjectId === params.get('person')) ?? null
  return {
    kind,
    directions,
    direction,
    people,
    person: found ?? (asks.includes('person') ? (people[0] ?? null) : null),
    layout: params.get('layout') === 'sheet' ? 'sheet' : 'each',
    isBlank: params.get('sums') !== '1',
    format: params.get('format') === 'xlsx' ? 'xlsx' : 'docx',
    choose: (key, value) =>
      setParams(
        (before) => {
          const after = new URLSearchParams(before)
          if (value === null) after.delete(key)
          else after.set(key, value)
          return after
        },
        { replace: key !== 'paper' },
      ),
  }
}
