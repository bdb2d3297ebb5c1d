import { spawn } from 'node:child_process'

interface Command {
  readonly file: string
  readonly args: readonly string[]
}

/** How this system opens an address, or undefined where there is no display to open it on. No shell takes part. */
export function browserCommand(
  url: string,
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
): Command | undefined {
  if (platform === 'win32') return { file: 'rundll32.exe', args: ['url.dll,FileProtocolHandler', url] }
  if (platform === 'darwin') return { file: 'open', args: [url] }
  if (!env['DISPLAY'] && !env['WAYLAND_DISPLAY']) return undefined
  return { file: 'xdg-open', args: [url] }
}

/** The address is on the terminal as well, so a browser that does not open is no failure. */
export function openBrowser(url: string): void {
  const command = browserCommand(url, process.platform, process.env)
  if (command === undefined) return
  const child = spawn(command.file, command.args, { detached: true, stdio: 'ignore' })
  child.on('error', () => undefined)
  child.unref()
}
