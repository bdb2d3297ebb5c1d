import type { BridgeFreeze } from '#shared/contract/bridge.ts'
import { useCommand } from '../../lib/queries.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { useToast } from '../../ui/useToast.ts'

interface FreezeDialogProps {
  readonly year: number
  readonly onClose: () => void
}

export function FreezeDialog({ year, onClose }: FreezeDialogProps) {
  const freeze = useCommand('bridge.freeze')
  const toast = useToast()
  return (
    <ConfirmDialog
      open
      title={`冻结${year}年年末数`}
      confirmText="冻结"
      busy={freeze.isPending}
      error={freeze.error}
      onCancel={onClose}
      onConfirm={() =>
        freeze.mutate(
          { year },
          {
            onSuccess: ({ full, probationary }) => {
              toast.success(`已冻结${year}年年末数：${full + probationary} 人`)
              onClose()
            },
          },
        )
      }
    >
      <p>
        按现在的记录，把全街道截至{year}年12月31日24时的在册党员名单记下来。{year + 1}年的期初就用这个数；
        以后更正档案，冻结数不变，差别逐人列明。
      </p>
    </ConfirmDialog>
  )
}

interface UnfreezeDialogProps {
  readonly freeze: BridgeFreeze
  readonly onClose: () => void
}

export function UnfreezeDialog({ freeze, onClose }: UnfreezeDialogProps) {
  const unfreeze = useCommand('bridge.unfreeze')
  const toast = useToast()
  const year = freeze.onDay.slice(0, 4)
  return (
    <ConfirmDialog
      open
      title={`解除${year}年年末数的冻结`}
      confirmText="解除冻结"
      danger
      busy={unfreeze.isPending}
      error={unfreeze.error}
      reason={{ label: '解除原因', placeholder: '如：上级要求更正后重报' }}
      onCancel={onClose}
      onConfirm={(reason) =>
        unfreeze.mutate(
          { id: freeze.id, version: freeze.version, reason },
          {
            onSuccess: () => {
              toast.success(`已解除${year}年年末数的冻结`)
              onClose()
            },
          },
        )
      }
    >
      <p>
        解除后，{year}
        年期末和下一年期初改按现在的记录计算，可能与已上报的数不同。冻结过的数和解除的原因仍可查看。
      </p>
    </ConfirmDialog>
  )
}
