import type { ReadDb } from '#db/database.ts'
import type { RecordStepInput } from '#shared/contract/developmentInputs.ts'
import type { RouteOutput } from '#shared/contract/routes.ts'
import { ballotDoubts, voteResult } from '#shared/domain/development/votes.ts'
import { isDateOnly } from '#shared/lib/dates.ts'
import type { Ports } from '../ports.ts'
import { readVoters } from '../records/voters.ts'
import { readBody } from './bodies.ts'
import { readWhole, standing } from './checks.ts'
import { correctionOutcome } from './correctionOutcome.ts'
import { stepOutcome } from './stepOutcome.ts'
import { isVoted } from './stepRules.ts'

/** What recording a step so, or correcting one that is recorded, would be answered with. Writes nothing; throws NOT_FOUND, STALE_WRITE, VALIDATION_FAILED. */
export function checkStep(
  db: ReadDb,
  input: RecordStepInput,
  { clock }: Ports,
): RouteOutput<'development.checkStep'> {
  const today = clock.today()
  const whole = readWhole(db, input)
  const { milestone, on } = input
  const step = standing(whole.parts.steps).find((each) => each.milestone === milestone)
  // Who did it may be in the trash by now; that is no matter where it stays as it is.
  const isSameBody = step !== undefined && step.bodyId === input.bodyId
  const body = isSameBody ? null : readBody(db, whole.file.organizationId, input.bodyId)
  const ballot = isVoted(milestone) ? input.vote : null
  return {
    ...(step === undefined
      ? stepOutcome(db, whole, input, body, today)
      : correctionOutcome(db, whole, step, input, body, today)),
    vote: ballot === null ? null : voteResult(ballot),
    doubts: ballot === null ? [] : ballotDoubts(ballot),
    should:
      isVoted(milestone) && isDateOnly(on) && on <= today
        ? readVoters(db, whole.file.organizationId, on).voters.length
        : null,
  }
}
