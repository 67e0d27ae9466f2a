import { describeProject, type Session } from '../session'

/** How often it is looked whether a backup is due. */
const LOOK_MS = 60_000

/** Backs the open project up while it changes, and tells every host when that begins to fail or works again. */
export function keepBackingUp(session: Session, minutes: () => number | Promise<number>): () => void {
  const look = async () => {
    if (session.project && !session.project.readOnly) await backUpNow(session, await minutes())
  }
  // `backUpNow` never throws, and without the setting there is the next look.
  const timer = setInterval(() => void look().catch(() => null), LOOK_MS)
  timer.unref()
  return () => clearInterval(timer)
}

/** Adds a backup of the open project when one is due. */
export async function backUpNow(session: Session, minutes: number): Promise<void> {
  const db = session.project
  if (!db) return
  const before = db.rolling.problem
  await db.rolling.backUp(minutes)
  if (session.project === db && db.rolling.problem !== before)
    session.emit({ kind: 'project', project: describeProject(db) })
}
