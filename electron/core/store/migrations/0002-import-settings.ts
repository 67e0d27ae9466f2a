/** How a transcript's file was read, where the user chose it; and the recording that lies beside it. */
export const sql = `
ALTER TABLE transcript ADD COLUMN chosen TEXT NOT NULL DEFAULT '{"format":null,"encoding":null}' CHECK (json_valid(chosen));
ALTER TABLE source ADD COLUMN media TEXT;
`
