import type { MemberCheck, MemberDetail, MemberFinding } from '#shared/contract/members.ts'
import { isMemberField } from '#shared/domain/memberFields.ts'
import type { MemberFormValues } from './memberForm.ts'

/** Answers given to stored findings go on standing beside the live ones. */
export function withAnswers(
  live: MemberCheck['findings'],
  stored: readonly MemberFinding[],
): readonly MemberFinding[] {
  const reasons = new Map(stored.map((finding) => [finding.code, finding.overriddenReason]))
  return live.map((finding) => ({ ...finding, overriddenReason: reasons.get(finding.code) ?? null }))
}

/** In a form somebody is still filling in, what is missing is no news. */
export function withoutMissing(
  live: MemberCheck['findings'],
  changes: Partial<MemberFormValues>,
): readonly MemberFinding[] {
  return live
    .filter(({ field }) => field === null || !isMemberField(field) || (changes[field] ?? null) !== null)
    .map((finding) => ({ ...finding, overriddenReason: null }))
}

/** Of a new member, or of a stored one with the answers given. */
export function findingsOf(
  detail: MemberDetail | null,
  check: MemberCheck | null,
  changes: () => Partial<MemberFormValues>,
): readonly MemberFinding[] {
  if (detail === null) return check === null ? [] : withoutMissing(check.findings, changes())
  return check === null ? detail.findings : withAnswers(check.findings, detail.findings)
}
