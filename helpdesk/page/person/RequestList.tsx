import { Text } from '@fluentui/react-components';
import type { PersonView } from '../../api.ts';
import { named } from '../words/named.ts';
import { useWords } from '../words/WordsContext.ts';
import { Block } from './Block.tsx';
import { Entry } from './Entry.tsx';
import { Quiet } from './Quiet.tsx';

/** What the person has asked for. */
export function RequestList({ requests }: { requests: PersonView['requests'] }) {
  const { t, texts, formats } = useWords();
  return (
    <Block title={t.person.requests} none={t.person.noRequests} isEmpty={requests.length === 0}>
      {requests.map(({ id, accountName, roles, state, madeAt, decidedBy }) => (
        <Entry key={id}>
          <Text weight="semibold">
            <bdi>{accountName}</bdi>
          </Text>
          {roles.length > 0 && <Text size={200}>{formats.list(roles.map((role) => named(texts.roles, role)))}</Text>}
          <Quiet>
            {t.person.madeAt({ when: formats.date(madeAt) })}, {named(t.person.requestStates, state)}
          </Quiet>
          {decidedBy && (
            <Quiet>
              <bdi>{t.person.decidedBy({ who: decidedBy })}</bdi>
            </Quiet>
          )}
        </Entry>
      ))}
    </Block>
  );
}
