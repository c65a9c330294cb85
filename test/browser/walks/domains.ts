import assert from 'node:assert/strict';
import type { Scene } from '../scene.ts';

/** Domains: the record to publish, what was found instead, verified; and who may use the online services. */
export function domains(scene: () => Scene): void {
  it('adds a domain, says what it found instead, and verifies it once the record is published', async () => {
    const marco = await scene().chat('Marco');
    scene().zone.set('contoso.it', [['v=spf1 -all']]);
    await marco.says('aggiungi il dominio contoso.it');
    await marco.sees('Ho aggiunto contoso.it');
    await marco.picture('domain-1-added');
    await marco.picture('domain-1-added', 'phone');
    const record = /usher-verification=[\w-]{27}/.exec((await marco.card.textContent()) ?? '')?.[0] ?? '';
    assert.notEqual(record, '');

    const [copy] = await Promise.all([marco.page.context().waitForEvent('page'), marco.press('Copia il valore')]);
    await copy.getByRole('button', { name: 'Copia' }).click();
    await copy.getByText('Copiato.').waitFor();
    assert.equal(await copy.evaluate('navigator.clipboard.readText()'), record);
    await copy.close();

    await marco.presses('Controlla ora');
    await marco.sees('v=spf1 -all');
    await marco.picture('domain-2-found-instead');
    scene().zone.set('contoso.it', [['v=spf1 -all'], [record]]);
    // A look-up is due every few seconds only; until then Usher says so, in a card that may say the same as before.
    const verified = marco.page.getByText('contoso.it è verificato:').last();
    const again = marco.page.getByRole('button', { name: 'Controlla ora', exact: true }).last();
    for (let tooSoon = false; !(await verified.isVisible()); ) {
      // The button goes when the domain is verified, be it by Usher itself.
      await again.click({ timeout: 2_000 }).catch(() => undefined);
      await verified.waitFor({ timeout: 2_000 }).catch(() => undefined);
      if (tooSoon || !(await marco.page.getByText('Ho appena controllato').count())) continue;
      tooSoon = true;
      await marco.picture('domain-3-too-soon');
    }
    // The card in which the button was pressed says it, and no second one does.
    await marco.sees('contoso.it è verificato:');
    assert.equal(await marco.page.getByText('Il tuo dominio è verificato').count(), 0);
    await marco.picture('domain-4-verified');
    await marco.says('i miei domini');
    await marco.sees('Domini della tua organizzazione');
    await marco.picture('domain-5-list');
    await marco.picture('domain-5-list', 'phone');
    await marco.presses('Mostra contoso.it');
    await marco.sees('contoso.it è verificato');
    await marco.presses('Rimuovi');
    await marco.sees('Rimuovere questo dominio?');
    await marco.picture('domain-6-remove');
    await marco.presses('Sì, rimuovi');
    await marco.sees('contoso.it non appartiene più');
    await marco.picture('domain-7-removed');
  });

  it('refuses what is no domain of an organization, beside the field', async () => {
    const marco = await scene().chat('Marco');
    await marco.says('domini');
    await marco.sees('Domini della tua organizzazione');
    for (const [name, problem] of [
      ['gmail.com', 'Il dominio appartiene a un fornitore di posta personale.'],
      ['co.uk', 'Non è il dominio di una sola organizzazione'],
    ] as const) {
      await marco.fills('Dominio', name);
      await marco.presses('Aggiungi');
      await marco.sees(problem);
      assert.equal(await marco.field('Dominio').inputValue(), name);
    }
    await marco.picture('domain-8-refused');
    await marco.presses('Annulla');
    await marco.sees('Annullato: Domini.');
  });

  it('tells any employee whether they may use the online services', async () => {
    const [giulia, anna] = [await scene().chat('Giulia'), await scene().chat('Anna')];
    await giulia.says('posso usare i servizi online?');
    await giulia.sees('Sì, puoi usare i servizi online');
    await giulia.picture('online-1-yes');
    await anna.says('may I use the online services?');
    await anna.sees('No, not yet');
    await anna.picture('online-2-no');
  });
}
