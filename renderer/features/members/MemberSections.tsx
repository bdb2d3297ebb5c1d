import { use } from 'react'
import type { MemberDetail } from '#shared/contract/members.ts'
import { ExplanationCard } from '../../ui/ExplanationCard.tsx'
import { SectionCard } from '../../ui/SectionCard.tsx'
import { EditorContext } from './editorContext.ts'
import { FindingList } from './FieldFindings.tsx'
import { formSections, sectionId } from './formSections.ts'
import { MemberFieldInput } from './MemberFieldInput.tsx'

/** Findings that belong to no single field. */
function WholeRecordFindings() {
  const findings = use(EditorContext)?.findings.filter((finding) => finding.field === null) ?? []
  return findings.length === 0 ? null : <FindingList findings={findings} />
}

function PartyAge({ partyAge }: Pick<MemberDetail, 'partyAge'>) {
  if (partyAge === null) return null
  return (
    <details className="party-age">
      <summary>
        {partyAge.title}：{partyAge.result}
        <span className="muted small">怎么算的</span>
      </summary>
      <ExplanationCard explanation={partyAge} />
    </details>
  )
}

export function MemberSections({ detail }: { readonly detail: MemberDetail | null }) {
  return (
    <>
      <WholeRecordFindings />
      {formSections.map((section) => (
        <SectionCard key={section.id} id={section.id} title={section.title}>
          <div className="member-grid">
            {section.fields.map((field) => (
              <MemberFieldInput key={field} field={field} />
            ))}
          </div>
          {section.id === sectionId('party') && detail !== null && <PartyAge partyAge={detail.partyAge} />}
        </SectionCard>
      ))}
    </>
  )
}
