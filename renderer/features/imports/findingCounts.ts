import type { ImportFinding } from '#shared/contract/imports.ts'
import { type Severity, severities } from '#shared/domain/finding.ts'
import { findingTitle } from '#shared/labels/findings.ts'

export interface FindingCount {
  readonly code: string
  readonly title: string
  readonly severity: Severity
  /** Rows with it, each once however many of its cells have it. */
  readonly rows: number
}

/** Passed over on purpose, so no list of people shows it. */
function isAboutRow(finding: ImportFinding): boolean {
  return finding.row !== null && finding.code !== 'ROW_SKIPPED'
}

/** Kinds of problem among the rows, the gravest first, then the commonest. */
export function countFindings(findings: readonly ImportFinding[]): readonly FindingCount[] {
  const byCode = Map.groupBy(findings.filter(isAboutRow), (finding) => finding.code)
  const counts = [...byCode].map(([code, same]) => ({
    code,
    title: findingTitle(code),
    severity: severities.find((severity) => same.some((finding) => finding.severity === severity)) ?? 'blue',
    rows: new Set(same.map((finding) => `${finding.row} ${finding.sheet}`)).size,
  }))
  const rank = (count: FindingCount): number => severities.indexOf(count.severity)
  return counts.toSorted((a, b) => rank(a) - rank(b) || b.rows - a.rows || a.code.localeCompare(b.code))
}

/** Findings about a sheet, a column or a line that is nobody's. */
export function generalFindings(findings: readonly ImportFinding[]): readonly ImportFinding[] {
  return findings.filter((finding) => !isAboutRow(finding))
}
