import type { Database } from '#db/database.ts'
import type { SignedInAccount } from '#shared/contract/accounts.ts'
import type { ExportedDocument } from '#shared/contract/documents.ts'
import type { RouteInput } from '#shared/contract/routes.ts'
import { anyReader } from '#shared/domain/memberMasks.ts'
import type { Ports } from '../ports.ts'
import { appraisalDetail } from '../records/appraisalDetail.ts'
import { lifeMeetingDetail } from '../records/lifeMeetingDetail.ts'
import { appraisalPaper } from './appraisalPapers.ts'
import { deliver } from './electionExport.ts'
import { section } from './layout.ts'
import { lifeMeetingPaper, lifePaperNames } from './lifeMeetingPapers.ts'
import { unitOf } from './meetingExport.ts'
import type { BuiltMinutes } from './meetingMinutes.ts'

const paperSection = ({ children }: BuiltMinutes) => [
  section({ orientation: 'portrait', pageNumbers: 'first', foot: null, children }),
]

/** D04. Throws NOT_FOUND. */
export function exportLifeMeeting(
  db: Database,
  { id, paper }: RouteInput<'documents.exportLifeMeeting'>,
  account: SignedInAccount,
  ports: Ports,
): Promise<ExportedDocument> {
  const detail = lifeMeetingDetail(db.read, id, ports.clock.today(), anyReader)
  const unit = unitOf(db.read, detail.organizationId)
  const built = lifeMeetingPaper(paper, detail, unit.fullName)
  return deliver(db, account, ports, {
    sections: paperSection(built),
    missing: built.missing,
    label: lifePaperNames[paper],
    unit,
    kind: { plan: '方案', report: '报告', opinions: '汇总', review: '材料', problems: '清单' }[paper],
    title: built.title,
    rows: 1,
  })
}

/** D05. Throws NOT_FOUND. */
export function exportAppraisal(
  db: Database,
  { id, paper }: RouteInput<'documents.exportAppraisal'>,
  account: SignedInAccount,
  ports: Ports,
): Promise<ExportedDocument> {
  const detail = appraisalDetail(db.read, id, ports.clock.today(), anyReader)
  const unit = unitOf(db.read, detail.organizationId)
  const built = appraisalPaper(paper, detail, unit.fullName)
  return deliver(db, account, ports, {
    sections: paperSection(built),
    missing: built.missing,
    label: paper === 'result' ? '民主评议党员情况通报' : '民主评议党员测评票',
    unit,
    kind: paper === 'result' ? '通报' : '票',
    title: built.title,
    rows: detail.fields.people.length,
  })
}
