import { Button } from 'antd'
import { useState } from 'react'
import { useHasRight } from '../../../lib/session.ts'
import { FormRow } from '../../../ui/FormRow.tsx'
import { useToast } from '../../../ui/useToast.ts'

interface MaskedFieldProps {
  readonly label: string
  readonly masked: string
  readonly onReveal: () => Promise<unknown>
}

/** A number in part, until somebody asks for the whole to change it. */
export function MaskedField({ label, masked, onReveal }: MaskedFieldProps) {
  const canReveal = useHasRight('member.reveal')
  const [isBusy, setBusy] = useState(false)
  const toast = useToast()
  const reveal = async (): Promise<void> => {
    setBusy(true)
    await onReveal().catch(toast.failure)
    setBusy(false)
  }
  return (
    <FormRow label={label} as="group">
      {() => (
        <span className="dev-fixed">
          <span className="number">{masked}</span>
          {canReveal && (
            <Button
              type="link"
              size="small"
              loading={isBusy}
              aria-label={`显示并修改${label}`}
              title="查看会记入日志"
              onClick={() => void reveal()}
            >
              显示并修改
            </Button>
          )}
        </span>
      )}
    </FormRow>
  )
}
