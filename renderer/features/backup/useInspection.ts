import { useState } from 'react'
import { backupExtension, type BackupInspection, type BackupSource } from '#shared/contract/backup.ts'
import { call } from '../../lib/api.ts'
import { type CallError, toCallError } from '../../lib/callError.ts'
import { pickFile } from '../../lib/files.ts'
import { useJob } from './useJob.ts'

export interface ChosenBackup {
  readonly source: BackupSource
  /** Its time or its file name. */
  readonly title: string
}

export interface InspectedBackup extends ChosenBackup {
  readonly inspection: BackupInspection
}

interface FailedInspection {
  /** Null when the file was not even taken. */
  readonly title: string | null
  readonly error: CallError
}

interface Inspection {
  /** A file is on its way to the program, before it is read. */
  readonly isTaking: boolean
  readonly jobId: string | null
  readonly found: InspectedBackup | null
  readonly failed: FailedInspection | null
  readonly look: (chosen: ChosenBackup) => Promise<void>
  readonly lookAtFile: () => Promise<void>
  readonly leave: () => void
}

/** The file a person picks; null when they think better of it. */
export async function pickBackup(): Promise<ChosenBackup | null> {
  const file = await pickFile([backupExtension])
  return file === null ? null : { source: { from: 'file', handle: file.handle }, title: file.name }
}

type Inspect = (source: BackupSource, jobId: string) => Promise<BackupInspection>

const inspectSignedIn: Inspect = (source, jobId) => call('backup.inspect', { source, jobId })

/** Reads a backup through before anything is replaced by it. */
export function useInspection(inspect: Inspect = inspectSignedIn): Inspection {
  const job = useJob()
  const [isTaking, setIsTaking] = useState(false)
  const [found, setFound] = useState<InspectedBackup | null>(null)
  const [failed, setFailed] = useState<FailedInspection | null>(null)
  const fail = (title: string | null, failure: unknown): void => {
    const error = toCallError(failure)
    if (error.code !== 'CANCELLED') setFailed({ title, error })
  }
  const look = async (chosen: ChosenBackup): Promise<void> => {
    setFailed(null)
    try {
      const inspection = await job.run((jobId) => inspect(chosen.source, jobId))
      setFound({ ...chosen, inspection })
    } catch (failure) {
      fail(chosen.title, failure)
    }
  }
  const lookAtFile = async (): Promise<void> => {
    setFailed(null)
    setIsTaking(true)
    let chosen: ChosenBackup | null = null
    try {
      chosen = await pickBackup()
    } catch (failure) {
      fail(null, failure)
    }
    setIsTaking(false)
    if (chosen !== null) await look(chosen)
  }
  return { isTaking, jobId: job.jobId, found, failed, look, lookAtFile, leave: () => setFound(null) }
}
