import { Link } from 'react-router'
import { disposalLabels, gradeLabels } from '#shared/labels/meetings.ts'
import type { RouteOutput } from '#shared/contract/routes.ts'
import { yearlyRecordAddress } from '../../lib/lifeAddresses.ts'
import { useCall } from '../../lib/queries.ts'
import { SectionCard } from '../../ui/SectionCard.tsx'
import { appraisalsSectionId } from './formSections.ts'

type Result = RouteOutput<'appraisals.ofMember'>['results'][number]

function resultWords({ grade, isProbationary, absentReason, disposal }: Result): string {
  if (absentReason !== null) return `未参评（${absentReason}）`
  const graded =
    grade === null ? (isProbationary ? '参加评议，不评定等次（预备党员）' : '未定等次') : gradeLabels[grade]
  return disposal === null ? graded : `${graded}，${disposalLabels[disposal]}`
}

/** 民主评议 by year; nothing where there is no result. */
export function MemberAppraisals({ memberId }: { readonly memberId: string }) {
  const { data } = useCall('appraisals.ofMember', { memberId })
  if (data === undefined || data.results.length === 0) return null
  return (
    <SectionCard id={appraisalsSectionId} title="民主评议">
      <ul className="result-list" aria-label="民主评议">
        {data.results.map((result) => (
          <li key={result.appraisalId}>
            <Link className="number" to={yearlyRecordAddress('appraisals', result.appraisalId)}>
              {result.year}年度
            </Link>
            <span>{resultWords(result)}</span>
            <span className="muted">{result.organizationName}</span>
          </li>
        ))}
      </ul>
    </SectionCard>
  )
}
