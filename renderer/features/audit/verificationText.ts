import type { AuditVerification } from '#shared/contract/audit.ts'

export interface VerificationText {
  readonly isGood: boolean
  readonly title: string
  /** What it rests on, or what to do. */
  readonly text: string
}

const count = (n: number): string => n.toLocaleString('zh-CN')

/** The result of checking the log, in words for somebody who has never heard of a hash. */
export function verificationText(found: AuditVerification): VerificationText {
  if (found.ok) {
    return {
      isGood: true,
      title: `${count(found.entries)} 条，完好`,
      text: `从第一条到最后一条逐条核对，没有改动、删除、插入或缺少${
        found.anchors === 0 ? '' : `；与日志外另存的 ${count(found.anchors)} 处底数也对得上`
      }${found.replaced === 0 ? '' : `；恢复前的日志 ${count(found.replaced)} 条也完好`}。`,
    }
  }
  const from = found.lastGood + 1
  return {
    isGood: false,
    title:
      found.lastGood >= found.entries && found.entries > 0
        ? `${count(found.entries)} 条完好，但校验没有通过`
        : found.lastGood === 0
          ? '日志从第 1 条起就对不上'
          : `前 ${count(found.lastGood)} 条完好，从第 ${count(from)} 条起对不上`,
    text: `${found.problem ?? '校验值不对'}。日志可能被人在程序之外改动过，请保留现场，不要继续录入，并用更早的备份对照。`,
  }
}
