import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Rectangle } from 'electron'
import { z } from 'zod'

export const minimumSize = { width: 1024, height: 700 }
const firstSize = { width: 1366, height: 860 }

const windowStateSchema = z.strictObject({
  x: z.int(),
  y: z.int(),
  width: z.int().positive(),
  height: z.int().positive(),
  isMaximized: z.boolean(),
  zoomFactor: z.number().min(0.5).max(3),
})

export type WindowState = Readonly<z.infer<typeof windowStateSchema>>

/** Undefined when nothing usable was kept: a window's place is not worth a message. */
export function readWindowState(file: string): WindowState | undefined {
  try {
    return windowStateSchema.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data
  } catch {
    return undefined
  }
}

export function writeWindowState(file: string, state: WindowState): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, JSON.stringify(state))
}

/** The remembered place if its title bar can be reached on a display that is there now, else the middle of the first display. */
export function fitToDisplays(
  remembered: Rectangle | undefined,
  workAreas: readonly [Rectangle, ...Rectangle[]],
): Rectangle {
  const home = remembered && workAreas.find((area) => showsTitleBar(remembered, area))
  if (remembered === undefined || home === undefined) return centre(remembered ?? firstSize, workAreas[0])
  const size = fitSize(remembered, home)
  return {
    ...size,
    x: Math.min(remembered.x, home.x + home.width - reachableWidth),
    y: Math.max(remembered.y, home.y),
  }
}

const reachableWidth = 200
const reachableHeight = 40

function showsTitleBar(window: Rectangle, area: Rectangle): boolean {
  const visibleWidth = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x)
  const isTopInside =
    window.y >= area.y - reachableHeight && window.y <= area.y + area.height - reachableHeight
  return visibleWidth >= reachableWidth && isTopInside
}

interface Size {
  readonly width: number
  readonly height: number
}

function fitSize(size: Size, area: Size): Size {
  return {
    width: Math.max(minimumSize.width, Math.min(size.width, area.width)),
    height: Math.max(minimumSize.height, Math.min(size.height, area.height)),
  }
}

function centre(wanted: Size, area: Rectangle): Rectangle {
  const size = fitSize(wanted, area)
  return {
    ...size,
    x: Math.max(area.x, area.x + Math.round((area.width - size.width) / 2)),
    y: Math.max(area.y, area.y + Math.round((area.height - size.height) / 2)),
  }
}
