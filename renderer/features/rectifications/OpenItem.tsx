import { Button } from 'antd'
import { errorText } from '../../lib/errorText.ts'
import { useCall } from '../../lib/queries.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { LoadingState } from '../../ui/states.tsx'
import { RectificationDialog } from './RectificationDialog.tsx'

interface OpenItemProps {
  readonly id: string
  readonly onClose: () => void
}

/** The item of the address: as it is now, never as the list had it. */
export function OpenItem({ id, onClose }: OpenItemProps) {
  const found = useCall('rectifications.get', { id }, { fresh: true })
  if (found.data !== undefined)
    return <RectificationDialog key={found.data.version} row={found.data} onClose={onClose} />
  return (
    <Dialog title="整改事项" onClose={onClose} isReading>
      {found.error === null ? (
        <LoadingState />
      ) : (
        <div className="dialog-stack">
          <p role="alert">{errorText(found.error)}</p>
          <div className="dialog-buttons">
            <Button onClick={onClose}>关闭</Button>
          </div>
        </div>
      )}
    </Dialog>
  )
}
