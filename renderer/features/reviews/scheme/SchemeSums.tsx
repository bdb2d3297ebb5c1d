import { useWatch } from 'react-hook-form'
import { fullMarks, pointsText } from '#shared/domain/reviews/hundredths.ts'
import { schemeProblems } from '#shared/domain/reviews/schemeRules.ts'
import { FindingNotes } from '../../../ui/FindingNotes.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'
import { asTyped, findingsAt, type SchemeControl, sumOf } from './schemeForm.ts'

interface SumProps {
  readonly what: string
  readonly values: readonly unknown[]
  /** What they must come to, in hundredths. */
  readonly should?: number
  readonly unit: string
}

/** The running sum of weights or points, and whether it is what it must be. */
export function Sum({ what, values, should = fullMarks, unit }: SumProps) {
  const sum = sumOf(values)
  const wanted = `${pointsText(should)}${unit}`
  return (
    <span className="scheme-sum" aria-live="polite">
      {sum === null ? (
        <StateMark state="warning">{what}合计：有的还没有填对</StateMark>
      ) : sum === should ? (
        <StateMark state="good">
          {what}合计 {wanted}
        </StateMark>
      ) : (
        <StateMark state="bad">
          {what}合计 {pointsText(sum)}
          {unit}，应为 {wanted}
        </StateMark>
      )}
    </span>
  )
}

interface SchemeFindingsProps {
  readonly control: SchemeControl
  /** `components`, `components.1`, `indicators`… */
  readonly field: string
}

/** What the rules say of one part of the scheme as it is typed just now. */
export function SchemeFindings({ control, field }: SchemeFindingsProps) {
  const scheme = useWatch({ control, name: 'scheme' })
  const findings = findingsAt(schemeProblems(asTyped(scheme)), field)
  if (findings.length === 0) return null
  return (
    <div className="scheme-findings">
      <FindingNotes findings={findings} />
    </div>
  )
}
