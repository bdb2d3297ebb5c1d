import type { RuleSet } from './ruleSets.ts'
import type { StepNo } from './milestones.ts'

/** `always` 必备; `local` asked for by local practice. */
export type MaterialNeed = 'always' | 'local'

export interface Material {
  readonly step: StepNo
  readonly name: Readonly<Record<RuleSet, string>>
  readonly need: Readonly<Record<RuleSet, MaterialNeed>>
}

function material(step: StepNo, name: string, name2014 = name, need2014: MaterialNeed = 'always'): Material {
  return { step, name: { '2014': name2014, '2026': name }, need: { '2014': need2014, '2026': 'always' } }
}

function local(step: StepNo, name: string): Material {
  return { step, name: { '2014': name, '2026': name }, need: { '2014': 'local', '2026': 'local' } }
}

/** 档案目录 M1 to M30: which step makes it, what it is called under each rule set, whether it must be there. */
export const materialTable = {
  M1: material(1, '入党申请书'),
  M2: material(2, '与入党申请人谈话记录'),
  M3: material(3, '推荐（推优）材料、党支部委员会会议记录', '推荐（推优）材料、支部委员会会议记录'),
  M4: material(4, '入党积极分子备案报告、批复（备案表）'),
  M5: material(5, '入党积极分子培养教育考察登记表'),
  M6: material(6, '半年考察意见（写入登记表）'),
  M7: local(6, '思想汇报'),
  M8: material(7, '党小组、培养联系人、党员和群众意见记录'),
  M9: material(7, '确定发展对象的党支部委员会会议记录', '确定发展对象的支部委员会会议记录'),
  M10: material(7, '发展对象公示材料（公示照片、公示结果报告）', undefined, 'local'),
  M11: material(8, '拟列为发展对象的请示、批复', '发展对象备案表'),
  M12: material(10, '政治审查材料（谈话、档案核查、函调回函、综合政审报告）'),
  M13: material(11, '短期集中培训结业证（成绩）'),
  M14: material(12, '审查发展对象的党支部委员会会议记录', '审查发展对象的支部委员会会议记录'),
  M15: material(13, '预审请示'),
  M16: material(13, '预审意见书'),
  M17: material(14, '中国共产党入党志愿书'),
  M18: material(15, '讨论接收预备党员的党支部党员大会记录', '讨论接收预备党员的支部大会记录'),
  M19: material(15, '接收预备党员票决结果单'),
  M20: material(15, '接收预备党员的党支部党员大会决议', '接收预备党员的支部大会决议'),
  M21: material(17, '党委审批会议记录（摘录）、批复'),
  M22: material(18, '预备党员备案名册'),
  M23: material(20, '入党宣誓记录、照片'),
  M24: material(21, '预备党员考察登记表'),
  M25: material(22, '转正申请书'),
  M26: material(23, '转正征求意见记录'),
  M27: material(23, '审查转正的党支部委员会会议记录', '审查转正的支部委员会会议记录'),
  M28: material(23, '讨论转正的党支部党员大会记录、决议', '讨论转正的支部大会记录、决议'),
  M29: material(24, '转正审批意见'),
  M30: material(25, '归档目录'),
} as const satisfies Readonly<Record<string, Material>>

export type MaterialNo = keyof typeof materialTable

export function isMaterialNo(code: string): code is MaterialNo {
  return Object.hasOwn(materialTable, code)
}

/** M1 to M30, in the order of the archive index. */
export const materialNos: readonly MaterialNo[] = Object.keys(materialTable).filter(isMaterialNo)

const byStep: ReadonlyMap<StepNo, readonly MaterialNo[]> = Map.groupBy(
  materialNos,
  (no) => materialTable[no].step,
)

/** The papers a step makes; some steps make none of their own. */
export function materialsOf(step: StepNo): readonly MaterialNo[] {
  return byStep.get(step) ?? []
}

/** Papers without which the step is not complete (DEV-24). */
export function missingMaterials(
  step: StepNo,
  set: RuleSet,
  present: ReadonlySet<MaterialNo>,
): readonly MaterialNo[] {
  return materialsOf(step).filter((no) => materialTable[no].need[set] === 'always' && !present.has(no))
}

/** `M12 政治审查材料…`. */
export function materialName(no: MaterialNo, set: RuleSet): string {
  return materialTable[no].name[set]
}
