import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import type { z } from 'zod'
import { exportPostsInput } from '#shared/contract/posts.ts'
import { call } from '../../lib/api.ts'
import { zhResolver } from '../../lib/forms.ts'
import { useHasRight } from '../../lib/session.ts'
import { today } from '../../lib/today.ts'
import { BooleanField } from '../../ui/BooleanField.tsx'
import { CodeSelect } from '../../ui/CodeSelect.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { DialogButtons } from '../../ui/DialogButtons.tsx'
import { EnterMovesOn } from '../../ui/EnterMovesOn.tsx'
import { PartialDateField } from '../../ui/PartialDateField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useExport } from '../../ui/useExport.ts'
import type { TermsView } from './termsView.ts'

const documents = [
  { code: 'committees', name: '班子成员名册' },
  { code: 'contacts', name: '党组织通讯录' },
]
const formats = [
  { code: 'docx', name: 'Word 文档（.docx）' },
  { code: 'xlsx', name: 'Excel 表格（.xlsx）' },
]

const schema = exportPostsInput.refine(({ unmasked, purpose }) => !unmasked || purpose !== null, {
  path: ['purpose'],
  message: '导出完整电话，请写明用途',
})

/** 班子成员名册 and 通讯录, as of a day, phones in part unless a purpose is given. */
export function PostsExport({ view }: { readonly view: TermsView }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>导出名册或通讯录</Button>
      {isOpen && <ExportDialog view={view} onClose={() => setOpen(false)} />}
    </>
  )
}

function ExportDialog({ view, onClose }: { readonly view: TermsView; readonly onClose: () => void }) {
  const canReveal = useHasRight('member.reveal')
  const { isBusy, run } = useExport()
  const form = useForm<z.input<typeof schema>, unknown, z.output<typeof schema>>({
    resolver: zhResolver(schema),
    defaultValues: {
      document: view.part === 'contacts' ? 'contacts' : 'committees',
      organizationId: view.organizationId,
      asOf: today(),
      format: 'docx',
      unmasked: false,
      purpose: null,
    },
  })
  const { control } = form
  const unmasked = useWatch({ control, name: 'unmasked' })
  const submit = form.handleSubmit(async (input) => {
    if (await run(() => call('documents.exportPosts', input))) onClose()
  })
  return (
    <Dialog title="导出名册或通讯录" onClose={onClose} width={560}>
      <EnterMovesOn
        label="导出"
        className="dialog-stack form-stacked"
        onSubmit={(event) => void submit(event)}
      >
        <CodeSelect control={control} name="document" label="文件" required entries={documents} />
        <CodeSelect control={control} name="format" label="文件格式" required entries={formats} />
        <PartialDateField
          control={control}
          name="asOf"
          label="截至日期"
          required
          wholeDay
          hint="列出这一天在任的人；范围同页面上选的党组织"
        />
        {canReveal && <BooleanField control={control} name="unmasked" label="完整电话" decided />}
        {unmasked && (
          <>
            <Alert
              type="warning"
              showIcon
              title="完整电话属个人信息。谁在什么时候、为什么导出都记入日志，文件页脚印有导出人和时间。请妥善保管，不要通过互联网传送。"
            />
            <TextField
              control={control}
              name="purpose"
              label="用途"
              required
              blank="null"
              maxLength={100}
              placeholder="如：换届工作联系"
            />
          </>
        )}
        <DialogButtons confirmText="导出" busy={isBusy} onCancel={onClose} />
      </EnterMovesOn>
    </Dialog>
  )
}
