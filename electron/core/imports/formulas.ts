const textLiteral = /"(?:[^"]|"")*"/g

const outwardFunctions =
  /\b(?:WEBSERVICE|RTD|IMAGE|STOCKHISTORY|CALL|REGISTER(?:\.ID)?|EXEC|DDE|SQL\.REQUEST)\s*\(/i

const otherWorkbook = /(?:^|[=+\-*/^&(,;<>\s'])\[\d+\]|\.xl[a-z]{1,2}\]|'?[a-z]:\\|\\\\[\w.]/i

/** A formula that reaches outside its own workbook: another file, a program (DDE) or the network. */
export function callsOut(formula: string): boolean {
  if (/(?:https?|ftp|file):\/\//i.test(formula) || /\bHYPERLINK\s*\(\s*"[^"#]*[:\\/]/i.test(formula))
    return true
  const code = formula.replace(textLiteral, '""')
  return outwardFunctions.test(code) || otherWorkbook.test(code) || /\|[^!]*!/.test(code)
}
