import { type Milestone, milestoneTable } from './development/milestones.ts'
import { memberFields } from './memberFields.ts'

/** One column a workbook of 发展党员 may have. */
export interface DevelopmentImportFieldSpec {
  readonly label: string
  /** Header texts of real workbooks that mean this field, spaces and notes in brackets removed; the label counts too. */
  readonly aliases: readonly string[]
  readonly isSensitive: boolean
}

function field(label: string, ...aliases: readonly string[]): DevelopmentImportFieldSpec {
  return { label, aliases, isSensitive: false }
}

/** Headers end in 时间, 日期 or nothing. */
function dated(milestone: Milestone, ...names: readonly string[]): DevelopmentImportFieldSpec {
  const { label } = milestoneTable[milestone]
  return field(
    `${label}时间`,
    ...[label, ...names].flatMap((name) => [name, `${name}时间`, `${name}日期`, `${name}年月`]),
  )
}

/** What a workbook may say of one person: who it is, the days of the steps, and what goes with them. */
export const developmentImportFields = {
  name: field('姓名', ...memberFields.name.aliases),
  idNo: { label: '公民身份号码', aliases: memberFields.idNo.aliases, isSensitive: true },
  gender: field('性别'),
  ethnicity: field('民族', ...memberFields.ethnicity.aliases),
  birthDate: field('出生日期', ...memberFields.birthDate.aliases),
  nativePlace: field('籍贯', ...memberFields.nativePlace.aliases),
  education: field('学历', ...memberFields.education.aliases),
  unitDuty: field('工作单位及职务', ...memberFields.unitDuty.aliases, '工作单位', '单位及职务', '单位职务'),
  phone: {
    label: '联系电话',
    aliases: ['本人电话', '手机', '手机号', '手机号码', '电话'],
    isSensitive: true,
  },
  organizationId: field('所在党支部', ...memberFields.organizationId.aliases, '申请党支部'),
  isRecommended: field('经群团推优', '推优', '是否推优', '群团推优'),
  appliedOn: dated('appliedOn', '申请入党', '入党申请', '提出入党申请', '提交入党申请书', '入党申请书'),
  talkedOn: dated('talkedOn', '谈话', '党组织谈话', '党组织派人谈话', '与申请人谈话'),
  activistOn: dated('activistOn', '确定积极分子', '列为积极分子', '列为入党积极分子', '入党积极分子'),
  activistFiledOn: dated('activistFiledOn', '备案', '上级党委备案', '积极分子上级备案', '入党积极分子备案'),
  contacts: field('培养联系人', '培养联系人姓名', '入党培养联系人'),
  contactsOn: dated('contactsOn', '确定培养联系人'),
  nurturedOn: dated('nurturedOn', '培养教育期满', '培养考察期满'),
  targetMeetingOn: dated('targetMeetingOn', '支委会讨论发展对象', '讨论发展对象', '支委会确定发展对象'),
  targetAgreedOn: dated(
    'targetAgreedOn',
    '上级党委同意',
    '发展对象备案',
    '同意列为发展对象',
    '发展对象上级备案',
  ),
  publicity: field('公示起止', '公示时间', '公示期', '公示起止时间', '公示日期', '公示', '公示起止日期'),
  publicityFrom: dated('publicityFrom', '公示起'),
  publicityTo: dated('publicityTo', '公示止', '公示截止'),
  publicityResult: field('公示结果', '公示情况'),
  targetOn: dated('targetOn', '确定发展对象', '列为发展对象', '发展对象', '确定为发展对象'),
  sponsors: field('入党介绍人', '介绍人', '入党介绍人姓名'),
  sponsorsOn: dated('sponsorsOn', '确定介绍人'),
  politicalReviewOn: dated('politicalReviewOn', '政审', '政治审查', '政审结论', '综合政审'),
  training: field(
    '集中培训',
    '集中培训时间',
    '集中培训起止',
    '短期集中培训',
    '培训时间',
    '短期集中培训时间',
    '培训起止',
  ),
  trainingFrom: dated('trainingFrom', '培训开始'),
  trainingTo: dated('trainingTo', '培训结束', '培训结业'),
  trainingHours: field('集中培训学时', '培训学时', '学时'),
  trainingDays: field('集中培训天数', '培训天数'),
  committeeOn: dated('committeeOn', '支委会审议'),
  preReviewOn: dated('preReviewOn', '预审', '党委预审', '预审合格'),
  formOn: dated('formOn', '填写志愿书', '入党志愿书', '发放志愿书'),
  meetingOn: dated(
    'meetingOn',
    '支部大会接收',
    '支部大会接收预备党员',
    '接收预备党员',
    '接收为预备党员',
    '支部大会通过',
    '支部党员大会接收',
    '入党',
  ),
  submittedOn: dated('submittedOn', '上报', '决议上报'),
  interviewOn: dated('interviewOn', '上级派人谈话', '党委派人谈话', '审批前谈话'),
  approvedOn: dated('approvedOn', '党委审批', '审批', '上级审批', '党工委审批', '批准为预备党员', '批准入党'),
  filedOn: dated('filedOn', '组织部备案', '组织部门备案'),
  assignedOn: dated('assignedOn', '编入党支部'),
  oathOn: dated('oathOn', '宣誓'),
  probationReviewedOn: dated('probationReviewedOn', '预备期考察'),
  regularApplyOn: dated('regularApplyOn', '转正申请', '递交转正申请书', '转正申请书', '申请转正'),
  regularMeetingOn: dated(
    'regularMeetingOn',
    '转正支部大会',
    '支部大会转正',
    '支部大会通过转正',
    '转正大会',
    '支部党员大会转正',
  ),
  regularSubmittedOn: dated('regularSubmittedOn'),
  regularApprovedOn: dated('regularApprovedOn', '转正审批', '转正批准', '党委审批转正', '批准转正'),
  archivedOn: dated('archivedOn', '归档'),
  remark: field('备注'),
} as const satisfies Readonly<Record<string, DevelopmentImportFieldSpec>> &
  Readonly<Record<Milestone, DevelopmentImportFieldSpec>>

export type DevelopmentImportField = keyof typeof developmentImportFields

export function isDevelopmentImportField(key: string): key is DevelopmentImportField {
  return Object.hasOwn(developmentImportFields, key)
}

export const developmentImportFieldKeys: readonly DevelopmentImportField[] =
  Object.keys(developmentImportFields).filter(isDevelopmentImportField)
