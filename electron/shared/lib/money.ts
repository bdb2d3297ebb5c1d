/** 1250 分 -> 12.50 (yuan). */
export function formatYuan(cents: number): string {
  return `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`
}

/** Yuan as clerks write them (`1,280.5`, `300元`) in 分; null for what is no amount. Split at the point, because 1.255 * 100 is not 125.5. */
export function parseYuan(text: string): number | null {
  const match = /^(\d{1,9})(?:\.(\d{1,2}))?元?$/.exec(text.replaceAll(/[,，\s]/g, ''))
  if (match === null) return null
  const [, yuan = '0', tenths = ''] = match
  return Number(yuan) * 100 + Number(tenths.padEnd(2, '0'))
}
