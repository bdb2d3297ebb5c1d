import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { dateOnly } from '#shared/lib/dates.ts'
import type { RaterGroup, Scheme } from '#shared/domain/reviews/scheme.ts'
import { fixture } from '../unit/imports/workbooks.ts'
import { readTables } from './ledgerCopy.ts'
import { aStandardOffice } from './office.ts'
import { aBallotPlace, shortScheme, withGroups } from './reviewBallotsHarness.ts'
import { aCampaignWith } from './reviewHarness.ts'
import { anOrganization } from './samples.ts'

const truth: unknown = JSON.parse(
  readFileSync(new URL('../fixtures/import/review-ballots.truth.json', import.meta.url), 'utf8'),
)

const group = (id: string, name: string, kind: RaterGroup['kind'], weight: number): RaterGroup => ({
  id,
  name,
  kind,
  weight: weight * 100,
  isOptional: false,
  mergesInto: null,
})

const names = [
  '政治建设与责任落实',
  '基层组织建设',
  '党员教育管理',
  '三会一课与组织生活',
  '联系服务群众',
  '特色创新',
]

/** As the workbook’s header has it. */
const scheme: Scheme = withGroups(
  withGroups(
    shortScheme({
      indicators: names.map((name, index) => ({
        id: `i${index + 1}`,
        name,
        points: [25, 15, 15, 15, 15, 15][index] === 25 ? 25_00 : 15_00,
        children: [],
      })),
    }),
    'up',
    [group('street', '街道党工委班子成员', 'superiors', 100)],
  ),
  'down',
  [
    group('peers', '社区党组织班子成员', 'peers', 20),
    group('members', '党员代表', 'members', 50),
    group('residents', '群众代表', 'residents', 30),
  ],
)

const people = [
  ['园林路社区党委', '韩龙'],
  ['东环社区党委', '胡敏'],
  ['樱花社区党委', '刘生'],
  ['御园社区党委', '汪伟'],
  ['站东社区党委', '陶朝'],
  ['利农社区党委', '吴丽'],
  ['南环社区党委', '钟曦'],
  ['新兴社区党委', '史喆'],
] as const

async function aSampleOffice(of: readonly (readonly [string, string])[]) {
  const office = await aStandardOffice({ withoutWest: true })
  const { street } = office.as
  const places: { organizationId: string; name: string }[] = []
  for (const [index, [shortName, name]] of of.entries()) {
    const fields = anOrganization({ type: 'SQW', shortName, code: `00190${index}` })
    const isThere = shortName === '东环社区党委'
    const { id } = isThere
      ? { id: office.east.communityId }
      : await street.call('organizations.create', { parentId: office.rootId, fields })
    places.push({ organizationId: id, name })
  }
  const { campaign, schemeId } = await aCampaignWith(street, office.rootId, places, { year: 2025 })
  const [stored] = campaign.schemes
  await street.call('reviews.saveScheme', {
    id: schemeId,
    version: stored?.version ?? 1,
    name: '社区书记',
    scheme,
    reason: null,
  })
  const upload = () =>
    office.shelf.put({ name: '测评票.xlsx', bytes: Uint8Array.from(fixture('review-ballots.xlsx')) })
  return { office, street, campaignId: campaign.id, schemeId, upload }
}

describe('the workbook of 464 ballots', () => {
  it('is read in the numbers of its truth, row by row with its place, and becomes four batches', async () => {
    const { office, street, upload, ...of } = await aSampleOffice(people)
    const handle = upload()
    const preview = await street.call('reviewBallots.preview', { handle, ...of })
    const { rows, outOfRange, empty, twoGrades, sheets, problems, whyNot } = preview
    const groups = Object.fromEntries(sheets.map(({ groupName, rows: n }) => [groupName, n]))
    expect({ rows, outOfRange, empty, twoGrades, groups }).toEqual(truth)
    expect([whyNot, preview.unreadable, preview.voided]).toEqual([
      [],
      0,
      { several: 4, illegible: 0, blank: 0 },
    ])
    expect(problems).toHaveLength(13 + 4)
    expect(problems).toContainEqual({
      sheet: '社区党组织班子成员',
      place: 3,
      message: '第 3 张“政治建设与责任落实”：“120”超出 0–100 分，请核对原票',
    })
    const given = {
      previewId: preview.previewId,
      organizationId: office.rootId,
      heldOn: dateOnly('2026-01-20'),
    }
    const { batchIds, taken } = await street.call('reviewBallots.import', given)
    expect([batchIds.length, taken]).toEqual([4, 464])
    await expect(street.call('reviewBallots.import', given)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    // Nothing of the file stays: no ballot’s number, no copy on the shelf.
    expect(() => office.shelf.read(handle)).toThrow()
    const text = JSON.stringify(await readTables(office.dataDir))
    expect(text).not.toMatch(/街0001|社0001|党0001|群0001|测评票\.xlsx/)
    const again = await street.call('reviewBallots.preview', { handle: upload(), ...of })
    await expect(
      street.call('reviewBallots.import', { ...given, previewId: again.previewId }),
    ).rejects.toMatchObject({ messageZh: expect.stringContaining('已经从文件读入过') })

    // What waits for the paper is settled in its batch, and then it is closed.
    const [, peers = ''] = batchIds
    const waiting = await street.call('reviewBallots.differences', { id: peers })
    expect(waiting.map(({ place, kind }) => [place, kind])).toEqual(
      [3, 25, 29, 60, 78].map((place) => [place, 'refused']),
    )
    for (const { place, subjectId, itemId } of waiting)
      await street.call('reviewBallots.settle', {
        id: peers,
        place,
        subjectId,
        itemId,
        cell: '100',
        isThere: true,
      })
    const { version } = await street.call('reviewBallots.get', { id: peers })
    expect(await street.call('reviewBallots.close', { id: peers, version })).toMatchObject({
      state: 'closed',
      returned: 80,
    })
  })

  it('says who is not in the list and what the scheme does not ask, and counts its slips all the same', async () => {
    const { office, street, upload, ...of } = await aSampleOffice(people.slice(0, 2))
    const few = await street.call('reviewBallots.preview', { handle: upload(), ...of })
    expect(few.rows).toBe(464)
    expect(few.problems.some(({ message }) => message.includes('“刘生”不在这套方案的述职人名单里'))).toBe(
      true,
    )
    const { campaignId, schemeId } = office.east
    const other = await street.call('reviewBallots.preview', { handle: upload(), campaignId, schemeId })
    expect(other.whyNot.some((why) => why.includes('“党员代表”不是方案里的测评群体'))).toBe(true)
    const { rows, outOfRange, empty, twoGrades } = other
    expect({ rows, outOfRange, empty, twoGrades }).toEqual({
      rows: 464,
      outOfRange: 13,
      empty: 8,
      twoGrades: 4,
    })
    await expect(
      street.call('reviewBallots.import', {
        previewId: other.previewId,
        organizationId: office.east.communityId,
        heldOn: dateOnly('2026-01-20'),
      }),
    ).rejects.toMatchObject({ code: 'VALIDATION_FAILED' })
  })

  it('as text it is of the group its name says, full-width digits, empty cells and all', async () => {
    const office = await aStandardOffice({ withoutWest: true })
    const { street } = office.as
    const { campaignId, schemeId } = await aBallotPlace(office, office.east)
    const lines = ['被测评人,思想政治,组织建设,总体评价', '甲 书记,８５,90分,好', '甲书记,,,较好', ',1,1,好']
    const handle = office.shelf.put({
      name: '党员.csv',
      bytes: new TextEncoder().encode(lines.join('\n')),
    })
    const preview = await street.call('reviewBallots.preview', { handle, campaignId, schemeId })
    expect(preview).toMatchObject({ whyNot: [], rows: 3, empty: 2, unreadable: 0 })
    expect(preview.sheets.map(({ groupName, rows }) => [groupName, rows])).toEqual([['党员', 3]])
    expect(preview.problems.map(({ message }) => message)).toEqual(['第 3 张：没有写述职人，不读入'])
  })
})
