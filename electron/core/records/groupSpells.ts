import type { WriteDb } from '#db/database.ts'
import {
  groupSpellsOf,
  membershipsOf,
  type StoredGroupSpell,
  type StoredMembership,
  updateGroupSpell,
} from '#db/queries/memberSpells.ts'
import { getOrganization } from '#db/queries/organizations.ts'
import type { Instant } from '#shared/lib/dates.ts'

const overlaps = (spell: StoredGroupSpell, stay: StoredMembership) =>
  (spell.toOn === null || spell.toOn > stay.fromOn) && (stay.toOn === null || stay.toOn > spell.fromOn)

/** Nobody is in a group of a branch before coming to it or after leaving it: call when the days of a stay have changed. */
export function fitGroupSpells(tx: WriteDb, memberId: string, at: Instant): void {
  const spells = groupSpellsOf(tx, memberId)
  if (spells.length === 0) return
  const stays = membershipsOf(tx, memberId)
  for (const spell of spells) {
    const branchId = getOrganization(tx, spell.groupId)?.parentId
    const around = stays.filter((stay) => stay.organizationId === branchId && overlaps(spell, stay))
    const [first, last] = [around[0], around.at(-1)]
    if (!first || !last) continue
    const fromOn = spell.fromOn < first.fromOn ? first.fromOn : spell.fromOn
    const isLonger = last.toOn !== null && (spell.toOn === null || spell.toOn > last.toOn)
    const toOn = isLonger ? last.toOn : spell.toOn
    if (fromOn !== spell.fromOn || toOn !== spell.toOn) updateGroupSpell(tx, spell.id, { fromOn, toOn }, at)
  }
}
