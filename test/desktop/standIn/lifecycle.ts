import { EventEmitter } from 'node:events'
import type { WebContents } from './webContents.ts'

interface LifecycleEvents {
  readonly contents: [contents: WebContents]
  readonly closed: []
  /** The person at the window chose to stay on a page with unsaved changes. */
  readonly stayed: []
}

/** What windows tell the app. */
export const lifecycle = new EventEmitter<LifecycleEvents>()
