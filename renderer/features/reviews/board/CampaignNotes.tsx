import { Link } from 'react-router'
import type { CampaignDetail } from '#shared/contract/reviewRows.ts'
import { type Finding, severities } from '#shared/domain/finding.ts'
import { rectificationsAddress, schemeAddress } from '../../../lib/reviewAddresses.ts'
import { FindingNote } from '../../../ui/FindingNote.tsx'

interface Note {
  readonly finding: Finding
  /** Where it is put right. */
  readonly link: { readonly to: string; readonly text: string } | null
}

/** What the rules say of the campaign: schemes that cannot be used yet, last year's rectification, limits of grades. */
export function CampaignNotes({ campaign }: { readonly campaign: CampaignDetail }) {
  const { id, schemes, findings, lastYearId } = campaign
  const notes: readonly Note[] = [
    ...schemes.flatMap((scheme) =>
      scheme.findings.map((finding) => ({
        finding: { ...finding, message: `方案“${scheme.name}”：${finding.message}` },
        link: { to: schemeAddress(id, scheme.id), text: '打开方案修改' },
      })),
    ),
    ...findings.map((finding) => ({
      finding,
      link:
        finding.code === 'REV-12' && lastYearId !== null
          ? { to: rectificationsAddress({ campaignId: lastYearId }), text: '打开上年整改清单' }
          : null,
    })),
  ].toSorted((a, b) => severities.indexOf(a.finding.severity) - severities.indexOf(b.finding.severity))
  const [worst, ...others] = notes
  if (worst === undefined) return null
  return (
    <div className="board-notes">
      <NoteLine {...worst} />
      {others.length > 0 && (
        <details>
          <summary>另有 {others.length} 条提示</summary>
          {others.map((note) => (
            <NoteLine key={`${note.finding.code} ${note.finding.message}`} {...note} />
          ))}
        </details>
      )}
    </div>
  )
}

function NoteLine({ finding, link }: Note) {
  return (
    <FindingNote
      finding={finding}
      {...(link === null ? {} : { actions: <Link to={link.to}>{link.text}</Link> })}
    />
  )
}
