import { Keystatic } from '@keystatic/core/ui';
import { useState } from 'react';
import { editorConfig } from './editor-config.ts';
import type { EditorNames } from './editor-names.ts';

/** Asked for by Keystatic; it matters only to storage on GitHub. */
const NO_APP = { envName: 'PUBLIC_KEYSTATIC_GITHUB_APP_SLUG', value: undefined };

// Each saved text makes `dev` reload every open page. Here that would take away what is being written: a reload that
// is meant for another page is passed over.
import.meta.hot?.on('vite:beforeFullReload', (payload) => {
  payload.path = '/every-page-but-the-editor.html';
});

interface Props {
  names: EditorNames;
}

/** The whole editor. It offers the names that content/ held when the page was opened. */
export function Editor({ names }: Props) {
  const [config] = useState(() => editorConfig(names));
  return <Keystatic config={config} appSlug={NO_APP} />;
}
