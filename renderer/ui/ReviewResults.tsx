import { Link } from 'react-router'
import { useCall } from '../lib/queries.ts'
import { subjectAddress } from '../lib/reviewAddresses.ts'
import { useHasRight } from '../lib/session.ts'
import { SectionCard } from './SectionCard.tsx'

interface ReviewResultsProps {
  readonly of: 'member' | 'organization'
  /** Of the member or the organisation. */
  readonly id: string
}

/** 述职测评 by year; nothing where there is none. */
export function ReviewResults({ of, id }: ReviewResultsProps) {
  const isAllowed = useHasRight('organization.read')
  const { data } = useCall('reviews.of', { of, id }, { enabled: isAllowed })
  if (data === undefined || data.results.length === 0) return null
  return (
    <SectionCard title="述职测评">
      <ul className="result-list" aria-label="述职测评">
        {data.results.map(({ subjectId, year, name, duty, organizationName, gradeName }) => (
          <li key={subjectId}>
            <Link className="number" to={subjectAddress(subjectId)}>
              {year}年度
            </Link>
            <span>{[of === 'organization' ? name : organizationName, duty ?? ''].join(' ')}</span>
            <span className="muted">{gradeName ?? '未定等次'}</span>
          </li>
        ))}
      </ul>
    </SectionCard>
  )
}
