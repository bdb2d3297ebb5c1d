/** One value of a code table. */
export interface CodeEntry {
  readonly code: string
  readonly name: string
  /** Other ways real workbooks write this value. */
  readonly aliases: readonly string[]
  /** Heading the entry stands under where the table is a tree. */
  readonly group?: string
}

export function entry(code: string, name: string, ...aliases: readonly string[]): CodeEntry {
  return { code, name, aliases }
}

/** Entries under one heading. */
export function grouped(group: string, entries: readonly CodeEntry[]): readonly CodeEntry[] {
  return entries.map((each) => ({ ...each, group }))
}
