/** What a parser of optional keys answers under exactOptionalPropertyTypes. */
export type Loose<T> = { readonly [K in keyof T]?: T[K] | undefined }

/** The keys that were given. A key that is present but undefined counts as absent. */
export function defined<T extends object>(fields: Loose<T>): Partial<T> {
  // Sound: only undefined values are taken away, which Partial<T> cannot hold.
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>
}
