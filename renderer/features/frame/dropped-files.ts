/**
 * The files of a drop, with those in dropped folders. Must be called while the drop is being handled: afterwards
 * the browser empties the transfer.
 */
export async function filesOf(transfer: DataTransfer): Promise<File[]> {
  const entries = [...transfer.items].map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }))
  const files = await Promise.all(
    entries.map(async ({ entry, file }) => {
      if (entry?.isDirectory) return filesUnder(entry as FileSystemDirectoryEntry)
      return file === null ? [] : [file]
    }),
  )
  return files.flat()
}

async function filesUnder(folder: FileSystemDirectoryEntry): Promise<File[]> {
  const files: File[] = []
  for (const entry of await entriesOf(folder)) {
    if (entry.name.startsWith('.')) continue
    if (entry.isDirectory) files.push(...(await filesUnder(entry as FileSystemDirectoryEntry)))
    else files.push(await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject)))
  }
  return files
}

/** `readEntries` gives up to a hundred at a time, and none when there are no more. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const entries: FileSystemEntry[] = []
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (some.length === 0) return entries.sort((a, b) => a.name.localeCompare(b.name))
    entries.push(...some)
  }
}
