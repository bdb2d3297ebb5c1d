import { Input, Radio } from 'antd'
import { useState } from 'react'
import type { MobilityDirection } from '#shared/domain/mobility.ts'
import { call } from '../../lib/api.ts'
import { useHasRight } from '../../lib/session.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { DialogButtons } from '../../ui/DialogButtons.tsx'
import { EnterMovesOn } from '../../ui/EnterMovesOn.tsx'
import { FormRow } from '../../ui/FormRow.tsx'
import { useExport } from '../../ui/useExport.ts'

interface ExportDialogProps {
  readonly direction: MobilityDirection
  readonly organizationId: string | null
  readonly onClose: () => void
}

type Book = 'LC' | 'LR' | 'summary'

const books: readonly { readonly value: Book; readonly label: string }[] = [
  { value: 'LC', label: '流出党员台账' },
  { value: 'LR', label: '流入党员台账' },
  { value: 'summary', label: '流动党员情况表' },
]

/** D10: which book, as what, and whether numbers stand in it whole. */
export function ExportDialog({ direction, organizationId, onClose }: ExportDialogProps) {
  const canReveal = useHasRight('member.reveal')
  const [document, setDocument] = useState<Book>(direction)
  const [format, setFormat] = useState<'docx' | 'xlsx'>('docx')
  const [withClosed, setWithClosed] = useState(false)
  const [unmasked, setUnmasked] = useState(false)
  const [purpose, setPurpose] = useState('')
  const { isBusy, run } = useExport()
  const isReady = !unmasked || purpose.trim() !== ''
  const save = async (): Promise<void> => {
    const asked = {
      document,
      organizationId,
      format,
      withClosed,
      unmasked,
      purpose: unmasked ? purpose.trim() : null,
    }
    if (await run(() => call('documents.exportMobility', asked))) onClose()
  }
  return (
    <Dialog title="导出流动党员台账" onClose={onClose}>
      <EnterMovesOn
        label="导出流动党员台账"
        className="dialog-stack form-stacked"
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady && !isBusy) void save()
        }}
      >
        <FormRow label="哪一本" as="group">
          {() => (
            <Radio.Group
              options={[...books]}
              value={document}
              onChange={(event) =>
                setDocument(books.find(({ value }) => value === event.target.value)?.value ?? 'LC')
              }
            />
          )}
        </FormRow>
        <FormRow label="格式" as="group">
          {() => (
            <Radio.Group
              options={[
                { value: 'docx', label: 'Word（横排 A4）' },
                { value: 'xlsx', label: 'Excel' },
              ]}
              value={format}
              onChange={(event) => setFormat(event.target.value === 'xlsx' ? 'xlsx' : 'docx')}
            />
          )}
        </FormRow>
        {document !== 'summary' && (
          <>
            <FormRow label="已结束的记录" as="group">
              {() => (
                <Radio.Group
                  options={[
                    { value: false, label: '不列' },
                    { value: true, label: '一并列出' },
                  ]}
                  value={withClosed}
                  onChange={(event) => setWithClosed(event.target.value === true)}
                />
              )}
            </FormRow>
            {canReveal && (
              <FormRow label="身份证号、电话" as="group">
                {() => (
                  <Radio.Group
                    options={[
                      { value: false, label: '隐去中间几位' },
                      { value: true, label: '完整（记入日志）' },
                    ]}
                    value={unmasked}
                    onChange={(event) => setUnmasked(event.target.value === true)}
                  />
                )}
              </FormRow>
            )}
            {unmasked && (
              <FormRow label="用途" required>
                {(ids) => (
                  <Input
                    {...ids}
                    maxLength={100}
                    value={purpose}
                    onChange={(event) => setPurpose(event.target.value)}
                  />
                )}
              </FormRow>
            )}
          </>
        )}
        <DialogButtons confirmText="导出" busy={isBusy} disabled={!isReady} onCancel={onClose} />
      </EnterMovesOn>
    </Dialog>
  )
}
