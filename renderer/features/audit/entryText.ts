import type { AuditEntry } from '#shared/contract/audit.ts'

/** What an entry says besides its title; null when that is nothing. Older entries begin with their title once more. */
export function beyondTitle({ title, detail }: Pick<AuditEntry, 'title' | 'detail'>): string | null {
  if (detail === null) return null
  const rest = detail.startsWith(title) ? detail.slice(title.length) : detail
  const text = rest.replace(/^[：，\s]+/, '').replace(/^（([^（）]*)）$/, '$1')
  return text === '' ? null : text
}
