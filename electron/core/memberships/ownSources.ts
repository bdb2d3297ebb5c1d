import type { ReadDb } from '#db/database.ts'
import { groupSpellsOf, membershipsOf, statusSpellsOf } from '#db/queries/memberSpells.ts'
import { isInScope } from '#db/queries/scope.ts'
import type { TimelineEntry } from '#shared/contract/memberships.ts'
import { codeName } from '#shared/labels/codeTables.ts'
import { enteredByLabels, leftByLabels, startBasisLabels } from '#shared/labels/memberships.ts'
import { holdsOn, type TimelineContext } from './timelineContext.ts'

/** `进入：支部间调整，测街党〔2026〕3号。原因` */
function happened(
  what: string,
  how: string | null,
  doc: string | null,
  reason: string | null,
): readonly string[] {
  const parts = [how, doc === null ? null : `依据 ${doc}`, reason].filter((part) => part !== null)
  return parts.length === 0 ? [] : [`${what}：${parts.join('，')}`]
}

export function stayEntries(
  db: ReadDb,
  { member, nameOf, today }: TimelineContext,
): readonly TimelineEntry[] {
  const stays = membershipsOf(db, member.id)
  return stays.map((stay, i) => {
    const { enteredBy, leftBy, enteredDoc, leftDoc, enteredReason, leftReason } = stay
    const note = startBasisLabels[stay.startBasis]
    const isSeen = isInScope(db, stay.organizationId)
    return {
      kind: 'stay',
      id: stay.id,
      fromOn: stay.fromOn,
      toOn: stay.toOn,
      title: nameOf(stay.organizationId),
      details: [
        ...happened('进入', enteredBy && enteredByLabels[enteredBy], enteredDoc, enteredReason),
        ...happened('离开', leftBy && leftByLabels[leftBy], leftDoc, leftReason),
        ...(note === null ? [] : [note]),
      ],
      isNow: holdsOn(stay, today),
      stay:
        isSeen && member.deletedAt === null
          ? {
              version: stay.version,
              organizationId: stay.organizationId,
              enteredBy,
              leftBy,
              enteredDoc,
              leftDoc,
              isLast: i === stays.length - 1,
            }
          : null,
    }
  })
}

export function statusEntries(db: ReadDb, { member, today }: TimelineContext): readonly TimelineEntry[] {
  return statusSpellsOf(db, member.id).map((spell) => ({
    kind: 'status',
    id: spell.id,
    fromOn: spell.fromOn,
    toOn: spell.toOn,
    title: [
      codeName('partyStatus', spell.status) ?? spell.status,
      spell.kind === null ? '' : `（${codeName('partyStatusKind', spell.kind) ?? spell.kind}）`,
    ].join(''),
    details: happened('决定', null, spell.doc, spell.reason),
    isNow: holdsOn(spell, today),
    stay: null,
  }))
}

export function groupEntries(
  db: ReadDb,
  { member, nameOf, today }: TimelineContext,
): readonly TimelineEntry[] {
  return groupSpellsOf(db, member.id).map((spell) => ({
    kind: 'group',
    id: spell.id,
    fromOn: spell.fromOn,
    toOn: spell.toOn,
    title: nameOf(spell.groupId),
    details: [],
    isNow: holdsOn(spell, today),
    stay: null,
  }))
}

/** 入党 and 转正: days of the record itself. */
export function fullEntries(_: ReadDb, { member }: TimelineContext): readonly TimelineEntry[] {
  const { joinedOn, joinKind, joinBranch, introducers, regularOn, regularKind, personType } = member
  const on = (day: typeof joinedOn, title: string, details: readonly string[]): readonly TimelineEntry[] =>
    day === null
      ? []
      : [
          {
            kind: 'full',
            id: `${member.id} ${title}`,
            fromOn: day,
            toOn: day,
            title,
            details,
            isNow: false,
            stay: null,
          },
        ]
  const named = (label: string, text: string | null) => (text === null ? [] : [`${label}：${text}`])
  return [
    ...on(joinedOn, '入党', [
      ...named('入党类型', joinKind === null ? null : (codeName('joinKind', joinKind) ?? null)),
      ...named('入党时所在支部', joinBranch),
      ...named('入党介绍人', introducers),
    ]),
    ...(personType === '2'
      ? []
      : on(
          regularOn,
          '转为正式党员',
          named('转正情况', regularKind === null ? null : (codeName('regularKind', regularKind) ?? null)),
        )),
  ]
}
