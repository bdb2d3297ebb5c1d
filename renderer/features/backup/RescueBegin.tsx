import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import type { BackupSecret } from '#shared/contract/backup.ts'
import { call } from '../../lib/api.ts'
import { toCallError } from '../../lib/callError.ts'
import { errorText } from '../../lib/errorText.ts'
import { zhResolver } from '../../lib/forms.ts'
import { ProgressDialog } from '../../ui/ProgressDialog.tsx'
import { ChosenFile } from './ChosenFile.tsx'
import type { RescueStep } from './rescueSteps.ts'
import { SecretFields } from './SecretFields.tsx'
import { blankSecret, secretSchema, toSecret } from './secretForm.ts'
import type { ChosenBackup } from './useInspection.ts'
import { useJob } from './useJob.ts'

interface RescueBeginProps {
  readonly isNew: boolean
  readonly onStep: (step: RescueStep) => void
  readonly onLeave: () => void
}

const intro = {
  new: '这个数据文件夹还没有台账。选原来电脑上保存的移交文件或备份，用恢复码打开，数据就到这台电脑上。',
  damaged:
    '台账打不开时，在这里用备份恢复，或者把还读得出的数据抢救出来。原来的文件不会删除，也不会被改动，会另外留着。',
} as const

/** What opens the backups; in a new folder the file as well. */
export function RescueBegin({ isNew, onStep, onLeave }: RescueBeginProps) {
  const [file, setFile] = useState<ChosenBackup | null>(null)
  const [isFileMissing, setIsFileMissing] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const job = useJob()
  const form = useForm({ resolver: zhResolver(secretSchema), defaultValues: blankSecret })

  const readFile = async (chosen: ChosenBackup, secret: BackupSecret): Promise<void> => {
    const inspection = await job.run((jobId) =>
      call('rescue.inspect', { source: chosen.source, secret, jobId }),
    )
    onStep({ step: 'review', opened: null, secret, backup: { ...chosen, inspection } })
  }
  const readFolder = async (secret: BackupSecret): Promise<void> => {
    const { rows, problem } = await call('rescue.backups', { secret })
    onStep({ step: 'choose', opened: { secret, rows, problem, salvage: null } })
  }
  const submit = form.handleSubmit(async (value) => {
    setError(null)
    try {
      if (!isNew) await readFolder(toSecret(value))
      else if (file !== null) await readFile(file, toSecret(value))
    } catch (failure) {
      if (toCallError(failure).code !== 'CANCELLED') setError(failure)
    }
  })
  return (
    <>
      <p className="entry-text">{isNew ? intro.new : intro.damaged}</p>
      <form
        noValidate
        className="entry-fields form-stacked"
        aria-label="用备份恢复"
        onSubmit={(event) => {
          setIsFileMissing(isNew && file === null)
          void submit(event)
        }}
      >
        {isNew && <ChosenFile file={file} isMissing={isFileMissing} onFile={setFile} />}
        <SecretFields
          control={form.control}
          passwordHint={isNew ? '备份那时的账号和密码' : '平时登录用的账号和密码'}
        />
        {error !== null && <Alert type="error" showIcon role="alert" title={errorText(error)} />}
        <div className="entry-submit">
          <button type="button" className="link-button" onClick={onLeave}>
            {isNew ? '返回首次使用' : '返回登录'}
          </button>
          <Button type="primary" htmlType="submit" loading={form.formState.isSubmitting}>
            {isNew ? '读这份备份' : '查看可用的备份'}
          </Button>
        </div>
      </form>
      <ProgressDialog jobId={job.jobId} title="正在读备份" cancelHint="只是读，不会改动数据" />
    </>
  )
}
