import type { GuarantorFact, StatusStay } from '#db/queries/developmentFacts.ts'
import type { Guarantor } from '#shared/domain/development/facts.ts'
import type { MilestoneDates } from '#shared/domain/development/milestones.ts'
import type { GuarantorDuty } from '#shared/domain/development/records.ts'
import { personTypeProbationary } from '#shared/domain/memberFacts.ts'
import { isPartyStatus } from '#shared/domain/partyStatus.ts'
import { whyNoVote } from '#shared/domain/voting.ts'
import { firstDay, lastDay, type PartialDate } from '#shared/lib/dates.ts'

type Stays = ReadonlyMap<string, readonly StatusStay[]>

/** The day somebody took up a duty: the person's own, else that of the step. */
export function appointedOn(
  { duty, fromOn }: Pick<GuarantorFact, 'duty' | 'fromOn'>,
  { contactsOn, sponsorsOn }: Pick<MilestoneDates, 'contactsOn' | 'sponsorsOn'>,
): PartialDate | null {
  return fromOn ?? (duty === 'contact' ? contactsOn : sponsorsOn)
}

/** Known for sure or null: a month or a year settles it only where all its days do. */
function wasFull(
  { personType, fullFrom }: Pick<GuarantorFact, 'personType' | 'fullFrom'>,
  on: PartialDate | null,
): boolean | null {
  if (personType === null) return null
  if (personType === personTypeProbationary) return false
  if (fullFrom === '') return true
  if (fullFrom === null || on === null) return null
  if (lastDay(fullFrom) <= firstDay(on)) return true
  return firstDay(fullFrom) > lastDay(on) ? false : null
}

function hadRights(stays: readonly StatusStay[], on: PartialDate | null): boolean | null {
  if (on === null) return null
  const day = firstDay(on)
  return !stays.some(
    ({ status, fromOn, toOn }) =>
      fromOn <= day &&
      (toOn === null || toOn > day) &&
      isPartyStatus(status) &&
      whyNoVote({ isFull: true, partyStatus: status }) !== null,
  )
}

/** What the roster says of somebody on the day of appointment (DEV-04, DEV-14). */
export function judgeGuarantor(fact: GuarantorFact, dates: MilestoneDates, stays: Stays): Guarantor {
  const on = appointedOn(fact, dates)
  const { personType, memberId, isKin } = fact
  return {
    isFull: wasFull(fact, on),
    hasRights: personType === null ? null : hadRights(stays.get(memberId ?? '') ?? [], on),
    isKin: isKin === null ? null : isKin === 1,
  }
}

/** Those who have the duty now; of a finished file those who had it last. */
export function currentGuarantors(
  all: readonly GuarantorFact[],
  duty: GuarantorDuty,
): readonly GuarantorFact[] {
  const mine = all.filter((fact) => fact.duty === duty)
  const now = mine.filter(({ toOn }) => toOn === null)
  if (now.length > 0) return now
  const last = mine.reduce((latest, { toOn }) => (toOn !== null && toOn > latest ? toOn : latest), '')
  return mine.filter(({ toOn }) => toOn === last)
}
