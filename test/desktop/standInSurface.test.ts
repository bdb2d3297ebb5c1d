import type * as Electron from 'electron'
import { expect, it } from 'vitest'
import type * as StandIn from './standIn/electronModule.ts'

type Own = `standIn${string}`
/** There in the real class, absent from electron.d.ts. */
type Undeclared = 'getLastWebPreferences'
type Invented<S, Real> = Exclude<keyof S & string, keyof Real | Own | Undeclared>

/** Does not compile when the stand-in has a member that Electron has not. */
function inventsNothing<Names extends readonly never[]>(..._names: Names): void {}

it('has no member that electron.d.ts does not have', () => {
  expect(() => {
    inventsNothing<Invented<typeof StandIn, typeof Electron>[]>()
    inventsNothing<Invented<typeof StandIn.app, Electron.App>[]>()
    inventsNothing<Invented<typeof StandIn.app.commandLine, Electron.CommandLine>[]>()
    inventsNothing<Invented<StandIn.BrowserWindow, Electron.BrowserWindow>[]>()
    inventsNothing<Invented<typeof StandIn.BrowserWindow, typeof Electron.BrowserWindow>[]>()
    inventsNothing<Invented<StandIn.BrowserWindow['webContents'], Electron.WebContents>[]>()
    inventsNothing<Invented<typeof StandIn.dialog, Electron.Dialog>[]>()
    inventsNothing<Invented<typeof StandIn.ipcMain, Electron.IpcMain>[]>()
    inventsNothing<Invented<StandIn.Menu, Electron.Menu>[]>()
    inventsNothing<Invented<typeof StandIn.Menu, typeof Electron.Menu>[]>()
    inventsNothing<Invented<StandIn.Menu['items'][number], Electron.MenuItem>[]>()
    inventsNothing<Invented<typeof StandIn.powerMonitor, Electron.PowerMonitor>[]>()
    inventsNothing<Invented<typeof StandIn.protocol, Electron.Protocol>[]>()
    inventsNothing<Invented<typeof StandIn.screen, Electron.Screen>[]>()
    inventsNothing<Invented<typeof StandIn.session.defaultSession, Electron.Session>[]>()
    inventsNothing<Invented<typeof StandIn.session, typeof Electron.session>[]>()
    inventsNothing<Invented<typeof StandIn.shell, Electron.Shell>[]>()
  }).not.toThrow()
})
