import { attempt, invoke, useRead } from './api'
import { Button } from './ui/button'

export interface TakeBackButtonProps {
  readonly label: string
  /** What was just done, by its action; shown only as long as undo would take back this and nothing else. */
  readonly actions: readonly string[]
  readonly onDone: () => void
}

/** Takes back what a report tells of. */
export function TakeBackButton({ label, actions, onDone }: TakeBackButtonProps) {
  const last = useRead('project.find', {}).data?.undo ?? null
  if (last === null || !actions.includes(last)) return null
  const takeBack = async () => {
    if (await attempt(() => invoke('project.undo', {}))) onDone()
  }
  return <Button onPress={() => void takeBack()}>{label}</Button>
}
