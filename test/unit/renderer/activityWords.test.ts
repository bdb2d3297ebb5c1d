import { describe, expect, it } from 'vitest'
import type { ChangeAction, FieldChange, HistoryEntry, RecordKind } from '#shared/contract/activity.ts'
import { routeTitles } from '#shared/labels/activities.ts'
import { dateOnly, instant } from '#shared/lib/dates.ts'
import { hangingText, parseTrashKind, trashKey } from '../../../renderer/features/trash/trashWords.ts'
import {
  currentTexts,
  doneWords,
  recordAddress,
  subjectsText,
  undoneWords,
  undoSentence,
  undoWord,
  mayPutBack,
  putBackNote,
} from '../../../renderer/lib/recordHistory.ts'

const aField = (field: string, old: string, next: string): FieldChange => ({
  field,
  label: field,
  old,
  new: next,
  canPutBack: true,
})
const person = (name: string) => ({ kind: 'member' as const, id: name, name })

describe('what an entry did', () => {
  it('names the records it names and counts the rest with them', () => {
    expect(subjectsText({ subjects: [person('张三')], changeCount: 1 })).toBe('张三')
    expect(subjectsText({ subjects: ['甲', '乙', '丙'].map(person), changeCount: 3 })).toBe('甲、乙、丙')
    expect(subjectsText({ subjects: ['甲', '乙', '丙'].map(person), changeCount: 1200 })).toBe(
      '甲、乙、丙等 1,200 条',
    )
  })

  it('counts records without a name', () => {
    expect(subjectsText({ subjects: [], changeCount: 2 })).toBe('2 条记录')
  })
})

describe('taking back', () => {
  const saved = { title: '修改党员信息' }
  const undo = { title: '撤销：修改党员信息' }
  const redo = { title: '重做：修改党员信息' }

  it('of what took something back is doing it again, and of that is taking it back', () => {
    expect([saved, undo, redo].map(undoWord)).toEqual(['撤销', '重做', '撤销'])
    expect(undoSentence(saved, 12)).toContain('12 条记录恢复到这次操作之前')
    expect(undoSentence(undo, 12)).toContain('12 条记录回到撤销之前')
  })

  it('of the dissolving of an organisation is not doing it again', () => {
    expect(undoWord({ title: routeTitles['organizations.dissolve'] })).toBe('撤销')
  })

  it('sends a new member to the trash and removes no import from the list of imports', () => {
    const whole = (kind: RecordKind, action: ChangeAction) => undoneWords({ kind, action, fields: [] }).whole
    expect(whole('member', 'added')).toBe('移到回收站')
    expect(whole('organizationEvent', 'added')).toBe('删去')
    expect(whole('electionRound', 'added')).toBe('删去')
    expect(whole('mobilityContact', 'added')).toBe('删去')
    expect(whole('importBatch', 'added')).toBe('保留，不变')
    expect(whole('member', 'removed')).toBe('放回原处')
  })

  it('shows each field from how it is now to how it was', () => {
    const change = { kind: 'member', action: 'changed', fields: [aField('school', '甲校', '乙校')] } as const
    expect(doneWords(change)).toMatchObject({ whole: null, fields: [{ old: '甲校', new: '乙校' }] })
    expect(undoneWords(change)).toMatchObject({ whole: null, fields: [{ old: '乙校', new: '甲校' }] })
  })

  it('speaks of going to the trash and of coming back as of one thing', () => {
    const fields = [aField('deletedAt', '', '2026-05-08 09:30'), aField('deletedReason', '', '重复录入')]
    const trashed = { kind: 'member', action: 'changed', fields } as const
    expect(doneWords(trashed)).toEqual({ whole: '移到回收站（原因：重复录入）', fields: [] })
    expect(undoneWords(trashed)).toEqual({ whole: '从回收站恢复', fields: [] })
    const restored = {
      kind: 'member',
      action: 'changed',
      fields: fields.map((field) => ({ ...field, old: field.new, new: field.old })),
    } as const
    expect(doneWords(restored).whole).toBe('从回收站恢复')
    expect(undoneWords(restored).whole).toBe('移到回收站（原因：重复录入）')
  })
})

describe('the history of a record', () => {
  const entry = (seq: number, fields: readonly FieldChange[]): HistoryEntry => ({
    seq,
    at: instant(new Date(0)),
    accountId: null,
    accountName: '王干事',
    via: 'browser',
    route: 'members.update',
    title: '修改党员信息',
    changeId: seq,
    action: 'changed',
    fields,
    undone: null,
  })
  const entries = [
    entry(3, [aField('school', '乙校', '')]),
    entry(2, [aField('school', '甲校', '乙校'), aField('major', '', '数学')]),
    entry(1, [aField('school', '', '甲校')]),
  ]
  const current = currentTexts(entries)

  it('knows each field as its latest change left it', () => {
    expect(current).toEqual(
      new Map([
        ['school', ''],
        ['major', '数学'],
      ]),
    )
  })

  it('offers no value that stands there already', () => {
    expect(mayPutBack(aField('school', '甲校', '乙校'), current)).toBe(true)
    expect(mayPutBack(aField('school', '', '甲校'), current)).toBe(false)
  })

  it('offers no value of a field that follows from something else', () => {
    expect(mayPutBack({ ...aField('school', '甲校', '乙校'), canPutBack: false }, current)).toBe(false)
  })
})

describe('addresses', () => {
  it('lead to the page of a record, or nowhere', () => {
    expect(recordAddress('member', 'x')).toBe('/members/x')
    expect(recordAddress('organization', 'x')).toBe('/organizations/x')
    expect(recordAddress('account', 'x')).toBeNull()
  })
})

describe('the trash', () => {
  it('takes no unknown kind from an address', () => {
    expect(parseTrashKind('member')).toBe('member')
    expect(parseTrashKind('account')).toBeNull()
    expect(parseTrashKind(null)).toBeNull()
  })

  it('says what comes back with a record, and nothing when nothing does', () => {
    expect(hangingText({ kind: 'member', hanging: 0 })).toBe('')
    expect(hangingText({ kind: 'organization', hanging: 2 })).toBe('下设党小组等 2 个')
  })

  it('keeps records of two kinds with the same id apart', () => {
    expect(trashKey({ kind: 'member', id: 'x' })).not.toBe(trashKey({ kind: 'organization', id: 'x' }))
  })
})

it('a branch, a group or a status put back says that it counts from today', () => {
  const today = dateOnly('2026-11-22')
  const note = (kind: RecordKind, field: string, old: string) =>
    putBackNote(kind, aField(field, old, ''), today)
  expect(note('member', 'organizationId', '第一党支部')).toContain(
    '从今天（2026年11月22日）起调到“第一党支部”，今天以前的经历不变',
  )
  expect(note('member', 'groupId', '')).toContain('从今天（2026年11月22日）起不在党小组')
  expect(note('member', 'partyStatus', '正常')).toContain('人员增减里多出这一次变化')
  expect(note('member', 'education', '11')).toBeNull()
  expect(note('organization', 'groupId', '')).toBeNull()
})
