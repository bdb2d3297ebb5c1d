/** Printed where the database has no value: a document never invents one (GB/T practice: left to be filled by hand). */
export const blank = '＿＿＿＿'

export interface MissingItem {
  /** Identifier of the field. */
  readonly field: string
  /** Its Chinese name. */
  readonly label: string
  /** The organisation or part of the document. */
  readonly place: string
  /** The person; empty where it is not about one. */
  readonly subject: string
  /** Both in one, for lists; never holds an ID number. */
  readonly where: string
}

export interface MissingList {
  /** The value, or a blank to fill in by hand, which is then on the list. */
  readonly fill: (value: string | null, item: Omit<MissingItem, 'where'>) => string
  readonly items: readonly MissingItem[]
}

export function createMissingList(): MissingList {
  const items: MissingItem[] = []
  const fill = (value: string | null, item: Omit<MissingItem, 'where'>): string => {
    if (value !== null && value.trim() !== '') return value
    items.push({ ...item, where: `${item.place}${item.subject}` })
    return blank
  }
  return { fill, items }
}
