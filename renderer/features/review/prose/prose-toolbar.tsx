import {
  Bold,
  Code,
  Heading2,
  Italic,
  Link2,
  Link2Off,
  List,
  ListOrdered,
  Strikethrough,
  TextQuote,
  type LucideIcon,
} from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSlate, type ReactEditor } from 'slate-react'
import { Button } from '../../../ui/button'
import { IconButton } from '../../../ui/icon-button'
import { Toolbar } from '../../../ui/toolbar'
import {
  hasForm,
  hasMark,
  isIn,
  isInList,
  linkAbove,
  setBlock,
  setLink,
  toggleList,
  toggleMark,
  toggleQuotation,
} from './edit-blocks'
import { isOf, type Mark } from './nodes'
import styles from './prose.module.css'

export interface ProseToolbarProps {
  /** Whether the address of a link is being asked for. */
  readonly isLinking: boolean
  readonly onLinking: (isLinking: boolean) => void
  readonly onDone: () => void
}

const MARK_BUTTONS: readonly { mark: Mark; icon: LucideIcon; keys: string }[] = [
  { mark: 'strong', icon: Bold, keys: '$mod+b' },
  { mark: 'emphasis', icon: Italic, keys: '$mod+i' },
  { mark: 'delete', icon: Strikethrough, keys: '$mod+Shift+x' },
  { mark: 'code', icon: Code, keys: '$mod+Shift+c' },
]

/** What can be done to the words under the caret; a press leaves the focus where it was. */
export function ProseToolbar({ isLinking, onLinking, onDone }: ProseToolbarProps) {
  const { t } = useTranslation('review')
  const editor = useSlate() as ReactEditor
  const act = (change: () => void) => () => {
    change()
    onDone()
  }
  const url = linkAbove(editor)
  if (isLinking) return <LinkField url={url} onLinking={onLinking} onDone={onDone} />
  return (
    <div className={styles['tools']} onMouseDown={(event) => event.preventDefault()}>
      <Toolbar label={t('prose.tools')}>
        {MARK_BUTTONS.map(({ mark, icon: Icon, keys }) => (
          <IconButton
            key={mark}
            size="small"
            label={t(`prose.marks.${mark}`)}
            keys={keys}
            icon={<Icon aria-hidden />}
            isOn={hasMark(editor, mark)}
            onPress={act(() => toggleMark(editor, mark))}
          />
        ))}
        <IconButton
          size="small"
          label={t('prose.link')}
          keys="$mod+k"
          icon={<Link2 aria-hidden />}
          isOn={url !== null}
          onPress={() => onLinking(true)}
        />
        <span aria-hidden className={styles['divider']} />
        <IconButton
          size="small"
          label={t('prose.blocks.heading2')}
          icon={<Heading2 aria-hidden />}
          isOn={hasForm(editor, { type: 'heading', depth: 2 })}
          onPress={act(() => setBlock(editor, { type: 'heading', depth: 2 }))}
        />
        <IconButton
          size="small"
          label={t('prose.blocks.bullets')}
          icon={<List aria-hidden />}
          isOn={isInList(editor, false)}
          onPress={act(() => toggleList(editor, false))}
        />
        <IconButton
          size="small"
          label={t('prose.blocks.numbers')}
          icon={<ListOrdered aria-hidden />}
          isOn={isInList(editor, true)}
          onPress={act(() => toggleList(editor, true))}
        />
        <IconButton
          size="small"
          label={t('prose.blocks.quotation')}
          icon={<TextQuote aria-hidden />}
          isOn={isIn(editor, (node) => isOf(node, 'quotation'))}
          onPress={act(() => toggleQuotation(editor))}
        />
      </Toolbar>
    </div>
  )
}

/** Asks for a link's address in the toolbar's place. */
function LinkField({ url, onLinking, onDone }: Omit<ProseToolbarProps, 'isLinking'> & { readonly url: string | null }) {
  const { t } = useTranslation('review')
  const editor = useSlate() as ReactEditor
  const [typed, setTyped] = useState(url ?? '')
  const close = () => {
    onLinking(false)
    onDone()
  }
  const submit = (address: string) => {
    setLink(editor, withScheme(address.trim()))
    close()
  }
  return (
    <form
      className={styles['tools']}
      onSubmit={(event) => {
        event.preventDefault()
        submit(typed)
      }}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Escape' && !event.nativeEvent.isComposing) close()
      }}
    >
      <input
        autoFocus
        type="text"
        inputMode="url"
        spellCheck={false}
        aria-label={t('prose.address')}
        placeholder="https://"
        className={styles['address']}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button type="submit" size="small" variant="primary">
        {t('prose.setLink')}
      </Button>
      {url !== null && (
        <IconButton size="small" label={t('prose.unlink')} icon={<Link2Off aria-hidden />} onPress={() => submit('')} />
      )}
    </form>
  )
}

function withScheme(address: string): string {
  return address === '' || /^[a-z][a-z\d+.-]*:|^[#/]/i.test(address) ? address : `https://${address}`
}
