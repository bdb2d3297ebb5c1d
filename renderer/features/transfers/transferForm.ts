import type { z } from 'zod'
import type { TransferFields, transferInput } from '#shared/contract/transfers.ts'
import type { Finding } from '#shared/domain/finding.ts'
import { defaultRuleSettings } from '#shared/domain/settings.ts'
import { expiryOf, transferReaches } from '#shared/domain/transferDates.ts'
import { transferMaterialCodes, transferMaterials } from '#shared/domain/transferMaterials.ts'
import { transferFindings } from '#shared/domain/transferRules.ts'
import { type TransferDirection, transferModes, type TransferStatus } from '#shared/domain/transferStates.ts'
import {
  transferModeLabels,
  transferPersonTypeLabels,
  transferPersonTypes,
  transferReachLabels,
} from '#shared/labels/transfers.ts'
import { isDateOnly, isPartialDate } from '#shared/lib/dates.ts'
import type { DateOnly } from '#shared/lib/dates.ts'

export type TransferValues = z.input<typeof transferInput>

export const modeChoices = transferModes.map((code) => ({ code, name: transferModeLabels[code] }))
export const reachChoices = transferReaches.map((code) => ({ code, name: transferReachLabels[code] }))
export const personTypeChoices = transferPersonTypes.map((code) => ({
  code,
  name: transferPersonTypeLabels[code],
}))
export const materialChoices = transferMaterialCodes.map((code) => ({ code, name: transferMaterials[code] }))

/** What a form begins with: masked numbers are left out, so that they are never written back. */
export function valuesOf(fields: TransferFields): TransferValues {
  return { ...fields, materials: [...fields.materials], idNo: null, phone: null }
}

const differing = (before: object, after: object): Readonly<Record<string, unknown>> => {
  const then = new Map<string, unknown>(Object.entries(before))
  return Object.fromEntries(
    Object.entries(after).filter(([key, value]) => JSON.stringify(then.get(key)) !== JSON.stringify(value)),
  )
}

/** Only what was changed is sent. */
export function changedValues(before: TransferValues, after: TransferFields): Partial<TransferFields> {
  return differing(before, after)
}

/** The same of what is still being typed. */
export function typedValues(before: TransferValues, now: TransferValues): Partial<TransferValues> {
  return differing(before, now)
}

export interface FormSubject {
  readonly direction: TransferDirection
  readonly status: TransferStatus
  /** Who leaves as a member: the roster describes him. */
  readonly isMember: boolean
  readonly personType: TransferFields['personType']
}

const day = (text: string | null) => (text !== null && isDateOnly(text) ? text : null)

/** What the rules say of a form somebody is still filling in. */
export function formFindings(
  values: TransferValues,
  { direction, status, isMember, personType }: FormSubject,
  today: DateOnly,
): readonly Finding[] {
  const { feePaidTo, validDays } = values
  const issuedOn = day(values.issuedOn)
  const facts = {
    ...values,
    direction,
    status,
    issuedOn,
    personType: isMember ? personType : values.personType,
    feePaidTo: feePaidTo !== null && isPartialDate(feePaidTo) ? feePaidTo : null,
    expireOn: issuedOn === null || validDays === null ? null : expiryOf(issuedOn, validDays),
    receivedOn: null,
    receiptOn: null,
    endReason: null,
    reportedTo: null,
  }
  return transferFindings(facts, { today, settings: defaultRuleSettings, memberStatus: null })
}
