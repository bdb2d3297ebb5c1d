import type { IpcMainInvokeEvent } from 'electron'
import type { WebContents } from './webContents.ts'

/** What the real event tells of the frame that sent a call. */
export interface SenderFrame {
  readonly url: string
  readonly origin: string
  readonly parent: SenderFrame | null
}

interface InvokeEvent extends Pick<IpcMainInvokeEvent, 'type' | 'frameId' | 'processId'> {
  readonly sender: WebContents
  readonly senderFrame: SenderFrame | null
}

type Handler = (event: InvokeEvent, ...args: readonly unknown[]) => unknown

const handlers = new Map<string, Handler>()

export const ipcMain = {
  handle(channel: string, handler: Handler): void {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    handlers.set(channel, handler)
  },
}

export async function invoke(
  channel: string,
  sender: WebContents,
  senderFrame: SenderFrame | null,
  args: readonly unknown[],
): Promise<unknown> {
  const handler = handlers.get(channel)
  if (handler === undefined) throw new Error(`No handler registered for '${channel}'`)
  const event: InvokeEvent = { type: 'frame', frameId: 1, processId: 1, sender, senderFrame }
  return structuredClone(await handler(event, ...args))
}
