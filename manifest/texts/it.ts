import type { AppTexts } from '../AppTexts.ts';

export const it: AppTexts = {
  shortName: 'Usher',
  fullName: "Usher, l'assistente che ti accompagna nel Business Center",
  shortDescription: 'Chi può invitarti nel Business Center e che cosa puoi fare una volta entrato.',
  fullDescription: [
    'Al Business Center, dove le organizzazioni gestiscono i contratti multilicenza del Microsoft Products and Services Agreement, si accede solo su invito. Usher ti mostra la strada.',
    "Chiedi con parole tue chi può invitarti, dov'è il tuo invito, quale ruolo hai e che cosa ti consente. Se nessuno ti ha ancora invitato, Usher inoltra la tua richiesta a un amministratore.",
    "Gli amministratori invitano una persona o molte in una volta, rispondono alle richieste e aggiungono i domini dell'organizzazione. I partner Microsoft inviano un nuovo invito all'amministratore di un cliente o designano un'altra persona.",
    'Usher parla italiano e inglese. Se non può aiutarti, ti mette in contatto con una persona.',
  ].join('\n\n'),
  helpdeskTab: 'Assistenza',
  commands: {
    findAdministrator: {
      title: 'Trova il mio amministratore',
      description: "Scopri chi può invitarti e se c'è già un invito che ti aspetta",
    },
    resendInvitation: {
      title: 'Invia di nuovo un invito',
      description: "Fai inviare un'altra volta l'invito dell'Amministratore account acquisti",
    },
    inviteUser: {
      title: 'Invita un utente',
      description: 'Invita una persona o molte in una volta, con i ruoli che scegli',
    },
    checkRole: {
      title: 'Qual è il mio ruolo?',
      description: 'Vedi i tuoi ruoli, che cosa consentono e chi può assegnartene altri',
    },
    addDomain: {
      title: 'Aggiungi un dominio',
      description: "Aggiungi un dominio dell'organizzazione o vedi a che punto è la verifica",
    },
    onlineServices: {
      title: 'Posso usare i servizi online?',
      description: 'Vedi se il dominio del tuo indirizzo è associato a un account acquisti',
    },
    partner: {
      title: 'Mostra i miei clienti',
      description: 'Per i partner: vedi a che punto sono gli amministratori dei clienti, reinvia o designane altri',
    },
    person: { title: 'Parla con una persona', description: "Continua con qualcuno dell'assistenza" },
    changeLanguage: { title: 'Cambia lingua', description: 'Scegli la lingua in cui Usher ti scrive' },
    help: { title: 'Aiuto', description: 'Vedi che cosa Usher può fare per te' },
  },
};
