import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { roleHasRight, roles } from '#shared/contract/rights.ts'
import { isRouteName, routes } from '#shared/contract/routes.ts'
import { readTables } from './ledgerCopy.ts'
import { aStandardOffice, type StandardOffice, staffOfRole } from './office.ts'
import { routeSamples } from './routeSamples.ts'
import { anIdNo, anyList } from './samples.ts'

const names = Object.keys(routes).filter((name) => isRouteName(name))

/** Where ID numbers hide: one that was changed, one somebody wrote into a free text, one the rules speak of. */
async function anOfficeOfTraces(): Promise<StandardOffice> {
  const office = await aStandardOffice()
  for (const [place, clerk, order] of [
    [office.east, office.as.east, 301],
    [office.west, office.as.west, 401],
  ] as const) {
    const { version } = await clerk.call('members.get', { id: place.memberId })
    const idNo = anIdNo('1970-05-04', order)
    const wrong = `${idNo.slice(0, 17)}${idNo.endsWith('5') ? '6' : '5'}`
    const fields = { idNo: wrong, idNoReason: `身份证上是${wrong}`, remark: `原登记为${place.idNo}` }
    await clerk.call('members.update', { id: place.memberId, version, fields })
  }
  return office
}

/** Last four characters of every ID number there is or was. */
async function endingsOf({ dataDir, east, west }: StandardOffice): Promise<readonly string[]> {
  const { members = [] } = await readTables(dataDir)
  const numbers = [...members.map((row) => String(row['id_no'])), east.idNo, west.idNo]
  return [...new Set(numbers.map((number) => number.slice(-4)))]
}

/** Those of the endings that end a number in the text, or what stars have left of one; other digits are of handles, hashes and sizes. */
function foundEndings(text: string, endings: readonly string[]): readonly string[] {
  return endings.filter((ending) =>
    new RegExp(`(?<![0-9A-Za-z_-])[\\d*]*${ending}(?![0-9A-Za-z_-])`).test(text),
  )
}

/** What somebody reads in an office file. */
function readFile(bytes: Uint8Array): string {
  return Object.values(unzipSync(bytes))
    .map((part) => strFromU8(part).replaceAll(/<[^>]*>/g, ' '))
    .join(' ')
}

/** The texts of an answer, with the office file it names; sizes and counts are no texts. */
function readAnswer(answer: unknown, { shelf }: StandardOffice): string {
  const text = JSON.stringify(answer, (_key, value: unknown) => (typeof value === 'number' ? null : value))
  const [, handle] = /"handle":"([^"]+)","name":"[^"]+\.(?:docx|xlsx)"/.exec(text) ?? []
  return handle === undefined ? text : `${text} ${readFile(shelf.read(handle).bytes)}`
}

describe('endings of ID numbers', () => {
  const others = roles.filter((role) => !roleHasRight(role, 'member.reveal'))
  const theirs = names.filter((name) => others.some((role) => roleHasRight(role, routes[name].right)))

  it.each(theirs)('are in no answer of %s to who may not look at the whole number', async (name) => {
    const office = await anOfficeOfTraces()
    const endings = await endingsOf(office)
    expect(endings.length).toBeGreaterThan(10)
    const inputs = [await routeSamples[name].input(office, office.east), routeSamples[name].everything]
    for (const role of others.filter((each) => roleHasRight(each, routes[name].right)))
      for (const input of inputs) {
        const { session } = office.as[staffOfRole[role]]
        const answer = await office.core.call(name, input, session)
        expect([role, foundEndings(readAnswer(answer, office), endings)]).toEqual([role, []])
      }
  })

  it.each(['leader', 'auditor'] as const)('are hidden where there are some to hide (%s)', async (staff) => {
    const office = await anOfficeOfTraces()
    const { as, east } = office
    const page = { offset: 0, limit: 50 }
    const { seq = 0 } =
      (await as.street.call('activity.history', { kind: 'member', id: east.memberId })).entries[0] ?? {}
    const shown =
      staff === 'auditor'
        ? [await as.auditor.call('audit.changes', { seq, ...page })]
        : [
            await as.leader.call('members.get', { id: east.memberId }),
            await as.leader.call('members.list', anyList),
            await as.leader.call('members.search', { text: '东环甲', limit: 50 }),
            await as.leader.call('activity.changes', { seq, ...page }),
            await as.leader.call('activity.history', { kind: 'member', id: east.memberId }),
          ]
    const endings = await endingsOf(office)
    for (const each of shown) {
      const text = readAnswer(each, office)
      expect(text).toContain('110105************')
      expect(foundEndings(text, endings)).toEqual([])
    }
    const clerks = await as.street.call('activity.changes', { seq, ...page })
    expect(foundEndings(readAnswer(clerks, office), endings)).not.toEqual([])
  })

  it.each([
    ['street', 'docx'],
    ['street', 'xlsx'],
    ['east', 'docx'],
    ['east', 'xlsx'],
    ['leader', 'docx'],
    ['leader', 'xlsx'],
  ] as const)('are in no masked export, whoever makes it (%s, .%s)', async (staff, format) => {
    const office = await anOfficeOfTraces()
    const wanted = {
      organizationId: null,
      format,
      jobId: null,
      unmasked: false,
      purpose: null,
      asOf: null,
    } as const
    const columns = ['name', 'idNo', 'idNoReason', 'mobile', 'remark'] as const
    const { file } = await office.as[staff].call('documents.exportRoster', {
      ...wanted,
      columns: [...columns],
    })
    const text = readFile(office.shelf.read(file.handle).bytes)
    expect(text).toContain('110105************')
    expect(foundEndings(text, await endingsOf(office))).toEqual([])
  })
})
