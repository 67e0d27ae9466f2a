import { execFileSync } from 'node:child_process'
import { chmodSync, closeSync, mkdirSync, openSync, rmSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { inFolder } from './builders'

/** Said by a test that is left out. */
export const CANNOT_MOUNT = 'nothing can be mounted here: this needs Linux, and to be root'

function mount(...args: string[]): boolean {
  try {
    execFileSync('mount', args, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

function unmount(place: string): void {
  execFileSync('umount', ['--lazy', place], { stdio: 'ignore' })
}

/** A disk of its own that is nobody else's: it may be filled, and made to be for reading only. */
export interface SmallDisk {
  readonly folder: string
  /** Leaves no room at all, until `makeRoom`. */
  fill(): void
  makeRoom(): void
  /** False while something is open on it. */
  setReadOnly(readOnly: boolean): boolean
}

/** Runs `use` on a small disk; false, with nothing run, where none can be mounted. */
export function onSmallDisk(megabytes: number, use: (disk: SmallDisk) => void | Promise<void>): Promise<boolean> {
  return inFolder(async (parent) => {
    const folder = join(parent, 'disk')
    mkdirSync(folder)
    if (process.platform !== 'linux' || !mount('-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder)) return false
    const filler = join(folder, 'filler')
    try {
      await use({
        folder,
        fill: () => fill(filler),
        makeRoom: () => rmSync(filler, { force: true }),
        setReadOnly: (readOnly) => mount('-o', `remount,${readOnly ? 'ro' : 'rw'}`, folder),
      })
    } finally {
      unmount(folder)
    }
    return true
  })
}

function fill(path: string): void {
  const descriptor = openSync(path, 'a')
  try {
    for (let size = 65_536; size >= 1; size = Math.floor(size / 4)) {
      const bytes = Buffer.alloc(size)
      try {
        while (writeSync(descriptor, bytes) > 0);
      } catch {
        // Full for pieces of this size.
      }
    }
  } finally {
    closeSync(descriptor)
  }
}

/** Runs `use` while a file may only be read; false, with nothing run, where that cannot be brought about. */
export async function whileReadOnly(path: string, use: () => void | Promise<void>): Promise<boolean> {
  // Permissions do not bind root.
  if (process.getuid?.() === 0) {
    if (!mount('--bind', path, path)) return false
    try {
      if (!mount('-o', 'remount,ro,bind', path)) return false
      await use()
    } finally {
      unmount(path)
    }
    return true
  }
  const { mode } = statSync(path)
  chmodSync(path, 0o444)
  try {
    await use()
  } finally {
    chmodSync(path, mode)
  }
  return true
}
