/** ID numbers (15 to 18 characters, the last may be X) and mobile numbers: none may reach the log file. */
export function redact(text: string): string {
  return text.replaceAll(/(?<!\d)(?:\d{14,17}[\dXx]|\d{11})(?!\d)/g, (number) => `[${number.length} digits]`)
}
