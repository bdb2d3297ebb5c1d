import { entry, grouped } from './codeEntry.ts'
import type { CodeEntry } from './codeEntry.ts'

// "党员" and "中共党员" alone may be either, so they stay unknown; 发展对象 and 积极分子 are not members at all.
export const personTypeTable: readonly CodeEntry[] = [
  entry('1', '正式党员', '正式', '中共正式党员'),
  entry('2', '预备党员', '预备', '中共预备党员'),
]

export const joinKindTable: readonly CodeEntry[] = [
  entry('1', '新发展', '发展', '新发展党员'),
  entry('2', '重新入党'),
  entry('3', '追认', '追认党员'),
  entry('4', '恢复党籍', '恢复'),
  entry('9', '其他'),
]

export const regularKindTable: readonly CodeEntry[] = [
  entry('1', '按期转正', '按期', '按时转正'),
  entry('2', '延长后转正', '延长预备期后转正', '延期转正', '延长预备期转正'),
  entry('3', '提前转正（历史）', '提前转正', '提前'),
]

// 教24、30、31; machine names are those of the state machine in domain/partyStatus.ts.
// Sub-kinds such as 除名 or 劝退 are not aliases of 出党: reading them here would lose which one it was.
export const partyStatusTable: readonly CodeEntry[] = [
  entry('ZC', '正常', '党籍正常', '正常党籍'),
  entry('LC', '留党察看', '留党察看期', '留党察看期内'),
  entry('ZZQL', '中止党员权利', '中止权利'),
  entry('XQ', '限期改正'),
  entry('TZ', '停止党籍'),
  entry('CD', '出党'),
  entry('SW', '已故', '死亡', '去世', '已去世', '已死亡'),
  entry('ZCU', '已转出', '转出'),
]

export const partyStatusKindTable: readonly CodeEntry[] = [
  ...grouped('停止党籍', [
    entry('TZ-SL', '失去联系停止党籍', '失联停止党籍', '失联'),
    entry('TZ-DJ', '出国（境）定居停止党籍', '出国定居', '出国（境）定居'),
    entry('TZ-LX', '出国（境）学习研究超过5年未归停止党籍', '留学超5年未归', '出国留学超5年未归'),
  ]),
  ...grouped('中止党员权利', [entry('ZZQL-LZ', '留置', '被留置'), entry('ZZQL-DB', '逮捕', '被逮捕')]),
  ...grouped('出党', [
    entry('CD-CM', '除名', '党内除名'),
    entry('CD-QT', '劝退', '劝其退党'),
    entry('CD-QC', '劝而不退除名', '劝而不退予以除名'),
    entry('CD-TL', '自行脱党除名', '自行脱党'),
    entry('CD-TD', '退党除名', '要求退党除名'),
    entry('CD-KC', '开除党籍', '开除'),
    entry('CD-QX', '取消预备党员资格', '取消预备资格'),
  ]),
]

// "转入" alone does not say from inside or outside the province, so it stays unknown.
export const enteredKindTable: readonly CodeEntry[] = [
  entry('1', '新发展', '发展'),
  entry('2', '省内转入', '市内转入', '区内转入', '县内转入', '街道内转入'),
  entry('3', '省外转入', '外省转入'),
  entry('4', '恢复', '恢复党籍'),
  entry('9', '其他'),
]
