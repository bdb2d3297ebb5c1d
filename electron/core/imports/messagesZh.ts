/** Sentences for files that are refused: what it is and how to save it so that it can be read. */
export const refusalZh = {
  empty: '文件是空的，请重新选择',
  notWorkbook: '这不是表格文件。能读取的是 .xlsx、.xls 和 .csv，请在 WPS 或 Excel 中打开后另存为 .xlsx',
  word: '这是 Word 文档（.docx），不是表格。请把其中的名册复制到 WPS 表格或 Excel，另存为 .xlsx 后再导入',
  oldWord: '这是 Word 文档（.doc），不是表格。请把其中的名册复制到 WPS 表格或 Excel，另存为 .xlsx 后再导入',
  slides: '这是演示文稿，不是表格。请选择 .xlsx、.xls 或 .csv 文件',
  pdf: '这是 PDF 文件，不能当表格读取。请向对方要 .xlsx 原表',
  archive: '这是压缩包，不是工作簿。请解压后选择其中的 .xlsx 文件',
  openDocument: '这是 OpenDocument 表格（.ods）。请用 WPS 或 Excel 打开，另存为 .xlsx 后再导入',
  binaryWorkbook: '这是二进制工作簿（.xlsb）。请用 Excel 打开，另存为 .xlsx 后再导入',
  webPage:
    '这个文件其实是网页（HTML 或 XML），只是扩展名写成了表格。请用 WPS 或 Excel 打开，另存为 .xlsx 后再导入',
  encrypted: '工作簿加了打开密码，无法读取。请用 WPS 或 Excel 打开，取消密码后保存，再导入',
  macros: '工作簿里带有宏，为安全起见未读取。请用 WPS 或 Excel 打开，另存为不带宏的 .xlsx 后再导入',
  externalLinks:
    '工作簿引用了别的文件或外部数据，为安全起见未读取。请在“数据→编辑链接”中断开链接（或复制后选择性粘贴为数值），另存为 .xlsx 后再导入',
  docType:
    '工作簿内部写有不该有的声明（DOCTYPE），为安全起见未读取。请用 WPS 或 Excel 打开，另存为 .xlsx 后再导入',
} as const
