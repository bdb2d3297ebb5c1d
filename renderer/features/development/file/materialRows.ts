import type { DevelopmentMaterialRow } from '#shared/contract/developmentRows.ts'
import type { RouteInput } from '#shared/contract/routes.ts'
import { isPartialDate, parseWrittenDate } from '#shared/lib/dates.ts'

export type MaterialInput = RouteInput<'development.setMaterials'>['materials'][number]

/** What of a paper is written down. */
export function materialFields(row: DevelopmentMaterialRow): MaterialInput {
  const { materialNo, isPresent, isOriginal, copies, pages, formedOn, note } = row
  return { materialNo, isPresent, isOriginal, copies, pages, formedOn, note }
}

/** A paper while somebody types: its date as written. */
export interface MaterialDraft extends Omit<MaterialInput, 'formedOn'> {
  readonly formedOn: string
}

export function draftOf(row: DevelopmentMaterialRow): MaterialDraft {
  const { formedOn, ...others } = materialFields(row)
  return { ...others, formedOn: formedOn?.replaceAll('-', '.') ?? '' }
}

/** Null where the date cannot be read. */
export function inputOf({ formedOn, ...others }: MaterialDraft): MaterialInput | null {
  if (formedOn.trim() === '') return { ...others, formedOn: null }
  const date = parseWrittenDate(formedOn)
  return date !== null && isPartialDate(date) ? { ...others, formedOn: date } : null
}

/** What differs from what is stored. */
export function changedMaterials(
  before: readonly DevelopmentMaterialRow[],
  after: readonly MaterialInput[],
): readonly MaterialInput[] {
  const stored = new Map(before.map((row) => [row.materialNo, JSON.stringify(materialFields(row))]))
  return after.filter((row) => {
    const { materialNo, isPresent, isOriginal, copies, pages, formedOn, note } = row
    const now = JSON.stringify({ materialNo, isPresent, isOriginal, copies, pages, formedOn, note })
    return stored.get(materialNo) !== now
  })
}
