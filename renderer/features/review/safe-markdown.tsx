import { memo, type ReactNode, type SyntheticEvent } from 'react'
import Markdown, { defaultUrlTransform, type Components } from 'react-markdown'
import remarkGfm from 'remark-gfm'
import { useTranslation } from 'react-i18next'
import { linkedPassage } from '../../../shared/markdown/quote-anchors'
import { isWebAddress } from '../../../shared/web-address'
import { wantLink } from '../../open-link'

/**
 * The window never goes anywhere: a link to the web is opened outside of it once that was asked for, another shows where
 * it leads or which passage it names, a picture its description.
 */
const components: Components = {
  a: ({ children, href = '' }) => {
    const passage = linkedPassage(href)
    if (passage !== null)
      return (
        <span data-passage={passage} role="link" tabIndex={0}>
          {children}
        </span>
      )
    return isWebAddress(href) ? (
      <WebLink address={href}>{children}</WebLink>
    ) : (
      <span data-link title={href}>
        {children}
      </span>
    )
  },
  img: ({ alt }) => <Picture alt={alt ?? ''} />,
}

function WebLink({ address, children }: { readonly address: string; readonly children?: ReactNode }) {
  const follow = (event: SyntheticEvent) => {
    // The block that it stands in would open to be written in.
    event.stopPropagation()
    wantLink(address)
  }
  return (
    <span
      data-link
      role="link"
      tabIndex={0}
      title={address}
      onClick={follow}
      onKeyDown={(event) => {
        if (event.key === 'Enter') follow(event)
      }}
    >
      {children}
    </span>
  )
}

function Picture({ alt }: { readonly alt: string }) {
  const { t } = useTranslation('review')
  return <span data-picture>{t('markdown.image', { alt })}</span>
}

const plugins = [remarkGfm]

/** Addresses of passages lead nowhere outside of the window. */
const urlTransform = (url: string) => (linkedPassage(url) === null ? defaultUrlTransform(url) : url)

/** Markdown as it reads. Raw HTML in it stays text. */
export const SafeMarkdown = memo(function SafeMarkdown({ markdown }: { readonly markdown: string }) {
  return (
    <Markdown remarkPlugins={plugins} urlTransform={urlTransform} components={components}>
      {markdown}
    </Markdown>
  )
})
