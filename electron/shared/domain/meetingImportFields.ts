/** One column a workbook of 三会一课 may have. */
interface MeetingImportFieldSpec {
  readonly label: string
  /** Header texts of real workbooks that mean this field, spaces removed; the label counts too. */
  readonly aliases: readonly string[]
  readonly isSensitive: boolean
}

function field(label: string, ...aliases: readonly string[]): MeetingImportFieldSpec {
  return { label, aliases, isSensitive: false }
}

/** What a workbook may say of one meeting. */
export const meetingImportFields = {
  organizationId: field(
    '党支部',
    '所在党支部',
    '支部',
    '支部名称',
    '党组织',
    '党组织名称',
    '召开单位',
    '所属党支部',
  ),
  groupId: field('党小组', '所在党小组', '小组'),
  kinds: field('会议类型', '类型', '会议类别', '活动类型', '类别', '会议名称', '组织生活类型', '形式'),
  heldOn: field(
    '召开时间',
    '时间',
    '日期',
    '召开日期',
    '会议时间',
    '会议日期',
    '活动时间',
    '活动日期',
    '开展时间',
  ),
  place: field('地点', '会议地点', '召开地点', '活动地点'),
  hostName: field('主持人', '主持', '会议主持人', '主持人姓名'),
  recorderName: field('记录人', '记录', '会议记录人', '记录员'),
  should: field('应到人数', '应到', '应到会人数', '应参加人数', '应参会人数', '应到党员数'),
  present: field('实到人数', '实到', '实到会人数', '参加人数', '实际参加人数', '参会人数', '到会人数'),
  observers: field('列席人员', '列席', '列席人', '列席情况'),
  absent: field(
    '缺席人员及原因',
    '缺席人员',
    '缺席',
    '缺席情况',
    '请假人员',
    '缺席及原因',
    '未到人员及原因',
    '缺勤人员',
  ),
  title: field('会议主题', '主题', '议题', '会议议题', '活动主题', '会议内容主题', '党课主题', '题目'),
  summary: field('主要内容', '内容', '会议内容', '活动内容', '会议纪要', '内容摘要', '记录内容'),
  decision: field('决议事项', '决议', '会议决议', '形成决议', '决定事项', '议定事项'),
  lecturerName: field('主讲人', '授课人', '党课主讲人', '讲课人'),
  remark: field('备注', '说明'),
} as const satisfies Readonly<Record<string, MeetingImportFieldSpec>>

export type MeetingImportField = keyof typeof meetingImportFields

export function isMeetingImportField(key: string): key is MeetingImportField {
  return Object.hasOwn(meetingImportFields, key)
}

export const meetingImportFieldKeys: readonly MeetingImportField[] =
  Object.keys(meetingImportFields).filter(isMeetingImportField)
