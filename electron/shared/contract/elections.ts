import { z } from 'zod'
import { exemptionReasons } from '../domain/electionVoters.ts'
import {
  candidateStages,
  contests,
  electionKinds,
  electionStatuses,
  type ElectionStatus,
  tellerDuties,
} from '../domain/electionWords.ts'
import { postPositions } from '../domain/posts.ts'
import { plainText } from '../lib/text.ts'
import { dateOnlySchema } from './dates.ts'
import { command, query } from './define.ts'
import type { ElectionDetail, ElectionRow, ElectionVoters } from './electionRows.ts'

const id = z.string().min(1).max(64)
const version = z.int().min(1)
const optionalText = (max: number) => z.string().overwrite(plainText).max(max, `最多 ${max} 个字`).nullable()
const seats = (max: number) => z.int().min(0, '名额不能是负数').max(max, `名额最多 ${max} 名`)
const count = z.int().min(0, '不能是负数').max(100_000, '数字太大，请核对')
const reason = z.string().overwrite(plainText).min(1, '请填写原因').max(200, '最多 200 个字')

const basics = {
  /** ORG-41: the meeting elects 书记 and 副书记 itself. */
  isDirect: z.boolean(),
  committeeSeats: seats(31),
  secretarySeats: seats(1),
  deputySeats: seats(5),
  plannedOn: dateOnlySchema.nullable(),
  remark: optionalText(500),
}

export const startElectionInput = z.strictObject({
  organizationId: z.string().min(1, '请选择党组织').max(64),
  kind: z.enum(electionKinds),
  ...basics,
})

/** What is known of the meeting and of the superior's answer. */
export const electionInput = z.strictObject({
  ...basics,
  meetingOn: dateOnlySchema.nullable(),
  meetingPlace: optionalText(100),
  hostName: optionalText(50),
  exemptionsAgreed: z.boolean(),
  tellersAgreed: z.boolean(),
  reducedReason: optionalText(200),
  approvalDoc: optionalText(50),
  approvalOn: dateOnlySchema.nullable(),
  filedOn: dateOnlySchema.nullable(),
})

export type ElectionFields = z.output<typeof electionInput>

export const updateElectionInput = z.strictObject({ id, version, fields: electionInput.partial() })

export const electionStepInput = z.strictObject({
  id,
  version,
  stepNo: z.int().min(1).max(12),
  doneOn: dateOnlySchema.nullable(),
  docNo: optionalText(50),
  note: optionalText(200),
})

export const electionRoundInput = z.strictObject({
  id,
  version,
  /** Null for a new ballot, which follows the others of its contest. */
  roundId: id.nullable(),
  contest: z.enum(contests),
  heldOn: dateOnlySchema,
  should: count,
  present: count,
  issued: count,
  returned: count,
  invalid: count,
  votes: z
    .array(
      z.strictObject({
        /** A candidate of the contest, or null for somebody written in. */
        candidateId: id.nullable(),
        memberId: id.nullable(),
        agreed: count,
        against: count,
        abstained: count,
      }),
    )
    .min(1, '请填写得票')
    .max(60),
})

export const finishElectionInput = z.strictObject({
  id,
  version,
  /** Posts of elected 委员 other than plain 委员. */
  duties: z.array(z.strictObject({ candidateId: id, position: z.enum(postPositions) })).max(31),
})

const detail = <T extends z.ZodType>(input: T) =>
  command(input, 'organization.write').output<ElectionDetail>()

export const electionsRoutes = {
  /** Those under way first. */
  'elections.list': query(
    z.strictObject({
      /** With everything below it; null for all in reach. */
      organizationId: id.nullable(),
      status: z.enum(electionStatuses).nullable(),
      offset: z.int().min(0),
      limit: z.int().min(1).max(200),
    }),
    'member.read',
  ).output<{
    readonly rows: readonly ElectionRow[]
    readonly counts: Readonly<Record<ElectionStatus, number>>
  }>(),
  'elections.get': query(z.strictObject({ id }), 'member.read').output<ElectionDetail>(),
  /** Who has a vote on the day of the meeting, and who has none and why. */
  'elections.voters': query(z.strictObject({ id }), 'member.read').output<ElectionVoters>(),
  /** CONFLICT where the organisation holds no elections (ORG-06, ORG-10) or one is under way already. */
  'elections.start': detail(startElectionInput),
  /** Of an election that is done only what comes after the meeting: approval, filing, remark. */
  'elections.update': detail(updateElectionInput),
  'elections.setStep': detail(electionStepInput),
  /** The whole list of one contest in the order of the ballot. Whoever has votes cannot be left out. */
  'elections.setCandidates': detail(
    z.strictObject({
      id,
      version,
      contest: z.enum(contests),
      candidates: z
        .array(z.strictObject({ memberId: id, stage: z.enum(candidateStages).exclude(['writeIn']) }))
        .max(60),
    }),
  ),
  'elections.setExemptions': detail(
    z.strictObject({
      id,
      version,
      exemptions: z.array(z.strictObject({ memberId: id, reason: z.enum(exemptionReasons) })).max(500),
    }),
  ),
  'elections.setTellers': detail(
    z.strictObject({
      id,
      version,
      tellers: z.array(z.strictObject({ memberId: id, duty: z.enum(tellerDuties) })).max(20),
    }),
  ),
  /** A ballot as counted; numbers that contradict each other are refused by field, everything else is judged. */
  'elections.saveRound': detail(electionRoundInput),
  /** The last ballot of a contest. */
  'elections.removeRound': detail(z.strictObject({ id, version, roundId: id })),
  /** Enters the term and the posts of who is elected, all at once. */
  'elections.finish': detail(finishElectionInput),
  'elections.giveUp': detail(
    z.strictObject({ id, version, status: z.enum(['invalid', 'cancelled']), reason }),
  ),
  'elections.trash': command(z.strictObject({ id, version, reason }), 'organization.write').output<null>(),
}
