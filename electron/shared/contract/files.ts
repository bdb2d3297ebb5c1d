import { z } from 'zod'
import { command } from './define.ts'

/** A file the shell holds; its contents never cross the call boundary. */
export interface FileRef {
  readonly handle: string
  readonly name: string
}

/** In the browser shell, of anything but a backup. */
export const uploadLimitBytes = 50 * 2 ** 20

/** Backups go through a file on disk. */
export const backupUploadLimitBytes = 2 ** 30

const handle = z.string().min(8).max(64)

export const filesRoutes = {
  /** Electron only: the open dialog. Null when cancelled; the browser shell's page uploads instead. */
  'files.choose': command(
    z.strictObject({
      extensions: z
        .array(z.string().regex(/^[a-z0-9]{2,5}$/))
        .min(1)
        .max(10),
    }),
    'public',
  ).output<FileRef | null>(),
  /** Electron only: the dialog for a folder on this machine. Null when cancelled. */
  'files.chooseFolder': command(z.strictObject({}), 'backup.manage').output<{
    readonly path: string
  } | null>(),
  /** Electron only: the save dialog. Null when cancelled; the browser shell's page downloads instead. */
  'files.deliver': command(z.strictObject({ handle }), 'public').output<{ readonly path: string } | null>(),
}
