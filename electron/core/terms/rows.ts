import type { StoredTerm } from '#db/queries/terms.ts'
import type { OrganizationTerms, Term } from '#shared/contract/terms.ts'
import { hasTerm, isEnded, termYearsOf } from '#shared/domain/organizationKinds.ts'
import { defaultRuleSettings } from '#shared/domain/settings.ts'
import { effectiveDue, type TermState, termState } from '#shared/domain/terms.ts'
import { type DateOnly, daysBetween } from '#shared/lib/dates.ts'
import type { Committee } from '../records/committees.ts'
import { kindOf } from '../records/organizationKind.ts'

/** Why an organisation has no term; null where it has. */
export function noTermZh({ row }: Pick<Committee, 'row'>): string | null {
  const kind = kindOf(row)
  if (hasTerm(kind)) return null
  if (kind.type === 'DGW') return '党工委是上级党委的派出机关，成员由上级任命，没有届期、不换届'
  if (kind.branchKind === 'LS') return '临时党支部没有届期、不换届，书记由批准成立的党组织指定'
  return '党小组不是一级党组织，没有届期'
}

/** As its own record says, else as ORG-10 has it; null where neither tells. */
export function yearsOf({ row }: Pick<Committee, 'row'>): number | null {
  return row.termYears ?? termYearsOf(kindOf(row), defaultRuleSettings) ?? null
}

export interface Standing {
  readonly state: TermState
  readonly effectiveDue: DateOnly | null
  readonly daysLeft: number | null
}

export function standingOf({ row, running }: Committee, today: DateOnly): Standing {
  if (running === null || isEnded(row)) return { state: 'unknown', effectiveDue: null, daysLeft: null }
  const due = effectiveDue(running, defaultRuleSettings)
  return {
    state: termState(running, today, defaultRuleSettings),
    effectiveDue: due,
    daysLeft: due === null ? null : daysBetween(today, due),
  }
}

export function termRow(term: StoredTerm, running: StoredTerm | null): Term {
  const { id, version, organizationId, termNo, fromOn, dueOn, endedOn, remark } = term
  const { extendedTo, extensionDoc, extensionApprovedOn, extensionReason, electionId } = term
  return {
    id,
    version,
    organizationId,
    termNo,
    fromOn: fromOn === '' ? null : fromOn,
    dueOn,
    endedOn,
    remark,
    isRunning: running?.id === id,
    extendedTo,
    extensionDoc,
    extensionApprovedOn,
    extensionReason,
    electionId,
  }
}

export function organizationTerms(committee: Committee, today: DateOnly): OrganizationTerms {
  const { row, terms, running, findings } = committee
  return {
    organizationId: row.id,
    noTermZh: noTermZh(committee),
    years: yearsOf(committee),
    terms: terms.map((term) => termRow(term, running)).toReversed(),
    ...standingOf(committee, today),
    findings: findings.term,
  }
}
