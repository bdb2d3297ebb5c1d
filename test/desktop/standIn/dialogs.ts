import type { Dialog, MessageBoxOptions } from 'electron'
import type { BrowserWindow } from './browserWindow.ts'

type WithOptions<O> = readonly [options: O] | readonly [window: BrowserWindow, options: O]

function optionsOf<O>(args: WithOptions<O>): O {
  return args.length === 2 ? args[1] : args[0]
}

/** Nobody sits before these dialogs: each is cancelled unless a test puts its own function in place. */
export const dialog = {
  showErrorBox: ((title, content) =>
    void process.stderr.write(`${title}\n${content}\n`)) satisfies Dialog['showErrorBox'],
  showOpenDialog: () => Promise.resolve({ canceled: true, filePaths: [] }),
  showSaveDialog: () => Promise.resolve({ canceled: true, filePath: '' }),
  showMessageBox: (...args: WithOptions<MessageBoxOptions>) =>
    Promise.resolve({ response: optionsOf(args).cancelId ?? 0, checkboxChecked: false }),
  showMessageBoxSync: (...args: WithOptions<MessageBoxOptions>) => optionsOf(args).cancelId ?? 0,
}
