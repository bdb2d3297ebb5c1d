import type Sqlite from 'better-sqlite3'
import { maskNumbersToRegion } from '#shared/lib/idNumber.ts'

/** `shown_text(value)` in SQL: a text as who may not look at whole numbers sees it. */
export function addShownText(sqlite: Sqlite.Database): void {
  sqlite.function('shown_text', { deterministic: true }, (value: unknown) =>
    typeof value === 'string' ? maskNumbersToRegion(value) : value,
  )
}
