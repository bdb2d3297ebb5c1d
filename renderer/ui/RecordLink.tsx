import { Link } from 'react-router'
import type { RecordKind } from '#shared/contract/activity.ts'
import type { Right } from '#shared/contract/rights.ts'
import { recordKindLabels } from '#shared/labels/activities.ts'
import { recordAddress } from '../lib/recordHistory.ts'
import { useHasRight } from '../lib/session.ts'

interface RecordLinkProps {
  readonly kind: RecordKind
  readonly id: string
  /** As it was called then; null for kinds without names. */
  readonly name: string | null
  readonly onFollow?: () => void
}

/** What opens a record's page; the auditor reads of records without seeing them. */
const rightOf: Readonly<Partial<Record<RecordKind, Right>>> = {
  member: 'member.read',
  organization: 'organization.read',
  transfer: 'member.read',
  lostCase: 'member.read',
  enterprise: 'organization.read',
  mobilityRecord: 'member.read',
  importBatch: 'import.write',
  developmentFile: 'member.read',
  applicationForm: 'member.read',
  trainingClass: 'member.read',
  developmentQuota: 'member.read',
  lifeMeeting: 'member.read',
  appraisal: 'member.read',
  talk: 'member.read',
  meeting: 'member.read',
  topicGuide: 'member.read',
  reviewCampaign: 'organization.read',
  reviewSubject: 'organization.read',
  reviewBatch: 'organization.read',
  reviewRectification: 'organization.read',
  responsibilityList: 'organization.read',
}

/** A record's name, leading to its page where it has one that the account may open. */
export function RecordLink({ kind, id, name, onFollow }: RecordLinkProps) {
  const mayOpen = useHasRight(rightOf[kind] ?? 'signedIn')
  const to = mayOpen ? recordAddress(kind, id) : null
  const text = name ?? recordKindLabels[kind]
  if (to === null) return <span>{text}</span>
  return (
    <Link to={to} {...(onFollow === undefined ? {} : { onClick: onFollow })}>
      {text}
    </Link>
  )
}
