declare module 'mjml' {
  /** Compiles MJML to HTML that old mail programs, Outlook among them, lay out right. Throws when `strict` and invalid. */
  export default function mjml(
    source: string,
    options: {
      validationLevel: 'strict';
      keepComments: boolean;
      /** Fonts to fetch from elsewhere, by name. */
      fonts: Record<string, string>;
    },
  ): Promise<{ html: string }>;
}
