import { useState } from 'react'
import { call } from '../../lib/api.ts'
import { toCallError } from '../../lib/callError.ts'
import { saveFile } from '../../lib/files.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { ProgressDialog } from '../../ui/ProgressDialog.tsx'
import { useToast } from '../../ui/useToast.ts'
import { useJob } from './useJob.ts'

interface HandOverDialogProps {
  readonly open: boolean
  readonly onClose: () => void
}

/** One file with everything in it, for a new PC. */
export function HandOverDialog({ open, onClose }: HandOverDialogProps) {
  const job = useJob()
  const toast = useToast()
  const [error, setError] = useState<unknown>(null)
  const save = async (): Promise<void> => {
    setError(null)
    try {
      const file = await job.run((jobId) => call('backup.handOver', { jobId }))
      const saved = await saveFile(file)
      if (saved === null) return
      toast.success(
        saved.path === null ? `已存到浏览器的下载文件夹：${saved.name}` : `移交文件已保存到 ${saved.path}`,
      )
      onClose()
    } catch (failure) {
      setError(toCallError(failure).code === 'CANCELLED' ? null : failure)
    }
  }
  return (
    <>
      <ConfirmDialog
        open={open}
        title="保存移交文件"
        confirmText="生成并保存"
        busy={job.jobId !== null}
        error={error}
        onConfirm={() => void save()}
        onCancel={onClose}
      >
        <p>把台账的全部数据存成一个加密的文件。在新电脑上装好程序，选“用备份恢复”，再选这个文件。</p>
        <p>
          <strong>在新电脑上打开它要用恢复码</strong>
          ，或者现在的账号和密码。都没有，谁也打不开，请先确认恢复码还在保密柜里。
        </p>
        <p className="muted">
          请用 U 盘当面交接，不要用微信、邮箱传。本机的数据不会删除；换电脑后请不要两边同时使用。
        </p>
      </ConfirmDialog>
      <ProgressDialog jobId={job.jobId} title="正在生成移交文件" cancelHint="取消后不生成文件" />
    </>
  )
}
