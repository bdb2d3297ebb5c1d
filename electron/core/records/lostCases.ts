import type { ReadDb } from '#db/database.ts'
import {
  listLostCases,
  type LostCaseOfMember,
  lostAttemptsOf,
  type StoredLostAttempt,
  type StoredLostCase,
} from '#db/queries/lostCases.ts'
import { organizationNames } from '#db/queries/organizations.ts'
import type { LostAttempt, LostCaseDetail, LostCaseFields, LostCaseRow } from '#shared/contract/lostCases.ts'
import { lostStage, searchDone, searchEndsIn, sixMonthsOn, twoYearsOn } from '#shared/domain/lostDates.ts'
import { lostFindings } from '#shared/domain/lostRules.ts'
import { maskFreeText, type Reader } from '#shared/domain/memberMasks.ts'
import { defaultRuleSettings } from '#shared/domain/settings.ts'
import type { DateOnly } from '#shared/lib/dates.ts'

/** Free texts as this reader is shown them. */
function shownFields(lost: StoredLostCase, reader: Reader): LostCaseFields {
  const shown = (text: string | null) => (text === null ? null : maskFreeText(text, reader))
  return {
    since: lost.since,
    stopOn: lost.stopOn,
    stopMeeting: shown(lost.stopMeeting),
    stopApprovedBy: shown(lost.stopApprovedBy),
    stopDoc: shown(lost.stopDoc),
    restoreAppliedOn: lost.restoreAppliedOn,
    restoreDiscussedOn: lost.restoreDiscussedOn,
    restoreApprovedOn: lost.restoreApprovedOn,
    restoreApprovedBy: shown(lost.restoreApprovedBy),
    restoreDoc: shown(lost.restoreDoc),
    endedOn: lost.endedOn,
    endedMeeting: shown(lost.endedMeeting),
    endedApprovedBy: shown(lost.endedApprovedBy),
    endedDoc: shown(lost.endedDoc),
    foundOn: lost.foundOn,
    remark: shown(lost.remark),
  }
}

function shownAttempt({ id, version, ...attempt }: StoredLostAttempt, reader: Reader): LostAttempt {
  const { round, triedOn, way, result, byWhom, content } = attempt
  const shown = (text: string | null) => (text === null ? null : maskFreeText(text, reader))
  return { id, version, round, triedOn, way, result, byWhom: shown(byWhom), content: shown(content) }
}

interface Asked {
  readonly names: ReadonlyMap<string, string>
  readonly today: DateOnly
  readonly reader: Reader
}

function rowOf(
  found: LostCaseOfMember,
  attempts: readonly StoredLostAttempt[],
  { names, today, reader }: Asked,
): LostCaseRow {
  const { lost, memberName, personType, partyStatus, organizationId } = found
  const settings = defaultRuleSettings
  const { ways, rounds } = searchDone(attempts)
  const facts = {
    ...lost,
    attempts,
    personType,
    partyStatus,
    isMarkedLost: found.isLost === true,
    isAbroad: found.abroadSince !== null,
  }
  return {
    id: lost.id,
    version: lost.version,
    memberId: lost.memberId,
    memberName,
    personType,
    partyStatus,
    organizationId,
    organizationName: names.get(organizationId) ?? '',
    status: lost.status,
    stage: lostStage(lost, { today, settings }),
    fields: shownFields(lost, reader),
    sixMonthsOn: sixMonthsOn(lost, settings),
    twoYearsOn: twoYearsOn(lost, settings),
    ways,
    rounds,
    lastTriedOn: attempts[0]?.triedOn ?? null,
    findings: lostFindings(facts, { today, settings }),
  }
}

function attemptsByCase(db: ReadDb, cases: readonly LostCaseOfMember[]) {
  return Map.groupBy(
    lostAttemptsOf(
      db,
      cases.map(({ lost }) => lost.id),
    ),
    ({ caseId }) => caseId,
  )
}

/** Cases of these branches (null: all in reach) with what is due and what the rules say, by name. */
export function readLostCases(
  db: ReadDb,
  organizationIds: readonly string[] | null,
  today: DateOnly,
  reader: Reader = db,
): readonly LostCaseRow[] {
  const cases = listLostCases(db, organizationIds)
  const attempts = attemptsByCase(db, cases)
  const asked = { names: organizationNames(db), today, reader }
  return cases.map((each) => rowOf(each, attempts.get(each.lost.id) ?? [], asked))
}

/** The same with every attempt. */
export function lostCaseDetails(
  db: ReadDb,
  cases: readonly LostCaseOfMember[],
  today: DateOnly,
): readonly LostCaseDetail[] {
  const attempts = attemptsByCase(db, cases)
  const asked = { names: organizationNames(db), today, reader: db }
  return cases.map((each) => {
    const own = attempts.get(each.lost.id) ?? []
    return {
      ...rowOf(each, own, asked),
      attempts: own.map((attempt) => shownAttempt(attempt, db)),
      endsIn: searchEndsIn(each),
      createdAt: each.lost.createdAt,
      updatedAt: each.lost.updatedAt,
    }
  })
}
