import { expect, it, onTestFinished } from 'vitest';
import {
  looksPersonal,
  questionPurpose,
  tellsNothing,
} from '#generate/exports/adapters/survey-privacy.ts';
import { openEngine } from '#generate/warehouse/engine.ts';

/** The SQL's answer for each text, asked in one query. */
async function answers(texts: string[], sql: (text: string) => string): Promise<unknown[]> {
  const engine = await openEngine();
  onTestFinished(() => engine.close());
  const rows = await engine.rows(
    `SELECT ${sql('text')} AS answer FROM (SELECT unnest($1::VARCHAR[]) AS text, generate_subscripts($1::VARCHAR[], 1) AS place) ORDER BY place`,
    [JSON.stringify(texts)],
  );
  return rows.map(({ answer }) => answer);
}

it('questionPurpose() knows questions about the person from questions about the shop', async () => {
  const cases: [string, string | null][] = [
    ['What is your name?', 'personal'],
    ['Name of the Onboarding Member', 'personal'],
    ['first_name', 'personal'],
    ['Screen Name', 'personal'],
    ['Vorname', 'personal'],
    ['Shipping address', 'personal'],
    ['In what ZIP code is your home located? (enter 5-digit ZIP code)', 'personal'],
    ['Birthday (MM/DD)', 'personal'],
    ['IP Address', 'personal'],
    ['Address line 2', 'personal'],
    ['Zip/Post Code', 'personal'],
    ['fbclid', 'personal'],
    ['utm_source', null],
    ['Email', 'email'],
    ['Personal Email ID of the Onboarding Member', 'email'],
    ['What is your best e-mail?', 'email'],
    ['E-Mail-Adresse', 'email'],
    ['Contact Number of the Onboarding Member', 'phone'],
    ['Mobile number', 'phone'],
    ['order_id', 'order'],
    ['Your order number', 'order'],
    ['customer_id', 'customer'],
    ['Custom Data 1', 'customer'],
    ['Name one song you want to hear at the party.', null],
    ['Name of the product you bought', null],
    ['Did we address your concern?', null],
    ['How helpful was your e-mail?', null],
    ['Which phone do you own?', null],
    ['What did you order?', null],
    ['What do you think of our e-mails?', null],
    ['How likely are you to recommend us?', null],
    ['Pourrions-nous avoir votre nom complet avant de terminer ?', 'personal'],
    ['Votre prénom', 'personal'],
    ['Wie ist Ihr Name?', 'personal'],
    ['Vor- und Nachname', 'personal'],
    ['¿Cuál es tu nombre?', 'personal'],
    ['Danos tu dirección para que disfrutes del beneficio.', 'personal'],
    ['Qual è il tuo cognome?', 'personal'],
    ['Qual o seu nome completo?', 'personal'],
    ['Wat is je achternaam?', 'personal'],
    ['Nama', 'personal'],
    ['Adınız Soyadınız', 'personal'],
    ['Fecha de nacimiento', 'personal'],
    ['Quel est le nom du produit ?', null],
    ['Wie heißt der Laden, in dem Sie kaufen?', null],
    ['Was halten Sie von unserem Namen?', null],
    ['Onde encontrou o nosso endereço?', null],
  ];
  const purposes = await answers(
    cases.map(([question]) => question),
    (text) => questionPurpose(text, "''"),
  );
  expect(cases.map(([question], index) => [question, purposes[index]])).toEqual(cases);
});

it('looksPersonal() knows addresses, phones and files by their shape, and no dates, orders or marks', async () => {
  const cases: [string, boolean][] = [
    ['ann@example.com', true],
    ["'+44 7700 900123", true],
    ['020 7946 0958', true],
    ['(555) 010-1234', true],
    ['5550101234', true],
    ['https://example.com/responses/files/photo.jpg', true],
    ['2026-01-05', false],
    ['05/01/2026 10:00', false],
    ['1000234', false],
    ['111-1234567-1234567', false],
    ['18-29', false],
    ['$50,000 - $99,999', false],
    ['Write to ann@example.com', false],
    ['10 - Extremely likely', false],
  ];
  const found = await answers(
    cases.map(([cell]) => cell),
    looksPersonal,
  );
  expect(cases.map(([cell], index) => [cell, found[index]])).toEqual(cases);
  expect(await answers(['7', '10', 'yes', '1001', 'Ann'], tellsNothing)).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
});
