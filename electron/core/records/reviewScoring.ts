import type { ReadDb } from '#db/database.ts'
import { listSchemes } from '#db/queries/reviewCampaigns.ts'
import {
  anySubjectsOf,
  dailyHundredthsOf,
  groupCountsOf,
  type ScoredSubject,
  unsettledBatchesOf,
} from '#db/queries/reviewScores.ts'
import { isInScope } from '#db/queries/scope.ts'
import type { ScoreRow } from '#shared/contract/reviewRows.ts'
import type { Finding } from '#shared/domain/finding.ts'
import type { Batch } from '#shared/domain/reviews/components.ts'
import { bestLimitFinding, limitBest, rankSubjects } from '#shared/domain/reviews/ranking.ts'
import { reviewFinding } from '#shared/domain/reviews/ruleTable.ts'
import type { Scheme } from '#shared/domain/reviews/scheme.ts'
import { schemeProblems } from '#shared/domain/reviews/schemeRules.ts'
import type { Tally } from '#shared/domain/reviews/tallies.ts'
import { scoreSubject, type SubjectFacts, type SubjectScore } from '#shared/domain/reviews/totals.ts'
import { type JudgedPerson, listedIds, scoreRow, suggestedOf } from './reviewScoreRow.ts'

/** One person with all that may be shown of the score by now. */
export interface ScoredPerson {
  readonly subject: ScoredSubject
  readonly score: SubjectScore
  readonly row: ScoreRow
}

export interface ScoredScheme {
  readonly schemeId: string
  readonly schemeName: string
  readonly scheme: Scheme
  /** In their order; those in the caller's scope. */
  readonly people: readonly ScoredPerson[]
  /** REV-08 of the grades as decided, and what is wrong with the scheme. */
  readonly findings: readonly Finding[]
}

export interface CampaignScores {
  readonly schemes: readonly ScoredScheme[]
  /** By subject. */
  readonly people: ReadonlyMap<string, ScoredPerson>
}

/** As a scheme is stored. */
export function readScheme(body: string): Scheme {
  const scheme: Scheme = JSON.parse(body)
  return scheme
}

/** Ballots and daily scores of these people, whoever asks: read in three queries, however many they are. */
export function subjectFactsOf(db: ReadDb, subjectIds: readonly string[]): ReadonlyMap<string, SubjectFacts> {
  const daily = Map.groupBy(dailyHundredthsOf(db, subjectIds), ({ subjectId }) => subjectId)
  const counts = Map.groupBy(groupCountsOf(db, subjectIds), ({ subjectId }) => subjectId)
  const unsettled = Map.groupBy(unsettledBatchesOf(db, subjectIds), ({ subjectId }) => subjectId)
  return new Map(
    subjectIds.map((id) => {
      const waiting = (unsettled.get(id) ?? []).map(({ groupId, state, issued, returned }): Batch => ({
        groupId,
        isClosed: state === 'void',
        issued,
        returned,
        invalid: 0,
        tally: {},
      }))
      const counted = (counts.get(id) ?? []).map(({ subjectId: _s, tally, ...count }): Batch => {
        const sums: Tally = JSON.parse(tally)
        return { ...count, isClosed: true, tally: sums }
      })
      const given = (daily.get(id) ?? []).map(({ partId, hundredths }) => [partId, hundredths] as const)
      return [id, { batches: [...counted, ...waiting], daily: Object.fromEntries(given) }]
    }),
  )
}

const noFacts: SubjectFacts = { batches: [], daily: {} }

/** A scheme that contradicts itself scores nobody; it is looked at once, however many are scored under it. */
export function scorerOf(scheme: Scheme): (facts?: SubjectFacts) => SubjectScore {
  const problem = schemeProblems(scheme).find(({ severity }) => severity === 'block')
  if (problem === undefined) return (facts = noFacts) => scoreSubject(scheme, facts)
  const nothing = { score: null, indicators: [], groups: [], poor: null, findings: [] }
  const unscored: SubjectScore = {
    components: scheme.components.map(({ id: componentId, name, weight }) => ({
      componentId,
      name,
      weight,
      state: 'missing',
      ...nothing,
    })),
    total: null,
    hundredths: null,
    findings: [reviewFinding('REV-01', 'block', null, `方案有误，不计分：${problem.message}`)],
  }
  return () => unscored
}

const byId = <T extends { readonly subjectId: string }>(all: readonly T[]) =>
  new Map(all.map((each) => [each.subjectId, each]))

/** All under one scheme, scored together: ranks and REV-08 rest on everybody, also on those the caller does not see. */
function scoreScheme(
  db: ReadDb,
  {
    id: schemeId,
    name: schemeName,
    scheme,
  }: { readonly id: string; readonly name: string; readonly scheme: Scheme },
  subjects: readonly ScoredSubject[],
  facts: ReadonlyMap<string, SubjectFacts>,
  vetoesOf: VetoesOf,
): ScoredScheme {
  const scoreOf = scorerOf(scheme)
  const judged = subjects.map((subject): JudgedPerson => {
    const score = scoreOf(facts.get(subject.id))
    return { subject, score, suggested: suggestedOf(scheme, score, vetoesOf(subject)) }
  })
  const scored = judged.map(({ subject, score, suggested }) => ({
    subjectId: subject.id,
    hundredths: score.hundredths,
    grade: suggested?.grade ?? null,
  }))
  const isSeen = ({ organizationId }: ScoredSubject) => isInScope(db, organizationId)
  const seesAll = subjects.every(isSeen)
  const limited = byId(limitBest(scored, scheme, seesAll))
  const ranks = byId(seesAll ? rankSubjects(scored) : [])
  const people = judged
    .filter(({ subject }) => isSeen(subject))
    .map((one): ScoredPerson => {
      const { subject, score } = one
      const head = { subjectId: subject.id }
      const limit = limited.get(subject.id) ?? { ...head, grade: null, reason: null }
      const rank = ranks.get(subject.id) ?? { ...head, rank: null, isTied: false }
      return { subject, score, row: scoreRow(scheme, one, limit, rank) }
    })
  const over = seesAll
    ? bestLimitFinding(
        subjects.map(({ grade }) => grade),
        scheme,
      )
    : null
  const findings = [...schemeProblems(scheme), ...(over === null ? [] : [over])]
  return { schemeId, schemeName, scheme, people, findings }
}

type VetoesOf = (subject: Pick<ScoredSubject, 'id' | 'vetoIds'>) => readonly string[]

const storedVetoes: VetoesOf = ({ vetoIds }) => listedIds(vetoIds)

/**
 * Everybody of a campaign the caller has seen to be in reach, scheme by scheme, cut to the caller's organisations.
 * `vetoesOf`: which vetoes count as established, those on record unless told otherwise.
 */
export function scoreCampaign(
  db: ReadDb,
  campaignId: string,
  vetoesOf: VetoesOf = storedVetoes,
): CampaignScores {
  const subjects = anySubjectsOf(db, campaignId)
  const facts = subjectFactsOf(
    db,
    subjects.map(({ id }) => id),
  )
  const byScheme = Map.groupBy(subjects, ({ schemeId }) => schemeId)
  const schemes = listSchemes(db, [campaignId]).map(({ id, name, body }) =>
    scoreScheme(db, { id, name, scheme: readScheme(body) }, byScheme.get(id) ?? [], facts, vetoesOf),
  )
  const all = schemes.flatMap(({ people }) => people)
  return { schemes, people: new Map(all.map((person) => [person.subject.id, person])) }
}
