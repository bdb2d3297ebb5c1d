import { workbook } from '../unit/imports/workbooks.ts'
import { aMember, anIdNo, aStreet } from './samples.ts'
import { signedInCore, type TestCore } from './testCore.ts'

export const header = [
  '党支部', '会议类型', '召开时间', '地点', '主持人', '记录人', '应到人数', '实到人数', '列席人员', '缺席人员及原因', '会议主题', '决议事项',
] // prettier-ignore

export type Row = readonly (string | number)[]

export const list = (...rows: readonly Row[]) => workbook({ 台账: { rows: [header, ...rows] } })

/** A branch with three people in it on the day. */
export async function aBranchOfThree() {
  const office = await signedInCore()
  const { branchId: organizationId } = await aStreet(office)
  for (const [n, name] of ['张三', '李四', '王五'].entries())
    await office.call('members.create', {
      fields: aMember({ name, idNo: anIdNo('1970-05-04', 2 * n + 1), organizationId }),
    })
  return { office, shortName: '东环第一党支部' }
}

export const meetingsOf = async (office: TestCore) => {
  const { rows } = await office.call('meetings.list', {
    organizationId: null,
    from: null,
    to: null,
    kinds: [],
    status: null,
    check: null,
    onlyLate: false,
    text: null,
    offset: 0,
    limit: 50,
  })
  return Promise.all(rows.map(({ id }) => office.call('meetings.get', { id })))
}
