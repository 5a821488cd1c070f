import { expect, test } from 'vitest';

import { fieldNamed } from '../../extension/record/field-names.ts';

/* Labels of CRMs as staff see them in their own languages; what names no field, or somebody else's, is not taken for one. */

test.each([
  ['Numéro de la requête', 'reference'],
  ['Aanvraagnummer', 'reference'],
  ['Numer zgłoszenia', 'reference'],
  ['Número del caso', 'reference'],
  ['Rhif yr Achos', 'reference'],
  ['Huurovereenkomstnummer', 'tenancy'],
  ['Referencia del contrato de alquiler', 'tenancy'],
  ['Mietvertragsnummer', 'tenancy'],
  ['Cyfeirnod y Denantiaeth', 'tenancy'],
  ['Tipo de arrendamiento', 'tenancyType'],
  ['Compte de loyer', 'rentAccount'],
  ['Adres van de woning', 'address'],
  ['Dirección del inmueble', 'address'],
  ['Objektadresse', 'address'],
  ['Adresse e-mail du contact', 'email'],
  ['Correo electrónico de contacto', 'email'],
  ['Telefoonnummer contactpersoon', 'phone'],
  ['Rhif Ffôn Cyswllt', 'phone'],
  ['電話番号', 'phone'],
  ['Nombre del contacto', 'name'],
  ['Naam contactpersoon', 'name'],
  ['Klachtfase', 'stage'],
  ['Fecha/Hora de apertura', 'received'],
  ['Data/godzina otwarcia', 'received'],
  ['Fecha límite de respuesta', 'due'],
  ['Antwort fällig am', 'due'],
  ['Priorità', 'priority'],
  ['Título del caso', 'subject'],
  ['Opis', 'notes'],
  ['Telefoon aannemer', null],
  ['Teléfono del contratista', null],
  ['Nombre de la empresa', null],
  ['Adresse IP', null],
  ['Datum', null],
  ['Numéro', null],
  ['de la', null],
])('%s: %s', (label, field) => {
  expect(fieldNamed(label)).toBe(field);
});
