import type { UseFormReturn } from 'react-hook-form'
import type { z } from 'zod'
import type { SubjectFields, subjectInput } from '#shared/contract/reviewInputs.ts'
import type { SchemeDetail } from '#shared/contract/reviewRows.ts'
import type { RouteOutput } from '#shared/contract/routes.ts'

export type SubjectDraft = z.input<typeof subjectInput>

export type SubjectForm = UseFormReturn<SubjectDraft, unknown, SubjectFields>

export type Candidate = RouteOutput<'reviews.candidates'>[number]

export function blankSubject(scheme: SchemeDetail | undefined): SubjectDraft {
  return {
    schemeId: scheme?.id ?? '',
    organizationId: '',
    kind: scheme?.scheme.subjects[0] ?? 'secretary',
    memberId: null,
    name: '',
    duty: null,
  }
}

/** One person may hold posts in several organisations. */
export function candidateKey({ organizationId, memberId, name, duty }: Candidate): string {
  return [organizationId, memberId ?? name, duty].join(' ')
}

export function subjectsOf(
  candidates: readonly Candidate[],
  chosen: ReadonlySet<string>,
  schemeId: string,
): SubjectDraft[] {
  return candidates
    .filter((each) => chosen.has(candidateKey(each)))
    .map(({ organizationId, kind, memberId, name, duty }) => ({
      schemeId,
      organizationId,
      kind,
      memberId,
      name,
      duty,
    }))
}

/** One person accounts once: of several posts the one ticked last stays. */
export function onePostEach(
  candidates: readonly Candidate[],
  before: ReadonlySet<string>,
  chosen: ReadonlySet<string>,
): ReadonlySet<string> {
  const isOld = (each: Candidate) => before.has(candidateKey(each))
  const ticked = candidates.filter((each) => chosen.has(candidateKey(each)))
  const kept = new Map<string, string>()
  for (const each of [...ticked.filter((one) => !isOld(one)), ...ticked.filter(isOld)]) {
    const person = each.memberId ?? candidateKey(each)
    if (!kept.has(person)) kept.set(person, candidateKey(each))
  }
  return new Set(kept.values())
}
