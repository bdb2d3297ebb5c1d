import { Link } from 'react-router'
import type { OrganizationDetail } from '#shared/contract/organizations.ts'
import { organizationStatusLabels } from '#shared/labels/organizations.ts'
import { formatPartialDate } from '#shared/lib/dates.ts'
import { formatInstant } from '../../lib/formatInstant.ts'
import { useHasRight } from '../../lib/session.ts'
import { today } from '../../lib/today.ts'
import { RecordHistory } from '../../ui/RecordHistory.tsx'
import { ReviewResults } from '../../ui/ReviewResults.tsx'
import { SectionCard } from '../../ui/SectionCard.tsx'
import { isEnded } from './changeKinds.ts'
import { DayPeople } from './DayPeople.tsx'
import { writeDayView } from './dayView.ts'
import { fieldKeys, fieldText, labelIn } from './fields.ts'
import { History } from './History.tsx'
import { OrganizationFindings } from './OrganizationFindings.tsx'
import { kindText } from './kindText.ts'
import { PanelActions, type PanelActionsProps } from './PanelActions.tsx'
import { TermsSection } from './TermsSection.tsx'
import { hasCommittee, useSecretaryKnown } from './postsSecretary.ts'

interface OrganizationPanelProps extends PanelActionsProps {
  readonly detail: OrganizationDetail
}

export function OrganizationPanel(props: OrganizationPanelProps) {
  const { detail } = props
  const { fields } = detail
  const canSeeHistory = useHasRight('activity.read')
  // The post says who is secretary; the old text stands in where none is entered.
  const isSecretaryKnown = useSecretaryKnown(detail.id)
  const filled = fieldKeys.filter(
    (key) =>
      key !== 'fullName' && !(key === 'secretaryName' && isSecretaryKnown) && fieldText(fields, key) !== '',
  )
  return (
    <div className="org-panel">
      <div className="org-panel-head">
        <div className="org-panel-path">
          {detail.path
            .filter(({ id }) => id !== detail.id)
            .map(({ shortName }) => shortName)
            .join(' › ')}
        </div>
        <h2 className="org-panel-title">{fields.fullName}</h2>
        <div className="muted">
          {kindText(fields)}
          {detail.status !== 'active' && `，${organizationStatusLabels[detail.status]}`}
          {detail.endedOn !== null && `（${formatPartialDate(detail.endedOn)}）`}
          {detail.mergedInto !== null && (
            <>
              ，并入 <Link to={`/organizations/${detail.mergedInto.id}`}>{detail.mergedInto.shortName}</Link>
            </>
          )}
        </div>
        <PanelActions {...props} />
      </div>
      <Counts detail={detail} />
      <Findings detail={detail} />
      {hasCommittee(fields.type) && <TermsSection key={detail.id} detail={detail} />}
      {fields.type !== 'ZXH' && <DayPeople key={`people ${detail.id}`} detail={detail} />}
      <ReviewResults of="organization" id={detail.id} />
      <SectionCard title="基本资料">
        <dl className="org-facts">
          {filled.map((key) => (
            <div className="explanation-row" key={key}>
              <dt>{labelIn(fields, key)}</dt>
              <dd>{fieldText(fields, key)}</dd>
            </div>
          ))}
        </dl>
      </SectionCard>
      <SectionCard title="变动">
        <History events={detail.events} />
        <p className="muted small">
          建档 {formatInstant(detail.createdAt)}，最近修改 {formatInstant(detail.updatedAt)}
        </p>
      </SectionCard>
      {canSeeHistory && (
        <SectionCard title="修改历史">
          <RecordHistory
            kind="organization"
            id={detail.id}
            version={detail.version}
            isFrozen={isEnded(detail.status)}
          />
        </SectionCard>
      )}
    </div>
  )
}

function Counts({ detail }: { readonly detail: OrganizationDetail }) {
  const { own, total } = detail
  const thisDay = { on: today(), personType: null, status: null, page: 1 }
  const cells = [
    { type: '1', label: '正式党员', all: total.full, here: own.full },
    { type: '2', label: '预备党员', all: total.probationary, here: own.probationary },
    { type: null, label: '合计', all: total.full + total.probationary, here: own.full + own.probationary },
  ] as const
  return (
    <dl className="org-counts">
      {cells.map(({ type, label, all, here }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <Link
              to={`/organizations/${detail.id}${writeDayView({ ...thisDay, personType: type }, thisDay.on)}#people`}
            >
              {all}
            </Link>
          </dd>
          {here !== all && <dd className="org-count-own">本级 {here}</dd>}
        </div>
      ))}
    </dl>
  )
}

function Findings({ detail }: { readonly detail: OrganizationDetail }) {
  if (detail.findings.length === 0) return null
  return (
    <SectionCard title={`提示（${detail.findings.length}）`}>
      <OrganizationFindings organizationId={detail.id} findings={detail.findings} />
    </SectionCard>
  )
}
