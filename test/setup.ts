// The cipher build of better-sqlite3 13 segfaults below Node-API 10 (Node 20): say so instead.
if (Number(process.versions['napi']) < 10)
  throw new Error('tests need Node 22.14 or newer: run them through npm')
