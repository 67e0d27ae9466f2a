import { memo } from 'react'
import Markdown, { defaultUrlTransform, type Components } from 'react-markdown'
import remarkGfm from 'remark-gfm'
import { useTranslation } from 'react-i18next'
import { linkedPassage } from '../../../shared/markdown/quote-anchors'

/** The window never goes anywhere: a link shows where it leads or which passage it names, a picture its description. */
const components: Components = {
  a: ({ children, href }) => {
    const passage = linkedPassage(href ?? '')
    return passage === null ? (
      <span data-link title={href}>
        {children}
      </span>
    ) : (
      <span data-passage={passage} role="link" tabIndex={0}>
        {children}
      </span>
    )
  },
  img: ({ alt }) => <Picture alt={alt ?? ''} />,
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
