import type { ImportKind, ImportMode, ImportReport, Outcome } from '#shared/contract/imports.ts'

export const outcomeLabels: Readonly<Record<Outcome, string>> = {
  new: '新增',
  changed: '变更',
  unchanged: '未变',
  duplicate: '疑似重复',
  blocked: '不能导入',
}

export const outcomeHints: Readonly<Record<Outcome, string>> = {
  new: '台账里没有，入库后新建',
  changed: '台账里已有，以下各项会改',
  unchanged: '台账里已有，各项一致，不会改动',
  duplicate: '与表内或台账里的记录重复，不导入，请核对',
  blocked: '缺少必要内容或内容有误，不导入，请在原表改好后再导',
}

interface KindWords {
  readonly title: string
  readonly explains: string
  /** Counts rows: 612 人, 9 个. */
  readonly unit: string
  /** The same, said in full where it comes first. */
  readonly counted: string
  readonly who: string
  /** Name of the third step. */
  readonly review: string
  readonly list: { readonly label: string; readonly to: string }
  /** Where a record is seen, its id to follow. */
  readonly record: string
  /** What to do when a batch cannot be taken back whole. */
  readonly wayOut: string
}

export const kindWords: Readonly<Record<ImportKind, KindWords>> = {
  organizations: {
    title: '党组织',
    explains: '党工委、社区党委、党总支、党支部的清单，一行一个。应先于花名册导入。',
    unit: '个',
    counted: '个党组织',
    who: '党组织',
    review: '核对党组织',
    list: { label: '查看党组织', to: '/organizations' },
    record: '/organizations/',
    wayOut: '请先撤回后来导入的花名册，或移走这些党组织下的党员，再撤回本批。',
  },
  mobility: {
    title: '流动党员台账',
    explains:
      '外出（流出）和外来（流入）的党员，一行一人一次。按身份证号对到花名册；流入的要写明“流入”和流出地党组织。',
    unit: '人',
    counted: '人',
    who: '姓名',
    review: '核对流动党员',
    list: { label: '查看流动党员', to: '/mobility' },
    record: '/mobility?record=',
    wayOut: '请逐条处理：不要的记录删除，要的留下。',
  },
  development: {
    title: '发展党员台账',
    explains:
      '申请人、积极分子、发展对象和预备党员，一行一人，各步骤的日期各一列。照表登记，不合规的日期逐项提示；不会新增党员。',
    unit: '人',
    counted: '人',
    who: '姓名',
    review: '核对发展党员',
    list: { label: '查看发展党员', to: '/development' },
    record: '/development/',
    wayOut: '请逐份处理：不要的档案删除，要的留下。',
  },
  meetings: {
    title: '三会一课台账',
    explains:
      '党员大会、支委会、党小组会、党课、主题党日等的记录，一行一次。按党支部、会议类型和时间对到已有记录；人名能对上的对到党员，对不上的照写人数。',
    unit: '次',
    counted: '次会议',
    who: '会议',
    review: '核对会议',
    list: { label: '查看会议记录', to: '/meetings' },
    record: '/meetings/',
    wayOut: '请逐条处理：不要的记录删除，要的留下。',
  },
  roster: {
    title: '党员花名册',
    explains: '党员名单，一行一人。全国系统导出表和社区自己的表都可以，列名、列序不限。',
    unit: '人',
    counted: '人',
    who: '姓名',
    review: '核对人员',
    list: { label: '查看名册', to: '/members' },
    record: '/members/',
    wayOut: '请逐条处理：不要的人移入回收站，要的留下。',
  },
}

export const modeWords: Readonly<Record<ImportMode, { readonly label: string; readonly explains: string }>> =
  {
    addAndUpdate: {
      label: '新增并更新',
      explains: '没有的新建；已有的按表中内容改。表中空白不会清掉原有内容。',
    },
    fillBlanks: {
      label: '只补空白',
      explains: '没有的新建；已有的只填原来空着的项，已有内容一律不动。',
    },
    addOnly: { label: '只新增', explains: '没有的新建；已有的完全不动，列为疑似重复。' },
  }

export const importExtensions = ['xlsx', 'xls', 'csv'] as const

export function notTaken(counts: ImportReport['counts']): number {
  return counts.duplicate + counts.blocked
}

/** What pressing 入库 will do. */
export function commitSentence(kind: ImportKind, { rows, counts }: ImportReport): string {
  if (rows === 0) return '没有可以导入的行'
  const { unit, counted } = kindWords[kind]
  const unchanged = counts.unchanged === 0 ? '' : `，${counts.unchanged} ${unit}未变`
  const left = notTaken(counts)
  return `将新增 ${counts.new} ${counted}、变更 ${counts.changed} ${unit}${unchanged}；${left === 0 ? '没有不导入的行' : `${left} 行不导入`}`
}

/** What a finished import did. */
export function doneSentence(kind: ImportKind, { counts }: ImportReport): string {
  const { unit, counted } = kindWords[kind]
  return `已新增 ${counts.new} ${counted}、变更 ${counts.changed} ${unit}；${counts.unchanged} ${unit}未变，${notTaken(counts)} 行未导入`
}

/** What taking a batch back did; a part with nothing in it is not mentioned. */
export function withdrawnSentence(kind: ImportKind, added: number, changed: number): string {
  const { unit } = kindWords[kind]
  return [
    ...(added > 0 ? [`新增的 ${added} ${unit}移入回收站`] : []),
    ...(changed > 0 ? [`改回 ${changed} ${unit}`] : []),
  ].join('，')
}
