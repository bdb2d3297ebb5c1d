import { z } from 'zod'
import { grades, gradeSets } from '#shared/domain/reviews/grades.ts'
import { directions, raterKinds, subjectKinds } from '#shared/domain/reviews/words.ts'
import type { SchemeDraft } from './schemeForm.ts'

/** A number that is none yet was kept as null. */
const number = z
  .number()
  .nullable()
  .transform((value) => value ?? Number.NaN)
const grade = z.enum(grades)
const named = { id: z.string(), name: z.string() }
const leaf = { ...named, points: number }
const weighed = { ...named, weight: number }

const rated = z.object({
  ...weighed,
  kind: z.literal('rated'),
  direction: z.enum(directions),
  form: z.object({
    items: z.enum(['points', 'grades', 'none']),
    scale: z.enum(['hundred', 'own']),
    hasOverall: z.boolean(),
    scoredBy: z.enum(['overall', 'items']),
  }),
  groups: z.array(
    z.object({
      ...weighed,
      kind: z.enum(raterKinds),
      isOptional: z.boolean(),
      mergesInto: z.string().nullable(),
    }),
  ),
})

const daily = z.object({ ...weighed, kind: z.literal('daily'), parts: z.array(z.object(weighed)) })

/** The form half filled in: of the right shape, its values as wrong as they were. */
const halfFilled = z.object({
  name: z.string(),
  scheme: z.object({
    subjects: z.array(z.enum(subjectKinds)),
    gradeSet: z.enum(gradeSets),
    gradePoints: z.object({ best: number, good: number, fair: number, poor: number }),
    bands: z.object({ best: number, good: number, fair: number }),
    indicators: z.array(z.object({ ...leaf, children: z.array(z.object(leaf)) })),
    components: z.array(z.discriminatedUnion('kind', [rated, daily])).min(1),
    returns: z.object({ lowBelow: number, voidBelow: number }),
    hideBelow: number,
    poorShare: z.object({ above: number, atMost: grade }),
    bestLimit: z.number().nullable(),
    vetoes: z.array(z.object({ ...named, atMost: grade })),
  }),
})

/** What was kept of a half-filled form; null where it does not fit the form any more. */
export function parseSchemeDraft(value: unknown): SchemeDraft | null {
  const parsed = halfFilled.safeParse(value)
  return parsed.success ? parsed.data : null
}
