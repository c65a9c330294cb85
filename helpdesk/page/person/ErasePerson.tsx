import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
} from '@fluentui/react-components';
import { DeleteRegular } from '@fluentui/react-icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Erased, PersonView } from '../../api.ts';
import { request } from '../api/request.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { useToast } from '../parts/useToast.tsx';
import { useWords } from '../words/WordsContext.ts';

/** Erases what a person said; whoever does it types the address, for nothing brings it back. */
export function ErasePerson({ person }: { person: PersonView }) {
  const { t } = useWords();
  const queries = useQueryClient();
  const { done, problem } = useToast();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const isSure = typed.trim().toLowerCase() === person.email.toLowerCase();

  const erase = useMutation({
    mutationFn: () => request<Erased>(`/people/${encodeURIComponent(person.email)}/erase`, {}),
    onSuccess(erased) {
      setOpen(false);
      done(t.person.erased(erased));
      // Nothing of it stays in the page either.
      queries.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' });
    },
    onError: problem,
  });
  return (
    <div>
      <ActionButton
        appearance="subtle"
        icon={<DeleteRegular />}
        tip={t.person.eraseTip}
        onAct={() => {
          setTyped('');
          setOpen(true);
        }}
      >
        {t.person.erase}
      </ActionButton>
      <Dialog open={open} onOpenChange={(_, data) => setOpen(data.open)}>
        <DialogSurface>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              if (isSure && !erase.isPending) erase.mutate();
            }}
          >
            <DialogBody>
              <DialogTitle>
                <bdi>{t.person.eraseTitle({ who: person.name ?? person.email })}</bdi>
              </DialogTitle>
              <DialogContent>
                <p>{t.person.eraseLong}</p>
                <Field label={`${t.person.eraseType}: ${person.email}`}>
                  <Input value={typed} onChange={(_, { value }) => setTyped(value)} autoComplete="off" />
                </Field>
              </DialogContent>
              <DialogActions>
                <Button onClick={() => setOpen(false)}>{t.cancel}</Button>
                <Button type="submit" appearance="primary" disabled={!isSure || erase.isPending}>
                  {t.person.erase}
                </Button>
              </DialogActions>
            </DialogBody>
          </form>
        </DialogSurface>
      </Dialog>
    </div>
  );
}
