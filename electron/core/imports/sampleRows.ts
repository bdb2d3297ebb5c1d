import type { DevelopmentImportField } from '#shared/domain/developmentImportFields.ts'
import type { MeetingImportField } from '#shared/domain/meetingImportFields.ts'
import type { MemberField } from '#shared/domain/memberFields.ts'
import type { MobilityImportField } from '#shared/domain/mobilityImportFields.ts'
import type { OrganizationImportField } from '#shared/domain/organizationFields.ts'

/** An invented person; the number is the example of GB 11643-1999. */
export const samplePerson: Readonly<Partial<Record<MemberField, string>>> = {
  name: '张三（示例，请删去）',
  idNo: '11010519491231002X',
  gender: '女',
  ethnicity: '汉族',
  birthDate: '1949-12-31',
  education: '高中',
  personType: '正式党员',
  organizationId: '示例社区第一党支部',
  groupId: '',
  joinedOn: '1975-07-01',
  regularOn: '1976-07-01',
  jobPost: '退休人员',
  unitDuty: '',
  mobile: '',
  address: '示例小区 1 号楼 2 单元 301',
  nativePlace: '',
  partyStatus: '正常',
  isFloating: '否',
  isLost: '否',
  remark: '',
}

/** A street's committee and a community's below it. */
export const sampleOrganizations: readonly Readonly<Partial<Record<OrganizationImportField, string>>>[] = [
  {
    code: '001',
    fullName: '中共示例街道工作委员会',
    type: '党工委',
    parentCode: '',
    foundedOn: '2003-09-01',
    currentTermFrom: '',
    termYears: '',
    secretaryName: '李四（示例）',
    contactName: '',
    contactPhone: '',
  },
  {
    code: '001001',
    fullName: '中共示例街道示例社区委员会',
    type: '社区党委',
    parentCode: '001',
    foundedOn: '2005-06-01',
    currentTermFrom: '2022-02-15',
    termYears: '5',
    secretaryName: '',
    contactName: '',
    contactPhone: '',
  },
]

/** One who went out and one who came in, as a ledger writes them. */
export const sampleMobility: readonly Readonly<Partial<Record<MobilityImportField, string>>>[] = [
  {
    direction: '流出',
    name: '张三（示例，请删去）',
    idNo: '11010519491231002X',
    organizationId: '示例社区第一党支部',
    kind: '跨省流动',
    destination: '广东省深圳市',
    reason: '随子女居住',
    outOn: '2025-03-01',
    unit: '',
    phone: '',
    destOrg: '',
    origOrg: '',
    origContact: '',
    certNo: '',
    contactedOn: '2026-06-01',
    way: '电话',
    contactPerson: '李四',
    returnedOn: '',
    remark: '',
  },
  {
    direction: '流入',
    name: '王五（示例，请删去）',
    idNo: '',
    organizationId: '示例社区第一党支部',
    origOrg: '示例县示例村党支部',
    origContact: '赵六 0571-00000000',
  },
]

/** Somebody who has come as far as the training, as a ledger writes it. */
export const sampleDevelopment: Readonly<Partial<Record<DevelopmentImportField, string>>> = {
  name: '张三（示例，请删去）',
  gender: '女',
  idNo: '11010519491231002X',
  organizationId: '示例社区第一党支部',
  education: '大学本科',
  unitDuty: '',
  phone: '',
  appliedOn: '2024-03-01',
  talkedOn: '2024-03-20',
  activistOn: '2024-09-10',
  activistFiledOn: '2024-09-20',
  contacts: '李四、王五',
  targetAgreedOn: '2025-10-09',
  publicity: '2025-10-10至2025-10-17',
  targetOn: '2025-10-20',
  sponsors: '李四、王五',
  politicalReviewOn: '2025-11-05',
  training: '2025-11-11至2025-11-13（24学时）',
  preReviewOn: '',
  meetingOn: '',
  approvedOn: '',
  oathOn: '',
  regularApplyOn: '',
  regularMeetingOn: '',
  regularApprovedOn: '',
  remark: '',
}

/** A 党员大会 with everybody named, and a 主题党日 that was a 党课 too. */
export const sampleMeetings: readonly Readonly<Partial<Record<MeetingImportField, string>>>[] = [
  {
    organizationId: '示例社区第一党支部',
    groupId: '',
    kinds: '支部党员大会',
    heldOn: '2026-03-09 14:30',
    place: '社区党群服务中心',
    hostName: '张三（示例，请删去）',
    recorderName: '李四',
    should: '20',
    present: '18',
    observers: '',
    absent: '王五（病假）、赵六（外出）',
    title: '第一季度党员大会',
    summary: '',
    decision: '',
    lecturerName: '',
    remark: '',
  },
  {
    organizationId: '示例社区第一党支部',
    kinds: '主题党日、党课',
    heldOn: '2026-03-12 09:00-11:00',
    place: '社区党群服务中心',
    hostName: '张三',
    recorderName: '李四',
    should: '20',
    present: '20',
    absent: '无',
    title: '学习党章',
    lecturerName: '张三',
  },
]
