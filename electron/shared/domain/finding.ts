import type { FindingCode } from '../labels/findings.ts'

/**
 * Severity in the words of the rules: `block` 阻断 (contradicts itself, cannot be saved or passed on without a reason),
 * `red` 违规, `orange` 逾期未办, `yellow` 临期或存疑, `blue` 提示.
 */
export const severities = ['block', 'red', 'orange', 'yellow', 'blue'] as const

export type Severity = (typeof severities)[number]

/** One thing a rule found. It warns; it never changes a record. */
export interface Finding {
  /** Rule id, e.g. `ORG-03`, `MEM-20`, or a data code such as `ID_CHECKSUM`. */
  readonly code: string
  readonly severity: Severity
  /** One Chinese sentence: what is wrong and what to do. Holds no ID number or phone in the clear. */
  readonly message: string
  /** Regulation and article the rule rests on, as shown on the card. */
  readonly basis: string
  /** The field it stands beside, when there is one. */
  readonly field: string | null
}

export function makeFinding(
  code: FindingCode,
  severity: Severity,
  field: string | null,
  message: string,
  basis: string,
): Finding {
  return { code, severity, message, basis, field }
}

/** Of some findings; null of none. */
export function worstSeverity(found: readonly Pick<Finding, 'severity'>[]): Severity | null {
  return severities.find((each) => found.some(({ severity }) => severity === each)) ?? null
}

/** A computed value that can defend itself: inputs, the rule in words, the article, the result. */
export interface Explanation {
  readonly code: string
  readonly title: string
  readonly inputs: readonly { readonly label: string; readonly value: string }[]
  readonly rule: string
  readonly basis: string
  readonly result: string
}
