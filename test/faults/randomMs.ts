import { randomInt } from 'node:crypto'

/** Another instant each run: what a fixed one never meets is met some day. */
export function randomMs(most: number): number {
  return randomInt(0, most + 1)
}
