import { unzipSync, strFromU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { electionDocuments } from '#shared/domain/electionDocuments.ts'
import { aBranch, aDecidedElection, type Branch, meetingDay, startElection } from '../api/electionsHarness.ts'
import { readTables } from '../api/ledgerCopy.ts'
import { aStaffedOffice } from '../api/samples.ts'
import { selfCheck } from './selfCheck.ts'
import { textOf } from './docxParts.ts'

async function paper(
  { call, shelf }: Branch,
  electionId: string,
  document: (typeof electionDocuments)[number],
) {
  const { file, missing } = await call('documents.exportElection', { electionId, document })
  const { bytes } = shelf.read(file.handle)
  const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())
  return { name: file.name, bytes, xml, text: textOf(xml), missing: missing.map(({ label }) => label) }
}

async function aHeldElection() {
  const branch = await aBranch(30)
  const { version } = await branch.call('organizations.get', { id: branch.branchId })
  await branch.call('organizations.update', {
    id: branch.branchId,
    version,
    fields: { contactName: '联络某', contactPhone: '010-60001234', secretaryName: '现任某' },
  })
  return { branch, detail: await aDecidedElection(branch) }
}

describe('papers of an election (D13)', () => {
  it.each(electionDocuments)(
    '%s keeps the form of the standard and leaves no variable unfilled',
    async (document) => {
      const { branch, detail } = await aHeldElection()
      const { bytes, text } = await paper(branch, detail.id, document)
      expect(selfCheck(bytes)).toEqual([])
      expect(text).not.toContain('undefined')
      expect(text).not.toContain('null')
    },
  )

  it('the 请示 goes up: signer, contact, one matter, and what is unknown is blank and listed', async () => {
    const { branch, detail } = await aHeldElection()
    const { text, missing, name } = await paper(branch, detail.id, 'request')
    expect(text).toContain('签发人：现任某')
    expect(text).toContain('中共测试街道东环社区党委：')
    expect(text).toContain('我支部本届支部委员会于2021年11月1日选举产生，于2026年11月1日任期届满')
    expect(text).toContain('正式党员30名、预备党员1名')
    expect(text).toContain('候选人不少于4名')
    expect(text).toContain('以上请示妥否，请批示。')
    expect(text).toContain('（联系人：联络某，电话：010-60001234）')
    expect(missing).toEqual(['成文日期', '发文字号'])
    expect(text.match(/＿＿＿＿/g)).toHaveLength(2)
    expect(name).toBe('2026-东环第一党支部-请示-关于换届选举的请示.docx')
  })

  it('the report says what was counted, who is elected, and nothing that was not', async () => {
    const { branch, detail } = await aHeldElection()
    const { text } = await paper(branch, detail.id, 'result')
    expect(text).toContain(
      '应到会有选举权人数30名，实到24名；发出选票24张，收回24张，其中有效票24张、无效票0张。选举有效',
    )
    expect(text).toContain('党员丙13110当选')
    expect(text).toContain('党员丁11130未当选')
    expect(text).toContain('党员甲、党员乙、党员丙当选为委员；党员甲当选为书记')
    expect(text).toContain('特此报告。')
    expect(text).not.toContain('请批示')
  })

  it('no signature stands on a page without text: the end of the text, 附件 and 附注 go with it', async () => {
    const { branch, detail } = await aHeldElection()
    for (const document of ['request', 'candidateRequest', 'reply', 'candidateReply', 'result'] as const) {
      const { xml } = await paper(branch, detail.id, document)
      const paragraphs = xml.split('<w:p>').slice(1)
      const last = paragraphs.findIndex((each) => /此复。|请批示。|特此报告。/.test(each))
      const date = paragraphs.findIndex(
        (each, index) => index > last && each.includes('DocSignature') && !each.includes('<w:keepNext/>'),
      )
      expect(last, document).toBeGreaterThan(0)
      expect(date - last, document).toBeGreaterThan(1)
      const between = paragraphs.slice(last, date)
      expect(
        between.every((each) => each.includes('<w:keepNext/>')),
        document,
      ).toBe(true)
    }
  })

  it('附注 stands in the line right below the date (GB/T 9704 7.3.6)', async () => {
    const { branch, detail } = await aHeldElection()
    const { xml } = await paper(branch, detail.id, 'request')
    const note = xml.split('<w:p>').find((each) => each.includes('（联系人：'))
    expect(note).not.toContain('w:before')
  })

  it('the host’s script never says that a meeting may begin which may not', async () => {
    const { branch, detail } = await aHeldElection()
    expect((await paper(branch, detail.id, 'script')).text).toContain('实到24名，符合规定人数，可以开会')
    const roundOf = (name: 'committee' | 'secretary') =>
      detail.contests.find(({ contest }) => contest === name)?.rounds[0]
    const committee = roundOf('committee')
    const { version } = await branch.call('elections.removeRound', {
      id: detail.id,
      version: detail.version,
      roundId: roundOf('secretary')?.id ?? '',
    })
    await branch.call('elections.saveRound', {
      id: detail.id,
      version,
      roundId: committee?.id ?? null,
      contest: 'committee',
      heldOn: committee?.heldOn ?? meetingDay,
      should: 30,
      present: 20,
      issued: 20,
      returned: 20,
      invalid: 0,
      votes: (committee?.votes ?? []).map(({ candidateId }) => ({
        candidateId,
        memberId: null,
        agreed: 10,
        against: 10,
        abstained: 0,
      })),
    })
    const { text } = await paper(branch, detail.id, 'script')
    expect(text).toContain('没有达到应到人数的五分之四，不能进行选举')
    expect(text).not.toContain('可以开会')
  })

  it('a ballot has a line for each candidate, a page for each contest, no number and no name to sign', async () => {
    const { branch, detail } = await aHeldElection()
    const { text, xml } = await paper(branch, detail.id, 'ballot')
    expect(text).toContain('应选委员3名，候选人4名，差额选举')
    expect(text).toContain('选票不编号，不署名')
    expect(xml.match(/<w:sectPr[ >]/g)).toHaveLength(2)
  })

  it('ORG-41: where the meeting elects the secretary itself, no paper speaks of a committee', async () => {
    const branch = await aBranch(5)
    const { id } = await startElection(branch, branch.branchId, { isDirect: true, committeeSeats: 0 })
    for (const document of ['request', 'method', 'ballot', 'script'] as const) {
      const { text } = await paper(branch, id, document)
      expect(text).not.toContain('支部委员会')
      expect(text).not.toContain('差额')
      expect(text).toContain('书记')
    }
  })

  it('before anything is known every number is a blank on the list', async () => {
    const branch = await aBranch(8)
    const { id } = await startElection(branch, branch.branchId)
    const { missing } = await paper(branch, id, 'result')
    expect(missing).toEqual(
      expect.arrayContaining([
        '大会日期',
        '实到会有选举权人数',
        '收回选票数',
        '当选人',
        '签发人（现任书记）',
      ]),
    )
    expect((await paper(branch, id, 'tellers')).missing).toEqual(['监票人、计票人'])
  })
})

describe('reminders (D18)', () => {
  it('are a letter each in one file, say how late it is, and are logged', async () => {
    const branch = await aBranch(8)
    const { file, rows } = await branch.call('documents.exportReminder', {
      organizationIds: [branch.branchId, branch.otherBranchId],
      kind: 'urge',
      replyBy: '2026-12-10',
    })
    const { bytes } = branch.shelf.read(file.handle)
    const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())
    const text = textOf(xml)
    expect(rows).toBe(2)
    expect(selfCheck(bytes)).toEqual([])
    expect(xml.match(/<w:titlePg\/>/g)).toHaveLength(2)
    expect(text).toContain('应于2026年11月1日届满，至今已超期20天')
    expect(text).toContain('请于2026年12月10日前将办理情况报我工委')
    const { document_exports: log = [] } = await readTables(branch.dataDir)
    expect(log).toMatchObject([{ document: '换届督办函.docx', rows: 2 }])
  })

  it('are not written by an organisation to itself: a community hears from the street', async () => {
    const office = await aStaffedOffice()
    const refused = await office.as('communityClerk').refusal('documents.exportReminder', {
      organizationIds: [office.communityId],
      kind: 'remind',
      replyBy: null,
    })
    expect(refused).toMatchObject({
      code: 'CONFLICT',
      messageZh: expect.stringContaining('不能自己发给自己'),
    })
    await expect(
      office.call('documents.exportReminder', {
        organizationIds: [office.communityId],
        kind: 'remind',
        replyBy: null,
      }),
    ).resolves.toMatchObject({ rows: 1 })
  })

  it('are not written to organisations without terms', async () => {
    const branch = await aBranch(1)
    const refused = await branch.refusal('documents.exportReminder', {
      organizationIds: [branch.rootId],
      kind: 'remind',
      replyBy: null,
    })
    expect(refused).toMatchObject({ code: 'CONFLICT', messageZh: expect.stringContaining('派出机关') })
  })
})
