import type { Database, ReadDb } from '#db/database.ts'
import { insertExport } from '#db/queries/exports.ts'
import { organizationNames, subtreeIds } from '#db/queries/organizations.ts'
import type { SignedInAccount } from '#shared/contract/accounts.ts'
import type { ExportedDocument } from '#shared/contract/documents.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { LostStage } from '#shared/domain/lostCases.ts'
import { coverageRate } from '#shared/domain/enterpriseCoverage.ts'
import { anyReader } from '#shared/domain/memberMasks.ts'
import { defaultRuleSettings } from '#shared/domain/settings.ts'
import { formatInShanghai } from '#shared/lib/dates.ts'
import type { Ports } from '../ports.ts'
import { enterpriseRow, readUnits } from '../records/enterprises.ts'
import { readLostCases } from '../records/lostCases.ts'
import { readOrganizationTree } from '../records/organizationTree.ts'
import { enterpriseLedger } from './enterpriseLedger.ts'
import { documentFileName } from './fileName.ts'
import { buildLedger, type LedgerValues, ledgerXlsx } from './ledger.ts'
import { lostLedger } from './lostLedger.ts'
import { renderDocument } from './render.ts'

export interface Asked {
  readonly organizationId: string | null
  readonly format: 'docx' | 'xlsx'
  /** Numbers in the clear, and what for. */
  readonly unmasked?: boolean
  readonly purpose?: string | null
}

/** Whose ledger it is: the organisation asked for, else the top of what the caller sees. */
function unitOf(db: ReadDb, organizationId: string | null) {
  const tree = readOrganizationTree(db)
  const root = tree.children(null)[0]
  const unit = organizationId === null ? root : tree.get(organizationId)
  if (!unit || !root)
    throw new AppError('NOT_FOUND', 'no such organization', { messageZh: '找不到这个党组织' })
  return { unit, root }
}

export type Frame = Omit<LedgerValues, 'title' | 'tables' | 'notes'>

/** Gathers, renders and logs; the file waits on the shelf. */
export async function exportLedger(
  db: Database,
  { organizationId, format, unmasked = false, purpose = null }: Asked,
  account: SignedInAccount,
  ports: Ports,
  make: (frame: Frame) => LedgerValues,
): Promise<ExportedDocument> {
  const { unit, root } = unitOf(db.read, organizationId)
  const asOf = ports.clock.today()
  const values = make({
    organizationName: unit.fullName,
    asOf,
    compiledBy: root.fullName,
    trace: { account: `${account.displayName}（${account.user}）`, at: formatInShanghai(ports.clock.now()) },
  })
  const rows = values.rows ?? values.tables.at(-1)?.rows.length ?? 0
  const { bytes, missing } = await render(values, format)
  const name = documentFileName({
    year: asOf.slice(0, 4),
    unit: unit.shortName,
    kind: '台账',
    title: values.title,
    personName: null,
    extension: format,
  })
  const entry = {
    id: ports.ids.next(),
    document: `${values.title}.${format}`,
    organizationName: unit.fullName,
    rows,
    isUnmasked: unmasked,
    purpose,
    accountId: account.id,
    createdAt: ports.clock.now(),
  }
  // Logged before the file can be had.
  db.write((tx) => insertExport(tx, entry))
  const handle = ports.files.put({ name, bytes })
  return { file: { handle, name }, rows, missing: missing.map(({ label, where }) => ({ label, where })) }
}

async function render(values: LedgerValues, format: Asked['format']) {
  if (format === 'xlsx') return ledgerXlsx(values)
  const { document, missing } = buildLedger(values)
  return { bytes: await renderDocument(document), missing }
}

const idsOf = (db: ReadDb, organizationId: string | null) =>
  organizationId === null ? null : subtreeIds(db, organizationId)

/** 失联党员处置台账; free texts are masked for whoever the paper is handed to. */
export function exportLostCases(
  db: Database,
  input: Asked & { readonly stage: LostStage | null },
  account: SignedInAccount,
  ports: Ports,
): Promise<ExportedDocument> {
  const rows = readLostCases(db.read, idsOf(db.read, input.organizationId), ports.clock.today(), anyReader)
  const shown = rows.filter(({ stage }) => input.stage === null || stage === input.stage)
  return exportLedger(db, input, account, ports, (frame) => lostLedger(shown, defaultRuleSettings, frame))
}

/** 两新组织覆盖情况表. */
export function exportEnterprises(
  db: Database,
  input: Asked,
  account: SignedInAccount,
  ports: Ports,
): Promise<ExportedDocument> {
  const units = readUnits(db.read, idsOf(db.read, input.organizationId))
  const names = organizationNames(db.read)
  const facts = units.map((each) => each.facts)
  const rate = (key: Parameters<typeof coverageRate>[0]) => coverageRate(key, facts, defaultRuleSettings)
  const rates = {
    organization: rate('organization'),
    work: rate('work'),
    withMember: rate('withMember'),
    withOrganization: rate('withOrganization'),
  }
  const rows = units.map((each) => enterpriseRow(each, names, anyReader))
  return exportLedger(db, input, account, ports, (frame) =>
    enterpriseLedger(rows, rates, defaultRuleSettings, frame),
  )
}
