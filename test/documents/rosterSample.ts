import { checkDigit } from '#shared/lib/idNumber.ts'
import { dateOnly } from '#shared/lib/dates.ts'
import { standardRosterColumns } from '#shared/domain/rosterColumns.ts'
import { standardCountingRules } from '#core/documents/rosterNotes.ts'
import type { MemberRosterValues, RosterGroup, RosterPerson, StatTable } from '#core/documents/values.ts'

const names = [
  '张伟',
  '王秀英',
  '欧阳建国',
  '李敏',
  '阿卜杜热依木·买买提艾力',
  '单雪梅',
  '解放',
  '曾志强',
  '仇丽',
  '𠮷田一',
]
const ethnicities = ['汉族', '维吾尔族', '回族', '满族', '达斡尔族']
const educations = [
  '研究生班（硕士生班）',
  '大学（本科）',
  '大专',
  '普通高中',
  '初中',
  '省（区、市）委党校研究生',
]
const duties = [
  '退休',
  '街道办事处综合执法队副队长',
  '',
  '阳光物业服务有限公司客户服务中心主任兼工会主席',
  '个体工商户',
]

function at<T>(items: readonly T[], index: number, fallback: T): T {
  return items[index % items.length] ?? fallback
}

/** An invented person; `index` decides everything, faults included. */
export function aPerson(index: number): RosterPerson {
  const year = 1935 + ((index * 7) % 68)
  const birth = `${year}-${String((index % 12) + 1).padStart(2, '0')}-${String((index % 28) + 1).padStart(2, '0')}`
  const first17 = `110105${birth.replaceAll('-', '')}${String((index * 13) % 1000).padStart(3, '0')}`
  const isFormal = index % 11 !== 5
  const joined = index % 9 === 2 ? '1968-07' : `${Math.min(year + 24, 2025)}-07-01`
  return {
    name: at(names, index, '张伟'),
    isFormal,
    partyAge: isFormal && index % 13 !== 6 ? `${2026 - year - 24}年` : null,
    texts: {
      gender: index % 2 === 0 ? '男' : '女',
      ethnicity: index % 23 === 3 ? null : at(ethnicities, index % 7, '汉族'),
      birthDate: index % 17 === 4 ? '1945-03' : birth,
      education: at(educations, index, '大专'),
      idNo: index % 29 === 8 ? null : first17 + checkDigit(first17),
      personType: isFormal ? '正式党员' : '预备党员',
      organizationId: '阳光社区第一党支部',
      joinedOn: joined,
      regularOn: isFormal && index % 13 !== 6 ? `${Math.min(year + 25, 2026)}-07-01` : null,
      mobile: index % 19 === 7 ? null : `138${String(10_000_000 + index * 7919).slice(-8)}`,
      unitDuty: at(duties, index, ''),
      address: '阳光小区 12 号楼 3 单元 501 室',
    },
  }
}

function people(from: number, count: number): readonly RosterPerson[] {
  return Array.from({ length: count }, (_, index) => aPerson(from + index))
}

/** Branches below two communities, in tree order. */
export function aTree(branches: number, total: number): readonly RosterGroup[] {
  const each = Math.floor(total / branches)
  return Array.from({ length: branches }, (_, index) => ({
    path: [index < branches / 2 ? '中共阳光社区委员会' : '中共和平里东街社区委员会'],
    organizationName:
      index === branches - 1
        ? '中共新桥街道两新组织联合党支部（商务楼宇、物业服务企业、个体工商户）'
        : `第${index + 1}党支部`,
    people: people(index * each, index === branches - 1 ? total - each * (branches - 1) : each),
  }))
}

function aStat(title: string, labels: readonly string[], total: number): StatTable {
  const share = Math.floor(total / labels.length)
  const counts = labels.map((_, index) => (index === 0 ? total - share * (labels.length - 1) : share))
  return {
    title,
    columns: ['类别', '人数', '其中：女'],
    rows: labels.map((label, index) => ({ label, values: [counts[index] ?? 0, index] })),
    total: { label: '合计', values: [total, (labels.length * (labels.length - 1)) / 2] },
  }
}

const ageBands = [
  '30岁及以下',
  '31—35岁',
  '36—40岁',
  '41—45岁',
  '46—50岁',
  '51—55岁',
  '56—60岁',
  '61—65岁',
  '66—70岁',
  '71岁及以上',
]
const tiers = ['研究生', '大学本科', '大学专科', '中专', '高中、中技', '初中及以下', '未填']
const partyAgeBands = [
  '不满1年',
  '1—5年',
  '6—10年',
  '11—20年',
  '21—30年',
  '31—40年',
  '41—49年',
  '50年及以上',
  '预备党员',
]

export function aRoster(options: Partial<MemberRosterValues> = {}): MemberRosterValues {
  const groups = options.groups ?? aTree(4, 12)
  const total = groups.reduce((sum, group) => sum + group.people.length, 0)
  return {
    organizationName: '中共新桥街道工作委员会',
    asOf: dateOnly('2026-05-08'),
    compiledBy: '中共新桥街道工作委员会党建办公室',
    compiledOn: dateOnly('2026-05-09'),
    groups,
    columns: ['sequence', ...standardRosterColumns.docx],
    privacy: 'full',
    countingRules: standardCountingRules,
    remarks: ['张伟（第1党支部）出生日期只记到月，按当月1日计算恰在档界上，请核实。'],
    statistics: [
      aStat('性别构成', ['男', '女'], total),
      aStat('年龄构成', ageBands, total),
      aStat('学历构成', tiers, total),
      aStat('党龄构成', partyAgeBands, total),
      aStat('民族构成', ['汉族', '少数民族', '未填'], total),
    ],
    trace: { account: 'admin', at: '2026-05-09 10:31' },
    ...options,
  }
}
