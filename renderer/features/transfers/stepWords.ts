import type { TransferDetail } from '#shared/contract/transfers.ts'
import { formatPartialDate } from '#shared/lib/dates.ts'
import type { TransferDirection, TransferStep } from '#shared/domain/transferStates.ts'

/** What a step will do, said in its dialog. */
export function consequence(direction: TransferDirection, step: TransferStep, isActivist: boolean): string {
  switch (step) {
    case 'issue':
      return '记下编号、日期和有效期，然后可以打印三联介绍信。人仍在我方党支部，花名册不变。'
    case 'send':
      return '记下本人带走或寄出介绍信的日期。在途党员仍计入原党支部。'
    case 'accept':
      if (isActivist) return '记下材料移交、接收的日期。积极分子不是党员，不进花名册。'
      return direction === 'in'
        ? '党员进入花名册，从接收之日起计入转入的党支部。曾从本街道转出的，接回原来的记录，不另建一份。'
        : '只记下对方口头或在系统中告知已接收；回执到达前花名册不变。'
    case 'receipt':
      if (isActivist) return '记下对方收到材料的日期，本条办结。'
      return direction === 'in'
        ? '记下回执寄出的日期，本条办结。'
        : '回执到达：花名册改为“已转出”，自对方接收之日起不再计入原党支部，原党支部不再收其党费。可以撤销。'
    case 'return':
      return direction === 'in'
        ? '没有正当理由不得拒接。退回须写明理由并报告上级；花名册不变。'
        : '介绍信退回，人仍在原党支部；需要时可以重新登记转出。'
    case 'void':
      return '这份介绍信作废，编号保留、不再使用；花名册不变。'
    default:
      return ''
  }
}

/** The next step of a transfer in words. */
export function nextWords({ direction, status, fields, dueOn, known }: TransferDetail): string {
  const due = dueOn === null ? '' : `（${formatPartialDate(dueOn)}前）`
  if (direction === 'out')
    switch (status) {
      case 'waiting':
        return fields.mode === 'letter'
          ? '核对去向、人员类别和党费后开具介绍信。'
          : '核对后登记开具（发出）。'
      case 'issued':
        return `打印三联介绍信，盖章后交本人或寄出，再登记带走或寄出${due}。`
      case 'inTransit':
        return `等对方接收和回执${due}；人仍在原党支部，回执到了再登记。`
      case 'accepted':
        return `对方已接收，催要并登记回执${due}；回执到了花名册才改为“已转出”。`
      case 'receipted':
        return '已办结，不需要再办理。'
      case 'returned':
        return '介绍信已退回，人仍在原党支部；仍要转出的请重新登记。'
      case 'void':
        return '已作废，编号保留。'
    }
  switch (status) {
    case 'inTransit':
      return known === null
        ? `核对介绍信${fields.personType === '2' ? '和预备党员材料' : ''}，没有问题即接收${due}。`
        : `同一身份证号的“${known.name}”已在花名册（${known.organizationName}）；核对后接收${due}。`
    case 'accepted':
      return `把回执联盖章寄给对方，再登记寄出日期${due}。`
    case 'receipted':
      return '已办结，不需要再办理。'
    case 'returned':
      return '已退回对方，不需要再办理。'
    default:
      return '已作废。'
  }
}
