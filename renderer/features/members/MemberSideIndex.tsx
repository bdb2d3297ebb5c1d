import type { MemberDetail, MemberFinding } from '#shared/contract/members.ts'
import { isMemberField, memberFields } from '#shared/domain/memberFields.ts'
import { findingTitle } from '#shared/labels/findings.ts'
import { formatInstant } from '../../lib/formatInstant.ts'
import { useCall } from '../../lib/queries.ts'
import { SeverityTag } from '../../ui/SeverityTag.tsx'
import {
  appraisalsSectionId,
  formSections,
  goToField,
  goToSection,
  historySectionId,
  timelineSectionId,
} from './formSections.ts'

interface MemberSideIndexProps {
  readonly hasHistory: boolean
  readonly detail: MemberDetail | null
  readonly findings: readonly MemberFinding[]
}

function Completeness({ filled, total, missing }: MemberDetail['completeness']) {
  const percent = total === 0 ? 100 : Math.floor((filled / total) * 100)
  return (
    <section aria-label="信息完整度">
      <h2>信息完整度</h2>
      <p>
        <span className="number">{percent}%</span>
        <span className="muted number">
          （{filled}/{total} 项）
        </span>
      </p>
      {missing.length > 0 && (
        <ul className="side-list">
          {missing.map((field) => (
            <li key={field}>
              <button type="button" className="link-button" onClick={() => goToField(field)}>
                补填{memberFields[field].label}
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function FindingIndex({ findings }: Pick<MemberSideIndexProps, 'findings'>) {
  const open = findings.filter((finding) => finding.overriddenReason === null)
  if (open.length === 0) return null
  return (
    <section aria-label="核对提示">
      <h2>核对提示</h2>
      <ul className="side-list">
        {open.map((finding) => (
          <li key={`${finding.code} ${finding.message}`}>
            <button
              type="button"
              className="side-finding"
              onClick={() =>
                finding.field !== null && isMemberField(finding.field) && goToField(finding.field)
              }
            >
              <SeverityTag severity={finding.severity} mark />
              <span>{findingTitle(finding.code)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The way around a long form: sections, what is missing, what is odd, when it was written. */
export function MemberSideIndex({ hasHistory, detail, findings }: MemberSideIndexProps) {
  const appraised = useCall(
    'appraisals.ofMember',
    { memberId: detail?.id ?? '' },
    { enabled: detail !== null },
  )
  const isAppraised = (appraised.data?.results.length ?? 0) > 0
  return (
    <nav className="member-index" aria-label="本页目录">
      <ul className="side-sections">
        {formSections.map((section) => (
          <li key={section.id}>
            <button type="button" onClick={() => goToSection(section.id)}>
              {section.title}
            </button>
          </li>
        ))}
        {detail !== null && (
          <li>
            <button type="button" onClick={() => goToSection(timelineSectionId)}>
              经历
            </button>
          </li>
        )}
        {isAppraised && (
          <li>
            <button type="button" onClick={() => goToSection(appraisalsSectionId)}>
              民主评议
            </button>
          </li>
        )}
        {hasHistory && (
          <li>
            <button type="button" onClick={() => goToSection(historySectionId)}>
              修改历史
            </button>
          </li>
        )}
      </ul>
      {detail !== null && <Completeness {...detail.completeness} />}
      <FindingIndex findings={findings} />
      {detail !== null && (
        <section aria-label="记录时间" className="muted small">
          <p>建立 {formatInstant(detail.createdAt)}</p>
          <p>修改 {formatInstant(detail.updatedAt)}</p>
          <p>第 {detail.version} 版</p>
        </section>
      )}
    </nav>
  )
}
