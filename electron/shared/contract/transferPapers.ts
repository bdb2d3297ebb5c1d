import { z } from 'zod'
import { plainText } from '../lib/text.ts'
import { dateOnlySchema } from './dates.ts'
import { command } from './define.ts'
import type { ExportedDocument } from './documents.ts'

const id = z.string().min(1).max(64)
const text = (max: number) => z.string().overwrite(plainText).max(max, `最多 ${max} 个字`).nullable()

export const certificateInput = z.strictObject({
  memberId: id,
  /** Whom it is shown to. */
  toOrg: text(100),
  reason: text(100),
  months: z
    .int('应为整数')
    .min(1, '至少 1 个月')
    .max(6, '证明信只用于外出 6 个月以内；更久的请转组织关系或登记流动党员'),
  from: dateOnlySchema,
})

export const transferPapersRoutes = {
  /** 组织关系介绍信 with the whole ID number: for who may look at it; logged as such. */
  'transfers.exportLetter': command(z.strictObject({ id }), 'member.reveal').output<ExportedDocument>(),
  /** 党员证明信, with the whole ID number too. */
  'transfers.exportCertificate': command(certificateInput, 'member.reveal').output<ExportedDocument>(),
  /** 转接登记簿 or 回执跟踪表. */
  'transfers.exportTable': command(
    z.strictObject({
      table: z.enum(['register', 'receipts']),
      format: z.enum(['docx', 'xlsx']),
      year: z.int().min(1949).max(2200).nullable(),
      organizationId: id.nullable(),
    }),
    'document.export',
  ).output<ExportedDocument>(),
}
