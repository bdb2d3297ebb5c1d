import type { ReadDb } from '#db/database.ts'
import { type ListedRectification, rectificationsOf } from '#db/queries/rectifications.ts'
import type { StoredCampaign } from '#db/queries/reviewCampaigns.ts'
import {
  dailyDaysOf,
  listComments,
  listSteps,
  listSubjects,
  type StoredSubject,
} from '#db/queries/reviewSubjects.ts'
import type { BoardRow, StepCell } from '#shared/contract/reviewRows.ts'
import { countSigns, reportFindings } from '#shared/domain/reviews/accountReport.ts'
import { type FlowStepKey, nextStep } from '#shared/domain/reviews/flow.ts'
import { rectifyFindings } from '#shared/domain/reviews/rectification.ts'
import type { Finding } from '#shared/domain/finding.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import { type Shown, shownText } from './mobilityRows.ts'
import { stepsOf } from './reviewCampaign.ts'
import { type CampaignScores, scoreCampaign, type ScoredPerson, type ScoredScheme } from './reviewScoring.ts'
import { doneSteps, stepCellsOf } from './reviewSteps.ts'

/** One person and how far along the flow. */
export interface Standing {
  readonly subject: StoredSubject
  readonly scheme: ScoredScheme
  readonly person: ScoredPerson
  readonly cells: readonly StepCell[]
  readonly done: ReadonlySet<string>
  readonly rectifications: readonly ListedRectification[]
}

export interface CampaignBoard {
  readonly steps: readonly FlowStepKey[]
  readonly scores: CampaignScores
  /** Those in the caller's reach, in their order. */
  readonly standings: readonly Standing[]
}

const grouped = <T extends { readonly subjectId: string }>(rows: readonly T[]) =>
  Map.groupBy(rows, ({ subjectId }) => subjectId)

/** Everybody of a campaign that the caller has seen to be in reach: read in a dozen queries, however many they are. */
export function readBoard(db: ReadDb, campaign: StoredCampaign, reader: Shown = db): CampaignBoard {
  const steps = stepsOf(campaign)
  const subjects = listSubjects(db, campaign.id)
  const ids = subjects.map(({ id }) => id)
  const scores = scoreCampaign(db, campaign.id)
  const schemes = new Map(scores.schemes.map((scheme) => [scheme.schemeId, scheme]))
  const stored = grouped(listSteps(db, ids))
  const comments = grouped(listComments(db, ids))
  const daily = grouped(dailyDaysOf(db, ids))
  const rectifications = grouped(rectificationsOf(db, ids))
  const standings = subjects.flatMap((subject): readonly Standing[] => {
    const scheme = schemes.get(subject.schemeId)
    const person = scores.people.get(subject.id)
    if (!scheme || !person) return []
    const items = rectifications.get(subject.id) ?? []
    const cells = stepCellsOf(
      {
        subject,
        scheme: scheme.scheme,
        steps,
        stored: stored.get(subject.id) ?? [],
        comments: comments.get(subject.id) ?? [],
        daily: daily.get(subject.id) ?? [],
        score: person.row,
        rectifications: items,
      },
      reader,
    )
    return [{ subject, scheme, person, cells, done: doneSteps(cells), rectifications: items }]
  })
  return { steps, scores, standings }
}

/** REV-13 of a report as far as it is written. */
export function reportFindingsOf(
  report: Pick<StoredSubject, 'achievements' | 'problems' | 'plans'>,
): readonly Finding[] {
  const signs = (text: string | null) => (text === null ? 0 : countSigns(text))
  return reportFindings({
    achievements: signs(report.achievements),
    problems: signs(report.problems),
    plans: signs(report.plans),
  })
}

/** A line of the board. `reader`: who is shown it, or handed the paper. */
export function boardRow(
  { subject, scheme, person, cells, done, rectifications }: Standing,
  steps: readonly FlowStepKey[],
  today: DateOnly,
  reader: Shown,
): BoardRow {
  const { id, version, kind, organizationId } = subject
  const items = rectifications.map((item) => ({ ...item, problem: shownText(item.problem, reader) }))
  return {
    id,
    version,
    name: shownText(subject.name, reader),
    duty: subject.duty === null ? null : shownText(subject.duty, reader),
    kind,
    organizationId,
    organizationName: person.row.organizationName,
    schemeId: scheme.schemeId,
    schemeName: scheme.schemeName,
    next: nextStep(done, steps),
    steps: cells,
    findings: [
      ...person.row.findings,
      ...reportFindingsOf(subject),
      ...rectifyFindings(items, subject.feedbackOn !== null, today),
    ],
  }
}
