import type { ReadDb } from '#db/database.ts'
import type { StoredOrganization } from '#db/queries/organizations.ts'
import type { SignedInAccount } from '#shared/contract/accounts.ts'
import type { DevelopmentDetail } from '#shared/contract/developmentRows.ts'
import { AppError } from '#shared/contract/errors.ts'
import { roleHasRight } from '#shared/contract/rights.ts'
import { approvalAct } from '#shared/domain/development/approvalRights.ts'
import type { DevelopmentContext } from '#shared/domain/development/facts.ts'
import { electionWords } from '#shared/domain/electionWords.ts'
import { anyReader } from '#shared/domain/memberMasks.ts'
import { defaultRuleSettings } from '#shared/domain/settings.ts'
import { countWorkingDays } from '#shared/domain/workingDays.ts'
import { type DateOnly, isDateOnly } from '#shared/lib/dates.ts'
import { developmentDetail } from '../records/developmentDetail.ts'
import { developmentContext } from '../records/developmentReading.ts'
import { kindOf } from '../records/organizationKind.ts'
import { readAnyOrganizationTree } from '../records/organizationTree.ts'
import { committeeAbove } from '../records/transferCommittee.ts'
import type { DevelopmentPaperValues, PaperBody } from './developmentPaper.ts'
import { secretaryOf } from './electionExport.ts'

function bodyOf(row: StoredOrganization): PaperBody {
  const { id, fullName, shortName } = row
  return { id, fullName, shortName, words: electionWords(kindOf(row).type) }
}

/** 社区党委, 党总支 between the branch and the committee that approves, nearest first. */
function betweenOf(
  path: readonly StoredOrganization[],
  committeeId: string | undefined,
): readonly PaperBody[] {
  const from = path.findIndex(({ id }) => id === committeeId) + 1
  return path
    .slice(from, -1)
    .filter((row) => {
      const { type, branchKind } = kindOf(row)
      const { shortName: name, hasApprovalRight } = row
      return approvalAct({ name, type, branchKind, hasApprovalRight }) === 'deliberate'
    })
    .toReversed()
    .map(bodyOf)
}

/** By the number of its seats, else by its voters: fewer than seven full members have no committee; null where neither tells. */
function hasCommittee({ committeeSeats }: StoredOrganization, full: number, least: number): boolean | null {
  if (committeeSeats !== null) return committeeSeats > 0
  return full > 0 && full < least ? false : null
}

function publicityDays(
  { steps }: DevelopmentDetail,
  { calendar, settings }: DevelopmentContext,
): number | null {
  const on = (milestone: 'publicityFrom' | 'publicityTo') =>
    steps.find((step) => step.milestone === milestone && step.supersededBy === null)?.doneOn ?? ''
  const [from, to] = [on('publicityFrom'), on('publicityTo')]
  if (!isDateOnly(from) || !isDateOnly(to)) return null
  return countWorkingDays(from, to, calendar, settings['dev.publicityCountStart'])
}

export interface PaperSource {
  readonly name: string
  readonly unit: { readonly fullName: string; readonly shortName: string }
  /** Whether forms that need them have the whole numbers. */
  readonly privacy: 'full' | 'masked'
  /** For papers that go to others: numbers masked, but for the phones printed to be called. */
  readonly values: DevelopmentPaperValues
  /** For forms with the person's own numbers. */
  readonly personal: DevelopmentPaperValues
  readonly deadlines: DevelopmentDetail['deadlines']
}

/** Everything the papers of a file are written from. Throws NOT_FOUND out of reach, CONFLICT for a file in the trash. */
export function readPaperSource(
  db: ReadDb,
  fileId: string,
  account: SignedInAccount,
  today: DateOnly,
): PaperSource {
  const mayReveal = roleHasRight(account.role, 'member.reveal')
  const masked = developmentDetail(db, fileId, today, anyReader)
  if (masked.deletedAt !== null)
    throw new AppError('CONFLICT', 'file is in the trash', {
      messageZh: `“${masked.fields.name}”的档案在回收站里，请先恢复再导出`,
    })
  const clear = mayReveal ? developmentDetail(db, fileId, today, 'clear') : masked
  const path = readAnyOrganizationTree(db).path(masked.fields.organizationId)
  const branch = path.at(-1)
  if (!branch) throw new Error('a file without its branch')
  const context = developmentContext(db, today)
  const committee = committeeAbove(db, branch.id)
  const values: DevelopmentPaperValues = {
    detail: { ...masked, fields: { ...masked.fields, publicityPhone: clear.fields.publicityPhone } },
    branch: bodyOf(branch),
    hasCommittee: hasCommittee(
      branch,
      masked.voters.should,
      defaultRuleSettings['org.branchCommitteeMinFull'],
    ),
    between: betweenOf(path, committee?.id),
    committee: committee ? bodyOf(committee) : null,
    secretary: secretaryOf(db, branch, today),
    contactName: branch.contactName,
    contactPhone: mayReveal ? branch.contactPhone : null,
    idNo: masked.fields.idNo,
    phone: masked.fields.phone,
    today,
    settings: context.settings,
    publicityDays: publicityDays(masked, context),
  }
  return {
    name: masked.fields.name,
    unit: branch,
    deadlines: masked.deadlines,
    privacy: mayReveal ? 'full' : 'masked',
    values,
    personal: { ...values, detail: clear, idNo: clear.fields.idNo, phone: clear.fields.phone },
  }
}
