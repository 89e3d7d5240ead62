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
      decoder ??= new TextDecoder(xmlEncoding(chunk));
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

function xmlEncoding(head: Buffer): string {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

export function damagedSpreadsheet(): FileRefusal {
  return new FileRefusal({
    code: 'export/damaged-spreadsheet',
    found: 'the spreadsheet is damaged',
    expected: 'a whole XLSX file',
    hint: 'Export the file again, or open it in a spreadsheet program and save it as CSV',
  });
}
