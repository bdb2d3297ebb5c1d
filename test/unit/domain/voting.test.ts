import { expect, it } from 'vitest'
import { type PartyStatus } from '#shared/domain/partyStatus.ts'
import { type NoVoteReason, whyNoVote } from '#shared/domain/voting.ts'

const cases: readonly (readonly [boolean, PartyStatus, NoVoteReason | null])[] = [
  [true, 'ZC', null],
  [true, 'XQ', null],
  [false, 'ZC', 'probationary'],
  [false, 'LC', 'probationary'],
  [true, 'LC', 'observed'],
  [true, 'ZZQL', 'suspended'],
]

it.each(cases)('ORG-37: 正式党员 %s under %s: %s', (isFull, partyStatus, why) => {
  expect(whyNoVote({ isFull, partyStatus })).toBe(why)
})
