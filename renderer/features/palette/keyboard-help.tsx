import { useTranslation } from 'react-i18next'
import { type Command, useAllCommands } from '../../ui/commands'
import { Dialog } from '../../ui/dialog'
import { Keys } from '../../ui/keys'
import { byGroup, groupOrder } from './by-group'
import styles from './keyboard-help.module.css'

export interface KeyboardHelpProps {
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** Lists every key that works on the screen behind it. */
export function KeyboardHelp({ isOpen, onClose }: KeyboardHelpProps) {
  const { t } = useTranslation(['commands', 'common'])
  return (
    <Dialog title={t('help.keys')} isOpen={isOpen} onClose={onClose} closeLabel={t('common:close')} width="large">
      <AllKeys />
    </Dialog>
  )
}

function AllKeys() {
  const { t } = useTranslation(['commands', 'common'])
  const commands = useAllCommands().filter(({ keys, ownKeys }) => (keys ?? ownKeys) !== undefined)
  return (
    <div className={styles['groups']}>
      {byGroup(commands, groupOrder(t)).map(({ group, members }) => (
        <section key={group} className={styles['section']}>
          <h3 className={styles['heading']}>{group}</h3>
          <dl>
            {byTitle(members).map(({ title, keys }) => (
              <div key={title} className={styles['row']}>
                <dt>{title}</dt>
                <dd>
                  {keys.map((each) => (
                    <Keys key={each} keys={each} outlined />
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  )
}

/** Several keys may do one thing. */
function byTitle(
  commands: readonly Command[],
): readonly { readonly title: string; readonly keys: readonly string[] }[] {
  const titles = new Map<string, string[]>()
  for (const { title, ownKeys = '', keys = ownKeys } of commands)
    titles.set(title, [...(titles.get(title) ?? []), keys])
  return [...titles].map(([title, keys]) => ({ title, keys }))
}
