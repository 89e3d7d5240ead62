import { SaxesParser } from 'saxes';
import { FileRefusal, rowTooLong } from '../file-refusal.ts';
import { MAX_RECORD_BYTES } from '../file-limits.ts';

/** What happens in a document; names come without their prefix. */
export interface XmlHandlers {
  open?: (name: string, attributes: Record<string, string>) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
}

/** Parses a document piece by piece. */
export interface XmlParser {
  write: (chunk: Buffer) => void;
  end: () => void;
}

/**
 * Calls the handlers while XML arrives. Entities that the document declares itself are not known to the parser, so that
 * it cannot be made to multiply text. What is no well-formed XML, or has a text of more than 10 MB, is a FileRefusal.
 */
export function xmlParser(handlers: XmlHandlers): XmlParser {
  const parser = new SaxesParser();
  let decoder: TextDecoder | undefined;
  let silent = 0;
  parser.on('opentag', ({ name, attributes }) => {
    silent = 0;
    handlers.open?.(localName(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    silent = 0;
    handlers.close?.(localName(name));
  });
  parser.on('text', (text) => handlers.text?.(text));
  parser.on('cdata', (text) => handlers.text?.(text));
  parser.on('error', () => {
    throw damagedSpreadsheet();
  });
  return {
    write(chunk) {
      decoder ??= xmlDecoder(chunk);
      silent += chunk.length;
      parser.write(decoder.decode(chunk, { stream: true }));
      if (silent > MAX_RECORD_BYTES) throw new FileRefusal(rowTooLong());
    },
    end() {
      parser.write(decoder?.decode() ?? '');
      parser.close();
    },
  };
}

/** Parses a whole document; its handlers keep what they need. */
export async function readXml(chunks: AsyncIterable<Buffer>, handlers: XmlHandlers): Promise<void> {
  const parser = xmlParser(handlers);
  for await (const chunk of chunks) parser.write(chunk);
  parser.end();
}

/** By its mark, else as the document says, else UTF-8. */
function xmlDecoder(head: Buffer): TextDecoder {
  if (head[0] === 0xff && head[1] === 0xfe) return new TextDecoder('utf-16le');
  if (head[0] === 0xfe && head[1] === 0xff) return new TextDecoder('utf-16be');
  const start = head.subarray(0, 200).toString('latin1');
  const declared = /^\s*<\?xml[^>]*?encoding=["']([^"']+)["']/.exec(start)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(/^utf-?16/i.test(declared) ? 'utf-8' : declared);
  } catch {
    throw damagedSpreadsheet();
  }
}

/** The value of an attribute, whatever its prefix. */
export function attribute(attributes: Record<string, string>, name: string): string | undefined {
  return Object.entries(attributes).find(([key]) => localName(key) === name)?.[1];
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

export function damagedSpreadsheet(): FileRefusal {
  return new FileRefusal({
    code: 'export/damaged-spreadsheet',
    found: 'the spreadsheet is damaged',
    expected: 'a whole spreadsheet',
    hint: 'Export the file again, or open it in a spreadsheet program and save it as CSV',
  });
}
