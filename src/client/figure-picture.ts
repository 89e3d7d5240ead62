/** Pixels of the picture for each of the drawing. */
const SCALE = 2;
const MARGIN = 32;
const TITLE_SIZE = 24;
const CAPTION_SIZE = 13;

/** The chart as a PNG on its own: question above, picture, and below it when, how many and from where. */
export async function figurePicture(figure: HTMLElement): Promise<Blob> {
  const svg = figure.querySelector<SVGSVGElement>('.chart-figure__wide svg');
  if (!svg) throw new Error('The figure has no picture');
  const style = getComputedStyle(figure);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  const { width, height } = svg.viewBox.baseVal;
  const picture = await load(standalone(svg, token, await fontFaces(token('--font-text'))));

  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('The browser cannot draw');
  const titleFont = `${TITLE_SIZE}px ${token('--font-display')}`;
  const captionFont = `${CAPTION_SIZE}px ${token('--font-text')}`;
  pen.font = titleFont;
  const title = lines(pen, text(figure, '.chart-figure__title'), width);
  pen.font = captionFont;
  const caption = lines(pen, text(figure, 'figcaption'), width);
  const top = MARGIN + title.length * TITLE_SIZE * 1.25;
  const bottom = top + height + 18;
  canvas.width = (width + 2 * MARGIN) * SCALE;
  canvas.height = (bottom + caption.length * CAPTION_SIZE * 1.45 + MARGIN) * SCALE;

  pen.scale(SCALE, SCALE);
  pen.fillStyle = token('--paper');
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = token('--ink');
  pen.font = titleFont;
  title.forEach((line, index) => {
    pen.fillText(line, MARGIN, MARGIN + TITLE_SIZE * (0.8 + index * 1.25));
  });
  pen.drawImage(picture, MARGIN, top, width, height);
  pen.fillStyle = token('--ink-soft');
  pen.font = captionFont;
  caption.forEach((line, index) => {
    pen.fillText(line, MARGIN, bottom + CAPTION_SIZE * (1 + index * 1.45));
  });
  return new Promise((done, fail) => {
    canvas.toBlob(
      (blob) => (blob ? done(blob) : fail(new Error('Nothing was drawn'))),
      'image/png',
    );
  });
}

function text(figure: HTMLElement, selector: string): string {
  return figure.querySelector(selector)?.textContent.trim() ?? '';
}

/** The drawing with its colours and letters inside: a picture knows nothing of the page. */
function standalone(svg: SVGSVGElement, token: (name: string) => string, faces: string): string {
  const { width, height } = svg.viewBox.baseVal;
  const copy = svg.cloneNode(true) as SVGSVGElement;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width * SCALE));
  copy.setAttribute('height', String(height * SCALE));
  let source = new XMLSerializer().serializeToString(copy);
  // The innermost first: a token can name another to fall back on.
  for (let found = true; found;) {
    found = false;
    source = source.replace(
      /var\((--[\w-]+)(?:,\s*([^()]*))?\)/g,
      (_, name: string, otherwise: string | undefined) => {
        found = true;
        return (token(name) || otherwise || 'currentColor').replaceAll('"', "'");
      },
    );
  }
  return source.replace(/>/, `><style>${faces}</style>`);
}

/** The page's own faces of the first family, as data: a picture may load nothing. */
async function fontFaces(families: string): Promise<string> {
  const family = families.split(',')[0]?.replace(/["']/g, '').trim() ?? '';
  const rules = [...document.styleSheets].flatMap(facesOf);
  const faces = rules.filter(
    ({ style }) => style.getPropertyValue('font-family').replace(/["']/g, '') === family,
  );
  const written = await Promise.all(
    faces.map(async ({ style, parentStyleSheet }) => {
      const address = /url\(["']?([^"')]+)/.exec(style.getPropertyValue('src'))?.[1];
      if (address === undefined) return '';
      try {
        const response = await fetch(new URL(address, parentStyleSheet?.href ?? location.href));
        const data = await dataUrl(await response.blob());
        const said = (name: string): string => `${name}:${style.getPropertyValue(name)};`;
        return `@font-face{font-family:'${family}';${said('font-weight')}${said('unicode-range')}src:url(${data})}`;
      } catch {
        // Opened from a disk: the picture has the next family's letters.
        return '';
      }
    }),
  );
  return written.join('');
}

function facesOf(sheet: CSSStyleSheet | CSSLayerBlockRule | CSSImportRule): CSSFontFaceRule[] {
  const rules = sheet instanceof CSSImportRule ? sheet.styleSheet?.cssRules : sheet.cssRules;
  return [...(rules ?? [])].flatMap((rule) =>
    rule instanceof CSSFontFaceRule
      ? [rule]
      : rule instanceof CSSLayerBlockRule || rule instanceof CSSImportRule
        ? facesOf(rule)
        : [],
  );
}

function dataUrl(blob: Blob): Promise<string> {
  return new Promise((done, fail) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => done(String(reader.result)));
    reader.addEventListener('error', () => fail(new Error('The letters cannot be read')));
    reader.readAsDataURL(blob);
  });
}

function load(source: string): Promise<HTMLImageElement> {
  return new Promise((done, fail) => {
    const image = new Image();
    image.addEventListener('load', () => done(image));
    image.addEventListener('error', () => fail(new Error('The picture cannot be drawn')));
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(source)}`;
  });
}

/** Words in lines of a width. */
function lines(pen: CanvasRenderingContext2D, words: string, width: number): string[] {
  const set: string[] = [];
  for (const word of words.split(/\s+/)) {
    const line = set.at(-1);
    if (line !== undefined && pen.measureText(`${line} ${word}`).width <= width) {
      set[set.length - 1] = `${line} ${word}`;
    } else set.push(word);
  }
  return set;
}
