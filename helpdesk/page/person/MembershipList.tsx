import { Text } from '@fluentui/react-components';
import type { PersonView } from '../../api.ts';
import { named } from '../words/named.ts';
import { useWords } from '../words/WordsContext.ts';
import { Block } from './Block.tsx';
import { Entry } from './Entry.tsx';
import { Quiet } from './Quiet.tsx';

/** The purchasing accounts that the person is in, and as what. */
export function MembershipList({ memberships }: { memberships: PersonView['memberships'] }) {
  const { t, texts, formats } = useWords();
  return (
    <Block title={t.person.memberships} none={t.person.noMemberships} isEmpty={memberships.length === 0}>
      {memberships.map(({ account, roles }) => (
        <Entry key={account.id}>
          <Text weight="semibold">
            <bdi>{account.name}</bdi>
          </Text>
          <Quiet>{t.person.account({ number: account.number })}</Quiet>
          {roles.map(({ role, since, by }) => (
            <div key={role}>
              <Text block>{named(texts.roles, role)}</Text>
              <Quiet>
                {by
                  ? t.person.sinceBy({ when: formats.date(since), by })
                  : t.person.since({ when: formats.date(since) })}
              </Quiet>
            </div>
          ))}
        </Entry>
      ))}
    </Block>
  );
}
