/** How each export was made, so that it can be made again. */
export const sql = `
ALTER TABLE review_revision ADD COLUMN options TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(options));
`
