import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  defineMdastPlugin,
  type MdastNode,
  type MdastPluginInput,
  type PluginFactoryContext,
} from 'satteri';
import { bindOwner } from './bind-owner.ts';
import { checkMdx } from './check-mdx.ts';
import { ContentError } from './content-error.ts';
import { readCatalogue } from './content-catalogue.ts';
import { writtenParts } from './written-parts.ts';

/**
 * The Markdown plugin of the site: refuses what may not stand in content/ and gives each component its page. Names
 * are read anew for every text: a text is compiled once in a build, and in `dev` the figures may have changed.
 *
 * @param shown what the site shows of a text; by default all of it
 */
export function boundContent(
  contentFolder: string,
  shown: <Node extends MdastNode>(root: Node, owner: string) => Node = (root) => root,
): MdastPluginInput {
  let catalogue: ReturnType<typeof readCatalogue> | undefined;
  const isDev = process.argv.includes('dev');
  return ({ fileURL, source }: PluginFactoryContext) => {
    if (!fileURL) return null;
    const path = relative(contentFolder, fileURLToPath(fileURL)).split(sep).join('/');
    if (path.startsWith('..')) return null;
    const owner = path.replace(/\.mdx?$/, '');
    if (!catalogue || isDev) catalogue = readCatalogue(contentFolder);
    const file = relative(process.cwd(), join(contentFolder, path));
    const issues = checkMdx({ source, file, owner }, catalogue);
    if (issues.length > 0) throw new ContentError(file, issues);
    return defineMdastPlugin({
      name: 'bound-content',
      before(root, context) {
        context.replaceNode(root, bindOwner(writtenParts(shown(root, owner)), owner));
      },
    });
  };
}
