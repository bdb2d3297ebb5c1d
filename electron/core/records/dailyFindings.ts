import { setImmediate } from 'node:timers/promises'
import type { Database } from '#db/database.ts'
import { findingsOf, findingsRefreshedOn, setFindingsRefreshedOn } from '#db/queries/memberFindings.ts'
import { recordOf, type StoredMember } from '#db/queries/memberRecords.ts'
import { listMembersAfter } from '#db/queries/members.ts'
import { replaceFindings } from '#db/queries/memberWrites.ts'
import type { Finding } from '#shared/domain/finding.ts'
import { memberFindings } from '#shared/domain/memberRules.ts'
import { defaultRuleSettings } from '#shared/domain/settings.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import type { Ports } from '../ports.ts'

const inOneText = (findings: readonly Finding[]) =>
  findings
    .map(({ code, severity, message }) => `${code} ${severity} ${message}`)
    .toSorted()
    .join('\n')

/** The store keeps one finding of a code a person: the first. */
function firstOfEachCode(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter((finding, i) => findings.findIndex(({ code }) => code === finding.code) === i)
}

const chunk = 500

/** Up to so many people the sign-in waits for it (a third of a second); above, it goes on beside the clerk's work. */
export const refreshedBeforeSignIn = 10_000

/**
 * Many rules look at the date (预备期满, 失联满六个月), so the first opening of a day judges everybody anew and writes what
 * differs, some hundreds of people at a time. Cut off, it is begun again at the next opening.
 */
export async function refreshDailyFindings(
  db: Database,
  { clock }: Ports,
  signal: AbortSignal,
): Promise<void> {
  const today = clock.today()
  if (findingsRefreshedOn(db.read) === today) return
  for (let after = 0; ;) {
    const members = listMembersAfter(db.read, after, chunk)
    const last = members.at(-1)
    if (!last) break
    refresh(db, members, today)
    after = last.seq
    await setImmediate()
    if (signal.aborted) return
  }
  db.write((tx) => setFindingsRefreshedOn(tx, today))
}

function refresh(db: Database, members: readonly StoredMember[], today: DateOnly): void {
  const known = findingsOf(
    db.read,
    members.map((member) => member.id),
  )
  db.write((tx) => {
    for (const member of members) {
      const findings = memberFindings(recordOf(member), { today, settings: defaultRuleSettings })
      const isSame = inOneText(firstOfEachCode(findings)) === inOneText(known.get(member.id) ?? [])
      if (!isSame) replaceFindings(tx, member.id, findings, false)
    }
  })
}
