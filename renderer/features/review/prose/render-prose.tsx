import { useTranslation } from 'react-i18next'
import { Transforms } from 'slate'
import { ReactEditor, useSlateStatic, type RenderElementProps, type RenderLeafProps } from 'slate-react'
import { linkedPassage } from '../../../../shared/markdown/quote-anchors'
import { proseElement, type ItemNode, type LinkNode, type ProseText } from './nodes'
import styles from './prose.module.css'

/** The elements that a page has for the nodes of prose. */
export function renderElement(props: RenderElementProps) {
  const { attributes, children } = props
  const element = proseElement(props.element)
  switch (element?.type) {
    case 'heading': {
      const Heading = `h${element.depth}` as 'h1'
      return <Heading {...attributes}>{children}</Heading>
    }
    case 'code':
      return (
        <pre {...attributes} spellCheck={false}>
          <code>{children}</code>
        </pre>
      )
    case 'source':
      return (
        <pre {...attributes} spellCheck={false} className={styles['source']}>
          <code>{children}</code>
        </pre>
      )
    case 'rule':
      return (
        <div {...attributes}>
          <hr contentEditable={false} />
          {children}
        </div>
      )
    case 'quotation':
      return <blockquote {...attributes}>{children}</blockquote>
    case 'list':
      return element.ordered ? (
        <ol {...attributes} start={element.start}>
          {children}
        </ol>
      ) : (
        <ul {...attributes}>{children}</ul>
      )
    case 'item':
      return <Item {...props} item={element} />
    case 'link':
      return <Link {...props} link={element} />
    case 'source-span':
      return (
        <span {...attributes}>
          <code contentEditable={false} className={styles['sourceSpan']}>
            {element.markdown}
          </code>
          {children}
        </span>
      )
    default:
      return <p {...attributes}>{children}</p>
  }
}

function Link({ attributes, children, link }: RenderElementProps & { readonly link: LinkNode }) {
  const id = linkedPassage(link.url)
  return id === null ? (
    <span {...attributes} data-link title={link.url}>
      {children}
    </span>
  ) : (
    <span {...attributes} data-passage={id}>
      {children}
    </span>
  )
}

function Item({ attributes, children, element, item }: RenderElementProps & { readonly item: ItemNode }) {
  const { t } = useTranslation('review')
  const editor = useSlateStatic()
  if (item.checked === undefined) return <li {...attributes}>{children}</li>
  return (
    <li {...attributes} className={styles['task']}>
      <input
        type="checkbox"
        contentEditable={false}
        aria-label={t('prose.done')}
        checked={item.checked}
        onChange={(event) =>
          Transforms.setNodes(editor, { checked: event.target.checked } as object, {
            at: ReactEditor.findPath(editor as ReactEditor, element),
          })
        }
      />
      <div>{children}</div>
    </li>
  )
}

export function renderLeaf({ attributes, children, leaf }: RenderLeafProps) {
  const words = leaf as unknown as ProseText & { readonly soft?: true }
  let content = children
  if (words.code) content = <code>{content}</code>
  if (words.emphasis) content = <em>{content}</em>
  if (words.strong) content = <strong>{content}</strong>
  if (words.delete) content = <del>{content}</del>
  return (
    <span {...attributes} {...(words.soft && { className: styles['soft'] })}>
      {content}
    </span>
  )
}
