import { Link } from 'react-router'
import type { EnterpriseSummary } from '#shared/contract/enterprises.ts'
import { formatPercent } from '#shared/domain/counting.ts'
import { coverageKeys } from '#shared/domain/enterpriseCoverage.ts'
import { defaultRuleSettings } from '#shared/domain/settings.ts'
import { coverageTexts } from '#shared/labels/enterprises.ts'
import { findingTitle } from '#shared/labels/findings.ts'
import { useCall } from '../../lib/queries.ts'
import { SeverityTag } from '../../ui/SeverityTag.tsx'
import { addressOf, everyUnit } from './enterpriseView.ts'

const texts = coverageTexts(defaultRuleSettings)

/** ORG-75: the rates, each number leading to its names. */
export function Coverage({ organizationId }: { readonly organizationId: string | null }) {
  const summary = useCall('enterprises.summary', { organizationId }, { keepPrevious: true })
  if (summary.data === undefined || summary.data.units === 0) return null
  const at = { ...everyUnit, organizationId }
  return (
    <section aria-label="覆盖率">
      <div className="coverage">
        {coverageKeys.map((rate) => {
          const { numerator, denominator } = summary.data.rates[rate]
          const numberLink = (standing: 'met' | 'unmet' | 'asked', count: number, what: string) => (
            <Link
              to={addressOf({ ...at, coverage: { rate, standing } })}
              aria-label={`${texts[rate].title}${what} ${count}`}
            >
              <span className="number">{count}</span>
            </Link>
          )
          return (
            <div className="coverage-rate" key={rate}>
              <div className="muted">{texts[rate].title}</div>
              <div className="coverage-value">
                <span className="coverage-percent">{formatPercent({ numerator, denominator })}</span>
                <span>
                  {numberLink('met', numerator, '分子')} / {numberLink('asked', denominator, '分母')}
                </span>
                {denominator > numerator && (
                  <span className="small">
                    还差 {numberLink('unmet', denominator - numerator, '还差')} 家
                  </span>
                )}
              </div>
              <div className="coverage-rule">{texts[rate].rule}</div>
            </div>
          )
        })}
      </div>
      <FindingCounts findings={summary.data.findings} organizationId={organizationId} />
    </section>
  )
}

interface FindingCountsProps {
  readonly findings: EnterpriseSummary['findings']
  readonly organizationId: string | null
}

function FindingCounts({ findings, organizationId }: FindingCountsProps) {
  if (findings.length === 0) return null
  return (
    <ul className="coverage-findings" aria-label="提示">
      {findings.map(({ code, severity, count }) => (
        <li key={code}>
          <SeverityTag severity={severity} mark />
          <Link to={addressOf({ ...everyUnit, organizationId, finding: code })}>{findingTitle(code)}</Link>
          <span className="muted number">{count} 家</span>
        </li>
      ))}
    </ul>
  )
}
