import type { Database } from '#db/database.ts'
import { getOrganization } from '#db/queries/organizations.ts'
import type { SignedInAccount } from '#shared/contract/accounts.ts'
import type { ExportedDocument } from '#shared/contract/documents.ts'
import { developmentPlan } from '#shared/domain/development/plan.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import type { Ports } from '../ports.ts'
import { noSuchFile, readDevelopmentFile } from '../records/developmentDetail.ts'
import { developmentContext } from '../records/developmentReading.ts'
import { planPaper, planTitle } from './developmentPlanPaper.ts'
import { paperSections } from './developmentSections.ts'
import { deliver } from './electionExport.ts'

/** 倒排计划 of one person for a wished day of the 支部大会, or for the dates so far. Throws NOT_FOUND. */
export async function exportDevelopmentPlan(
  db: Database,
  { fileId, wishedOn }: { readonly fileId: string; readonly wishedOn: DateOnly | null },
  account: SignedInAccount,
  ports: Ports,
): Promise<ExportedDocument> {
  const today = ports.clock.today()
  const { file, facts, state } = readDevelopmentFile(db.read, fileId)
  const branch = getOrganization(db.read, file.organizationId)
  if (!branch || file.deletedAt !== null) throw noSuchFile()
  const part = planPaper({
    name: file.name,
    branchName: branch.shortName,
    state,
    plan: developmentPlan(facts, developmentContext(db.read, today), wishedOn),
    today,
  })
  const paper = { title: planTitle, kind: '计划', parts: [part], missing: [], isPersonal: false }
  return deliver(db, account, ports, {
    sections: paperSections([paper], { trace: null, privacy: 'masked' }),
    missing: [],
    label: planTitle,
    unit: branch,
    kind: '计划',
    title: planTitle,
    personName: file.name,
    rows: 1,
  })
}
