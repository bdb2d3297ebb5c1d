import { describe, expect, it } from 'vitest'
import { parseDraft } from '../../../renderer/features/members/memberDraft.ts'
import {
  blankValues,
  changesOf,
  memberResolver,
  type MemberFormValues,
  readableFields,
} from '../../../renderer/features/members/memberForm.ts'
import { withAnswers, withoutMissing } from '../../../renderer/features/members/shownFindings.ts'
import { keptChanges, threeWayRows } from '../../../renderer/features/members/threeWay.ts'

const known: MemberFormValues = {
  ...blankValues('branch'),
  name: '王小明',
  idNo: '110105********002X',
  personType: '1',
  mobile: '138****5678',
  nativePlace: '浙江',
  skills: ['1'],
}

async function judge(base: MemberFormValues | null, values: MemberFormValues) {
  return memberResolver(base)(values, undefined, { fields: {}, shouldUseNativeValidation: false })
}

describe('the form of a known member', () => {
  it('sends only what was changed, and lets masked and old values be', async () => {
    expect(await judge(known, { ...known, nativePlace: '江苏 ' })).toEqual({
      values: { nativePlace: '江苏' },
      errors: {},
    })
    expect(await judge(known, { ...known })).toEqual({ values: {}, errors: {} })
  })

  it('refuses a change that is not valid, beside its field', async () => {
    const { errors } = await judge(known, { ...known, mobile: '12345', joinedOn: '98.7' })
    expect(Object.keys(errors).toSorted()).toEqual(['joinedOn', 'mobile'])
    expect(errors.mobile?.message).toContain('11 位')
  })

  it('stores numbers and names tidied: half-width, no spaces, X in upper case', async () => {
    const changed = { ...known, idNo: '１１０１０５ 19491231002x', name: '张  三', mobile: '138-1234 5678' }
    expect((await judge(known, changed)).values).toEqual({
      idNo: '11010519491231002X',
      name: '张三',
      mobile: '13812345678',
    })
  })

  it('notices a changed list, and no change in an equal one', () => {
    expect(changesOf(known, { ...known, skills: ['1'] })).toEqual({})
    expect(changesOf(known, { ...known, skills: ['1', '2'] })).toEqual({ skills: ['1', '2'] })
  })
})

describe('the form of a new member', () => {
  it('asks for name, ID number, kind of member and branch, in Chinese', async () => {
    const { errors } = await judge(null, blankValues(''))
    expect(Object.keys(errors).toSorted()).toEqual(['idNo', 'name', 'organizationId', 'personType'])
    for (const error of Object.values(errors)) expect(error?.message).toMatch(/[一-龥]/)
    expect(errors.personType?.message).toBe('请选择人员类别')
  })
})

describe('the check while typing', () => {
  it('is given what can be read already', () => {
    expect(readableFields({ name: '王', idNo: '1101', birthDate: '1968-07', joinedOn: '19' })).toEqual({
      name: '王',
      birthDate: '1968-07',
    })
  })

  it('keeps quiet about what is still missing', () => {
    const finding = { code: 'X', severity: 'blue', message: 'm', basis: 'b' } as const
    const live = [
      { ...finding, field: 'joinedOn' },
      { ...finding, field: 'birthDate' },
    ]
    expect(withoutMissing(live, { birthDate: '1968-07' }).map((each) => each.field)).toEqual(['birthDate'])
    expect(
      withAnswers(live, [{ ...finding, field: 'joinedOn', overriddenReason: '已核' }])[0]?.overriddenReason,
    ).toBe('已核')
  })
})

describe('a record changed by somebody else meanwhile', () => {
  const base = known
  const fresh = { ...known, nativePlace: '山东', school: '南开大学', major: '史学' }
  const changes = { nativePlace: '江苏', major: '史学', remark: '新' }

  it('shows every field either side changed, and none both changed alike', () => {
    expect(threeWayRows(base, fresh, changes)).toEqual([
      { field: 'nativePlace', theirs: true, mine: true },
      { field: 'school', theirs: true, mine: false },
      { field: 'remark', theirs: false, mine: true },
    ])
  })

  it('sends again only what was chosen', () => {
    const rows = threeWayRows(base, fresh, changes)
    expect(keptChanges(changes, rows, { nativePlace: 'theirs' })).toEqual({ remark: '新' })
    expect(keptChanges(changes, rows, { nativePlace: 'mine' })).toEqual({ nativePlace: '江苏', remark: '新' })
  })
})

describe('a stored draft', () => {
  it('is offered when it fits the form, and dropped when it does not', () => {
    expect(parseDraft({ version: 3, changes: { name: '李' } })).toEqual({
      version: 3,
      changes: { name: '李' },
    })
    expect(parseDraft({ version: 3, changes: {} })).toBeNull()
    expect(parseDraft({ version: null, changes: { salary: 1 } })).toBeNull()
    expect(parseDraft(undefined)).toBeNull()
  })
})
