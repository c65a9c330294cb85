import {
  AvatarGroup,
  AvatarGroupItem,
  Button,
  Caption1,
  Menu,
  MenuItem,
  MenuItemLink,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  mergeClasses,
  Skeleton,
  SkeletonItem,
  Subtitle2,
  Tooltip,
  tokens,
  useRestoreFocusTarget,
} from '@fluentui/react-components';
import {
  ArrowDownloadRegular,
  ArrowLeftRegular,
  LinkRegular,
  MoreHorizontalRegular,
  PersonInfoRegular,
} from '@fluentui/react-icons';
import type { ConversationDetails } from '../../api.ts';
import { personCalled } from '../conversations/personCalled.ts';
import { StateBadge } from '../conversations/StateBadge.tsx';
import { usePlace } from '../conversations/usePlace.ts';
import { useShortcut } from '../keyboard/useShortcut.ts';
import { useCopyLink } from '../parts/useCopyLink.ts';
import { useFocusTaken } from '../parts/useFocusTaken.ts';
import { useShape } from '../parts/useShape.ts';
import { named } from '../words/named.ts';
import { useWords } from '../words/WordsContext.ts';
import { StepButtons } from './StepButtons.tsx';

const useStyles = makeStyles({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minHeight: '64px',
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    outlineStyle: 'none',
  },
  who: { flex: '1 1 160px', minWidth: 0, display: 'flex', flexDirection: 'column' },
  clipped: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  quiet: { color: tokens.colorNeutralForeground3 },
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalXS },
});

interface ConversationHeadProps {
  id: string;
  details: ConversationDetails | undefined;
  personShown: boolean;
  onTogglePerson: () => void;
}

/** Who speaks here, who else looks, and what can be done. */
export function ConversationHead(p: ConversationHeadProps) {
  const styles = useStyles();
  const { t, texts, formats } = useWords();
  const { place, go } = usePlace();
  const copyLink = useCopyLink();
  const narrow = useShape() === 'narrow';
  const { message: _message, ...list } = place;
  const close = () => go(list);
  const head = useFocusTaken<HTMLElement>();
  const personOpener = useRestoreFocusTarget();
  useShortcut('Escape', close);

  const back = narrow && <Button appearance="subtle" icon={<ArrowLeftRegular />} aria-label={t.back} onClick={close} />;
  if (!p.details) {
    return (
      <header ref={head} tabIndex={-1} className={styles.head}>
        {back}
        <Skeleton aria-label={t.loading} style={{ width: '50%' }}>
          <SkeletonItem size={20} />
        </Skeleton>
      </header>
    );
  }
  const { conversation, watchers } = p.details;
  const name = personCalled(conversation, t);
  const walk = conversation.walk && named(texts.walks, conversation.walk);
  const about = [
    t.list.channels[conversation.channel],
    conversation.language && formats.language(conversation.language),
    walk && conversation.step ? t.conversation.walkAt({ walk, step: named(t.steps, conversation.step) }) : walk,
    t.conversation.startedAt({ when: formats.date(conversation.startedAt) }),
  ].filter(Boolean);
  const address = `/helpdesk/conversations/${encodeURIComponent(p.id)}`;
  const exported = (kind: string) => `/helpdesk/api/export/conversations/${encodeURIComponent(p.id)}.${kind}`;

  return (
    <header ref={head} tabIndex={-1} className={styles.head}>
      {back}
      <div className={styles.who}>
        <Subtitle2 as={narrow ? 'h1' : 'h2'} className={styles.clipped} style={{ margin: 0 }}>
          <bdi>{name}</bdi>
        </Subtitle2>
        <Caption1 className={mergeClasses(styles.quiet, styles.clipped)}>{about.join(' · ')}</Caption1>
        <StateBadge row={conversation} />
      </div>
      {watchers.length > 0 && (
        <Tooltip content={t.conversation.alsoHere({ names: formats.list(watchers) })} relationship="label">
          <AvatarGroup layout="stack" size={24} tabIndex={0} role="img">
            {watchers.slice(0, 4).map((watcher) => (
              <AvatarGroupItem key={watcher} name={watcher} color="colorful" aria-hidden as="span" />
            ))}
          </AvatarGroup>
        </Tooltip>
      )}
      <div className={styles.actions}>
        <StepButtons conversation={conversation} />
        <Tooltip content={p.personShown ? t.conversation.hidePerson : t.conversation.showPerson} relationship="label">
          <Button
            {...personOpener}
            appearance="subtle"
            icon={<PersonInfoRegular />}
            aria-expanded={p.personShown}
            onClick={p.onTogglePerson}
          />
        </Tooltip>
        <Menu>
          <MenuTrigger disableButtonEnhancement>
            <Tooltip content={t.conversation.menu} relationship="label">
              <Button appearance="subtle" icon={<MoreHorizontalRegular />} />
            </Tooltip>
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              <MenuItem icon={<LinkRegular />} onClick={() => copyLink(address)}>
                {t.conversation.copyLink}
              </MenuItem>
              <MenuItemLink icon={<ArrowDownloadRegular />} href={exported('json')} download>
                {t.conversation.exportJson}
              </MenuItemLink>
              <MenuItemLink icon={<ArrowDownloadRegular />} href={exported('csv')} download>
                {t.conversation.exportCsv}
              </MenuItemLink>
            </MenuList>
          </MenuPopover>
        </Menu>
      </div>
    </header>
  );
}
