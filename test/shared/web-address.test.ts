import { expect, it } from 'vitest'
import { isWebAddress } from '../../shared/web-address'

it.each([
  'https://example.org',
  'http://example.org:8080/a?b=c#d',
  'HTTPS://例子.测试/路径',
  'https://example.org/a@b',
])('takes %s', (address) => expect(isWebAddress(address)).toBe(true))

it.each([
  'javascript:alert(1)',
  'file:///etc/passwd',
  'data:text/html,<script>',
  'mailto:a@example.org',
  'vbscript:x',
  'smb://server/share',
  '//example.org',
  'https:example.org',
  'https://',
  'https://bank.example@example.org/',
  'https://example.org\\@bank.example',
  'https://example.org/\njavascript:alert(1)',
  ' https://example.org',
  `https://example.org/${'a'.repeat(2000)}`,
])('takes no %j', (address) => expect(isWebAddress(address)).toBe(false))
