import type { ReadDb } from '#db/database.ts'
import type { RecordStepInput } from '#shared/contract/development.ts'
import type { RouteOutput } from '#shared/contract/routes.ts'
import { ballotDoubts, voteResult } from '#shared/domain/development/votes.ts'
import { isDateOnly } from '#shared/lib/dates.ts'
import type { Ports } from '../ports.ts'
import { readVoters } from '../records/voters.ts'
import { readBody } from './bodies.ts'
import { readWhole } from './checks.ts'
import { stepOutcome } from './stepOutcome.ts'
import { isVoted } from './stepRules.ts'

/** What recording a step so would be answered with. Writes nothing; throws NOT_FOUND, STALE_WRITE, VALIDATION_FAILED. */
export function checkStep(
  db: ReadDb,
  input: RecordStepInput,
  { clock }: Ports,
): RouteOutput<'development.checkStep'> {
  const today = clock.today()
  const whole = readWhole(db, input)
  const { milestone, on } = input
  const body = readBody(db, whole.file.organizationId, input.bodyId)
  const ballot = isVoted(milestone) ? input.vote : null
  return {
    ...stepOutcome(db, whole, input, body, today),
    vote: ballot === null ? null : voteResult(ballot),
    doubts: ballot === null ? [] : ballotDoubts(ballot),
    should:
      isVoted(milestone) && isDateOnly(on) && on <= today
        ? readVoters(db, whole.file.organizationId, on).voters.length
        : null,
  }
}
