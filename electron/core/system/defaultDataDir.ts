import { join } from 'node:path'

/** The home folder itself on every platform: Documents and Desktop are what OneDrive and iCloud sync, and a synced SQLite file is damaged sooner or later. */
export function defaultDataDir(homeDir: string): string {
  return join(homeDir, '党务台账数据')
}
