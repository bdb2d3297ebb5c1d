import type { Control } from 'react-hook-form'
import type { z } from 'zod'
import type { schemeInput } from '#shared/contract/reviewInputs.ts'
import type { SchemeDetail } from '#shared/contract/reviewRows.ts'
import { fullMarks, pointsText } from '#shared/domain/reviews/hundredths.ts'
import type { Scheme } from '#shared/domain/reviews/scheme.ts'
import type { Finding } from '#shared/domain/finding.ts'

/** As the form has it: a number not understood is NaN, an emptied one null. */
export type SchemeDraft = z.input<typeof schemeInput>

export type SchemeFields = z.output<typeof schemeInput>

export type SchemeControl = Control<SchemeDraft, unknown, SchemeFields>

type ComponentDraft = SchemeDraft['scheme']['components'][number]

type RatedDraft = Extract<ComponentDraft, { readonly kind: 'rated' }>

type GroupDraft = RatedDraft['groups'][number]

/** A copy, free to be changed. */
export function draftOf({ name, scheme }: Pick<SchemeDetail, 'name' | 'scheme'>): SchemeDraft {
  return { name, scheme: structuredClone(scheme) }
}

const newId = (): string => crypto.randomUUID()

export function blankGroup(): GroupDraft {
  return { id: newId(), name: '', kind: 'others', weight: 0, isOptional: false, mergesInto: null }
}

export function blankPart() {
  return { id: newId(), name: '', weight: 0 }
}

export function blankRated(): RatedDraft {
  return {
    kind: 'rated',
    id: newId(),
    name: '',
    weight: 0,
    direction: 'other',
    form: { items: 'none', scale: 'hundred', hasOverall: true, scoredBy: 'overall' },
    groups: [{ ...blankGroup(), weight: fullMarks }],
  }
}

export function blankDaily(): ComponentDraft {
  return {
    kind: 'daily',
    id: newId(),
    name: '',
    weight: 0,
    parts: [{ ...blankPart(), weight: fullMarks }],
  }
}

export function blankLeaf() {
  return { id: newId(), name: '', points: 0 }
}

export function blankIndicator() {
  return { ...blankLeaf(), children: [] }
}

export function blankVeto() {
  return { id: newId(), name: '', atMost: 'fair' as const }
}

const isNumber = (value: unknown): value is number => typeof value === 'number' && !Number.isNaN(value)

/** What a list of points or weights comes to; null where one of them is no number yet. */
export function sumOf(values: readonly unknown[]): number | null {
  return values.every(isNumber) ? values.reduce((sum, value) => sum + value, 0) : null
}

const number = (value: number): number => (isNumber(value) ? value : 0)
const named = <T extends { readonly name: string }>(part: T): T =>
  part.name.trim() === '' ? { ...part, name: '（未写名称）' } : part
const weighed = <T extends { readonly name: string; readonly weight: number }>(part: T): T =>
  named({ ...part, weight: number(part.weight) })

/** The scheme as far as it is typed: what is no number yet counts as nothing, so that the rules can be asked at any time. */
export function asTyped(draft: SchemeDraft['scheme']): Scheme {
  const { gradePoints, bands, returns } = draft
  return {
    ...draft,
    gradePoints: {
      best: number(gradePoints.best),
      good: number(gradePoints.good),
      fair: number(gradePoints.fair),
      poor: number(gradePoints.poor),
    },
    bands: { best: number(bands.best), good: number(bands.good), fair: number(bands.fair) },
    indicators: draft.indicators.map((indicator) => ({
      ...named(indicator),
      points: number(indicator.points),
      children: indicator.children.map((child) => ({ ...named(child), points: number(child.points) })),
    })),
    components: draft.components.map((component) =>
      component.kind === 'daily'
        ? { ...weighed(component), parts: component.parts.map(weighed) }
        : { ...weighed(component), groups: component.groups.map(weighed) },
    ),
    returns: { lowBelow: number(returns.lowBelow), voidBelow: number(returns.voidBelow) },
  }
}

/** What the rules say of one part of the form: `components`, or `components.1`. */
export function findingsAt(findings: readonly Finding[], field: string): readonly Finding[] {
  return findings.filter((finding) => finding.field === field)
}

/** 30%×上级评议＋30%×党员、群众测评＋40%×日常考核. */
export function formulaText(
  components: readonly { readonly name: string; readonly weight: number }[],
): string {
  return components
    .filter(({ weight }) => weight !== 0)
    .map(({ name, weight }) => `${isNumber(weight) ? pointsText(weight) : '？'}%×${name || '（未写名称）'}`)
    .join('＋')
}
