import type { Database, ReadDb } from '#db/database.ts'
import { listMobility, type MobilityOfPerson } from '#db/queries/mobility.ts'
import { subtreeIds } from '#db/queries/organizations.ts'
import type { SignedInAccount } from '#shared/contract/accounts.ts'
import type { ExportedDocument, exportMobilityInput } from '#shared/contract/documents.ts'
import { AppError } from '#shared/contract/errors.ts'
import { roleHasRight } from '#shared/contract/rights.ts'
import { anyReader } from '#shared/domain/memberMasks.ts'
import { defaultRuleSettings } from '#shared/domain/settings.ts'
import { codeName } from '#shared/labels/codeTables.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import type { z } from 'zod'
import type { Ports } from '../ports.ts'
import { mobilityDetails, type Shown, shownNumber } from '../records/mobilityRows.ts'
import { readOrganizationTree } from '../records/organizationTree.ts'
import { exportLedger } from './ledgerExport.ts'
import { inflowLedger, type MobilityPerson, outflowLedger } from './mobilityLedger.ts'
import { mobilitySummary } from './mobilitySummary.ts'

type Input = z.output<typeof exportMobilityInput>

function checkAsked({ unmasked, purpose }: Input, account: SignedInAccount): void {
  if (unmasked && !roleHasRight(account.role, 'member.reveal'))
    throw new AppError('FORBIDDEN', 'role lacks member.reveal', {
      messageZh: '您的角色不能导出完整的身份证号和电话，请导出隐去后的台账，或请党务干事导出',
    })
  if (unmasked && purpose === null)
    throw new AppError('VALIDATION_FAILED', 'purpose missing', {
      fields: { purpose: '导出完整身份证号和电话，请写明用途' },
    })
}

function people(
  db: ReadDb,
  all: readonly MobilityOfPerson[],
  today: DateOnly,
  shown: Shown,
): readonly MobilityPerson[] {
  const details = mobilityDetails(db, all, { today, settings: defaultRuleSettings }, shown)
  return details.map((detail, index) => {
    const { record, member } = all[index] ?? {}
    const gender = member?.gender ?? record?.gender ?? null
    const idNo = member?.idNo ?? record?.idNo ?? null
    return {
      detail,
      gender: gender === null ? '' : (codeName('gender', gender) ?? ''),
      idNo: idNo === null ? null : shownNumber('idNo', idNo, shown),
      phone: detail.phone,
    }
  })
}

/** Branches in the order of the tree, within a branch whoever left first. */
function inOrder(db: ReadDb, all: readonly MobilityPerson[]): readonly MobilityPerson[] {
  const order = new Map(readOrganizationTree(db).all.map(({ id }, at) => [id, at]))
  const placeOf = ({ detail }: MobilityPerson) => order.get(detail.organizationId) ?? order.size
  const outOf = ({ detail }: MobilityPerson) => detail.fields.outOn ?? '9999'
  return all.toSorted(
    (a, b) => placeOf(a) - placeOf(b) || (outOf(a) < outOf(b) ? -1 : outOf(a) > outOf(b) ? 1 : 0),
  )
}

/** D10: the two books, and the table that counts them. Masked unless somebody with the right says what for. */
export function exportMobility(
  db: Database,
  input: Input,
  account: SignedInAccount,
  ports: Ports,
): Promise<ExportedDocument> {
  checkAsked(input, account)
  const { document, organizationId, withClosed, unmasked } = input
  const all = listMobility(db.read, {
    direction: document === 'summary' ? null : document,
    isOpen: withClosed && document !== 'summary' ? null : true,
    organizationIds: organizationId === null ? null : subtreeIds(db.read, organizationId),
  })
  const listed = inOrder(db.read, people(db.read, all, ports.clock.today(), unmasked ? 'clear' : anyReader))
  return exportLedger(db, input, account, ports, (frame) => {
    if (document === 'summary') return mobilitySummary(listed, defaultRuleSettings, frame)
    const whole = { ...frame, privacy: unmasked ? ('full' as const) : ('masked' as const) }
    return document === 'LC' ? outflowLedger(listed, whole) : inflowLedger(listed, whole)
  })
}
