import type { DevelopmentEventKind } from '#shared/domain/development/records.ts'
import { transferRule } from '#shared/domain/development/transfers.ts'
import type { CourseState } from '#shared/domain/development/states.ts'
import { transferDocumentLabels } from '#shared/labels/development.ts'

/** What recording it does, and who decides it, said in its dialog. */
export function eventConsequence(kind: DevelopmentEventKind, state: CourseState): string {
  switch (kind) {
    case 'return':
      return '回到前面的阶段重新培养考察。后面各步的登记不再算数，仍保留备查；退回可以撤销。由支委会讨论并报上级。'
    case 'extend':
      return '预备期只能延长一次，6 至 12 个月，从原预备期满之日算起。须经支部大会通过、上级党委批准；花名册上仍是预备党员。'
    case 'disqualify':
      return '须经支部大会通过、上级党委批准。登记后花名册上的党籍状态改为“取消预备党员资格”。'
    case 'revoke':
      return '支委会讨论，报上级党委备案，并通知本人。以后本人再次申请的，可以重新列为入党申请人。'
    case 'reapply':
      return '从入党申请人重新开始，以前确定积极分子以后的登记不再算数，保留备查。'
    case 'end':
      return '档案到此为止，期限不再计算，记录保留备查。本人撤回的要有书面撤回书和谈话记录。'
    case 'transfer': {
      const rule = transferRule(state)
      return rule === null ? '' : `${rule.words}。转移文书：${transferDocumentLabels[rule.document]}。`
    }
  }
}
