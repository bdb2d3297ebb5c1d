import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { certificateInput } from '#shared/contract/transferPapers.ts'
import { call } from '../../lib/api.ts'
import { zhResolver } from '../../lib/forms.ts'
import { today } from '../../lib/today.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { DialogButtons } from '../../ui/DialogButtons.tsx'
import { EnterMovesOn } from '../../ui/EnterMovesOn.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { PartialDateField } from '../../ui/PartialDateField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useExport } from '../../ui/useExport.ts'
import { MemberSearch } from './MemberSearch.tsx'

const schema = certificateInput.extend({ memberId: z.string().min(1, '请选择党员') })

/** 党员证明信 (TRF-06): away for up to six months, the membership stays. Nothing but the export is kept. */
export function CertificateDialog({ onClose }: { readonly onClose: () => void }) {
  const { isBusy, run } = useExport()
  const form = useForm<z.input<typeof schema>, unknown, z.output<typeof schema>>({
    resolver: zhResolver(schema),
    defaultValues: { memberId: '', toOrg: null, reason: null, months: 3, from: today() },
  })
  const submit = form.handleSubmit(async (input) => {
    if (await run(() => call('transfers.exportCertificate', input))) onClose()
  })
  return (
    <Dialog title="开党员证明信" onClose={onClose} width={560}>
      <EnterMovesOn
        className="dialog-stack form-stacked"
        label="开党员证明信"
        onSubmit={(event) => void submit(event)}
      >
        <p className="muted">
          外出 6 个月以内的开证明信，不转组织关系，花名册不变。证明信印有完整身份证号，导出会记入审计日志。
        </p>
        <MemberSearch
          label="党员"
          error={form.formState.errors.memberId?.message}
          onChoose={(id) => form.setValue('memberId', id, { shouldValidate: form.formState.isSubmitted })}
        />
        <TextField control={form.control} name="toOrg" label="持往的党组织" />
        <TextField control={form.control} name="reason" label="外出原因" />
        <PartialDateField control={form.control} name="from" label="从哪天起" required wholeDay />
        <NumberField control={form.control} name="months" label="月数" min={1} max={6} unit="个月" required />
        <DialogButtons confirmText="导出证明信" busy={isBusy} onCancel={onClose} />
      </EnterMovesOn>
    </Dialog>
  )
}
