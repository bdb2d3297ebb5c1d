import type { ReadDb } from '#db/database.ts'
import { opinionsOn, type StoredDaily } from '#db/queries/reviewScores.ts'
import type {
  ComponentView,
  DailyRow,
  EvidenceLine,
  SchemeScores,
  ScoreRow,
} from '#shared/contract/reviewRows.ts'
import { toHundredths } from '#shared/domain/reviews/exact.ts'
import { explainScore } from '#shared/domain/reviews/explainScore.ts'
import { judgeReturns } from '#shared/domain/reviews/returns.ts'
import type { Scheme } from '#shared/domain/reviews/scheme.ts'
import { valueOf } from '#shared/domain/reviews/scoreTree.ts'
import type { SubjectFacts, SubjectScore } from '#shared/domain/reviews/totals.ts'
import { shownTexts } from './developmentRows.ts'
import { type Shown, shownText } from './mobilityRows.ts'
import { type CampaignScores, type ScoredPerson, subjectFactsOf } from './reviewScoring.ts'

/** A line of the scores as the reader is shown it. */
export function shownScore(row: ScoreRow, reader: Shown): ScoreRow {
  return shownTexts(row, ['name', 'duty', 'decidedAt', 'decisionReason', 'handling'], reader)
}

/** All of them, scheme by scheme, as the reader is shown them. */
export function schemeScores({ schemes }: CampaignScores, reader: Shown): readonly SchemeScores[] {
  return schemes.map(({ people, ...scheme }) => ({
    ...scheme,
    rows: people.map(({ row }) => shownScore(row, reader)),
  }))
}

/**
 * REV-03, REV-06: words on ballots are kept by direction alone, so they are shown only when every group of it counts, and enough
 * people voted.
 */
export function maySeeOpinions(
  scheme: Scheme,
  { componentId, state, groups }: SubjectScore['components'][number],
  { batches }: SubjectFacts,
): boolean {
  const component = scheme.components.find(({ id }) => id === componentId)
  if (component?.kind !== 'rated' || state !== 'scored') return false
  const of = batches.filter(({ groupId }) => component.groups.some(({ id }) => id === groupId))
  return (
    of.every((batch) => judgeReturns(batch, scheme.returns).standing !== 'tooFew') &&
    groups.every(({ valid }) => valid >= scheme.hideBelow)
  )
}

/** Each source of the total with all that may be shown of it. */
export function componentViews(
  db: ReadDb,
  { subject, score, row }: ScoredPerson,
  scheme: Scheme,
  reader: Shown,
): readonly ComponentView[] {
  const facts = subjectFactsOf(db, [subject.id]).get(subject.id) ?? { batches: [], daily: {} }
  const opinions = Map.groupBy(opinionsOn(db, subject.id), ({ componentId }) => componentId)
  const heads = new Map(row.components.map((head) => [head.componentId, head]))
  return score.components.flatMap((component): readonly ComponentView[] => {
    const head = heads.get(component.componentId)
    if (head === undefined) return []
    const words = maySeeOpinions(scheme, component, facts) ? (opinions.get(component.componentId) ?? []) : []
    return [
      {
        ...head,
        explanation: component.score === null ? null : explainScore(component.score, true),
        indicators: component.indicators.flatMap(({ indicatorId, score }) => {
          const name = scheme.indicators.find(({ id }) => id === indicatorId)?.name
          return name === undefined ? [] : [{ indicatorId, name, hundredths: toHundredths(valueOf(score)) }]
        }),
        groups: component.groups,
        poor: component.poor,
        opinions: words.map((opinion) => shownText(opinion.words, reader)),
      },
    ]
  })
}

/** As stored beside a score. */
function readEvidence(stored: string | null): readonly EvidenceLine[] | null {
  if (stored === null) return null
  const lines: readonly EvidenceLine[] = JSON.parse(stored)
  return lines
}

/** Every part the scheme asks for, scored or not. */
export function dailyRows(scheme: Scheme, daily: readonly StoredDaily[], reader: Shown): readonly DailyRow[] {
  const given = new Map(daily.map((row) => [row.partId, row]))
  return scheme.components.flatMap((component) =>
    component.kind !== 'daily'
      ? []
      : component.parts.map(({ id: partId, name, weight }): DailyRow => {
          const row = given.get(partId)
          return shownTexts(
            {
              partId,
              name,
              weight,
              componentName: component.name,
              hundredths: row?.hundredths ?? null,
              basis: row?.basis ?? null,
              scoredOn: row?.scoredOn ?? null,
              scoredBy: row?.scoredBy ?? null,
              evidence: readEvidence(row?.evidence ?? null),
            },
            ['basis', 'scoredBy'],
            reader,
          )
        }),
  )
}
