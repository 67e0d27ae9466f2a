import { expect, it } from 'vitest'
import { templateJsonSchema } from '../../../shared/markdown/template'

it('has a JSON Schema that is up to date', async () => {
  // `npx vitest -u` writes it anew.
  const schema = `${JSON.stringify(templateJsonSchema(), null, 2)}\n`
  await expect(schema).toMatchFileSnapshot('../../../assets/template.schema.json')
})
