import type { StoredDevelopmentFile } from '#db/queries/developmentFiles.ts'
import type {
  StoredDevelopmentEvent,
  StoredDevelopmentMaterial,
  StoredDevelopmentReview,
  StoredDevelopmentStep,
  StoredDevelopmentVote,
  StoredGuarantor,
} from '#db/queries/developmentParts.ts'
import type { DevelopmentFields } from '#shared/contract/developmentInputs.ts'
import type {
  DevelopmentEventRow,
  DevelopmentGuarantorRow,
  DevelopmentMaterialRow,
  DevelopmentReviewRow,
  DevelopmentStepRow,
  DevelopmentVoteRow,
} from '#shared/contract/developmentRows.ts'
import type { DevelopmentContext, DevelopmentFacts, Guarantor } from '#shared/domain/development/facts.ts'
import { materialName, materialNos, materialTable } from '#shared/domain/development/materials.ts'
import { mainMilestone } from '#shared/domain/development/milestones.ts'
import { ruleSetOn } from '#shared/domain/development/ruleSets.ts'
import { ballotDoubts, voteResult } from '#shared/domain/development/votes.ts'
import { type Shown, shownNumber, shownText } from './mobilityRows.ts'

/** The row with texts anybody may have written a number into as the reader is shown them. */
export function shownTexts<T extends object, K extends keyof T>(
  row: T,
  keys: readonly K[],
  reader: Shown,
): T {
  const texts = keys.map((key) => {
    const text: unknown = row[key]
    return [key, typeof text === 'string' ? shownText(text, reader) : text] as const
  })
  return { ...row, ...Object.fromEntries(texts) }
}

const freeTexts = [
  'nativePlace',
  'unitDuty',
  'family',
  'relations',
  'publicityPlace',
  'publicityPhone',
  'publicityWords',
  'politicalWords',
  'arrivalFrom',
  'remark',
] as const satisfies readonly (keyof DevelopmentFields)[]

/** As stored, in the clear. */
export function clearFields(file: StoredDevelopmentFile): DevelopmentFields {
  const { id: _i, memberId: _m, isImported: _im, version: _v, createdAt: _c, updatedAt: _u, ...rest } = file
  const { deletedAt: _d, deletedReason: _r, gender, ...fields } = rest
  return { ...fields, gender: gender === '1' || gender === '2' ? gender : null }
}

export function fieldsOfFile(file: StoredDevelopmentFile, reader: Shown): DevelopmentFields {
  const fields = shownTexts(clearFields(file), freeTexts, reader)
  const { idNo, phone } = fields
  return {
    ...fields,
    idNo: idNo === null ? null : shownNumber('idNo', idNo, reader),
    phone: phone === null ? null : shownNumber('phone', phone, reader),
  }
}

export function stepRow({ fileId: _f, ...row }: StoredDevelopmentStep, reader: Shown): DevelopmentStepRow {
  return shownTexts(row, ['place', 'people', 'docNo', 'opinion', 'overrideReason'], reader)
}

/** `isInReach`: whether the caller may open the page of the person. */
export function guarantorRow(
  { fileId: _f, position: _p, ...row }: StoredGuarantor,
  judged: Guarantor | undefined,
  isInReach: boolean,
  reader: Shown,
): DevelopmentGuarantorRow {
  return {
    ...shownTexts(row, ['name'], reader),
    memberId: isInReach ? row.memberId : null,
    isFull: judged?.isFull ?? null,
    hasRights: judged?.hasRights ?? null,
  }
}

export function reviewRow(
  { fileId: _f, ...row }: StoredDevelopmentReview,
  reader: Shown,
): DevelopmentReviewRow {
  return shownTexts(row, ['contactOpinion', 'branchOpinion', 'signedBy'], reader)
}

export function voteRow({ fileId: _f, ...row }: StoredDevelopmentVote, reader: Shown): DevelopmentVoteRow {
  return {
    ...shownTexts(row, ['tellers', 'counters', 'hostName'], reader),
    result: voteResult(row),
    doubts: ballotDoubts(row),
  }
}

export function eventRow(
  { fileId: _f, position: _p, bodyId: _b, ...row }: StoredDevelopmentEvent,
  reader: Shown,
): DevelopmentEventRow {
  return shownTexts(row, ['docNo', 'words', 'overrideReason'], reader)
}

/** M1 to M30, also those nobody has written anything down of; named as the rule set of their step has it. */
export function materialRows(
  stored: readonly StoredDevelopmentMaterial[],
  facts: DevelopmentFacts,
  { today, settings }: DevelopmentContext,
  scans: ReadonlyMap<string, number>,
  reader: Shown,
): readonly DevelopmentMaterialRow[] {
  const known = new Map(stored.map((row) => [row.materialNo, row]))
  return materialNos.map((materialNo) => {
    const { step, need } = materialTable[materialNo]
    const set = ruleSetOn(facts.dates[mainMilestone(step)] ?? today, settings)
    const row = known.get(materialNo)
    return {
      materialNo,
      name: materialName(materialNo, set),
      step,
      need: need[set],
      isPresent: row?.isPresent ?? false,
      isOriginal: row?.isOriginal ?? null,
      copies: row?.copies ?? null,
      pages: row?.pages ?? null,
      formedOn: row?.formedOn ?? null,
      note: row === undefined || row.note === null ? null : shownText(row.note, reader),
      scans: scans.get(materialNo) ?? 0,
    }
  })
}
