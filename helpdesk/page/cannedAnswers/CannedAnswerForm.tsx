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
  makeStyles,
  Select,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { CannedAnswer } from '../../api.ts';
import { useSignedIn } from '../api/MeContext.ts';
import { useWords } from '../words/WordsContext.ts';
import { fillIn } from './fillIn.ts';
import { useChangeCannedAnswer } from './useChangeCannedAnswer.ts';

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  preview: {
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    unicodeBidi: 'isolate',
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    maxHeight: '160px',
    overflowY: 'auto',
  },
});

interface CannedAnswerFormProps {
  /** Without an id it is a new one. */
  answer: Omit<CannedAnswer, 'id'> & { id?: string };
  onClose: () => void;
}

/** Where a canned answer is written. */
export function CannedAnswerForm({ answer, onClose }: CannedAnswerFormProps) {
  const styles = useStyles();
  const { t, formats } = useWords();
  const me = useSignedIn();
  const [written, setWritten] = useState(answer);
  const [checked, setChecked] = useState(false);
  const save = useChangeCannedAnswer(t.canned.saved);
  const missing = (value: string) => (checked && !value.trim() ? t.canned.missing : undefined);
  const { title, language, text } = written;

  const submit = () => {
    setChecked(true);
    if (!title.trim() || !text.trim() || save.isPending) return;
    const path = answer.id === undefined ? '' : `/${encodeURIComponent(answer.id)}`;
    save.mutate({ path, body: { title: title.trim(), language, text: text.trim() } }, { onSuccess: onClose });
  };
  const example = {
    name: t.canned.examplePerson,
    firstName: t.canned.exampleFirstName,
    organization: t.canned.exampleOrganization,
    operator: me.name,
  };
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <DialogBody>
            <DialogTitle>{answer.id === undefined ? t.canned.add : t.canned.edit}</DialogTitle>
            <DialogContent className={styles.fields}>
              <Field label={t.canned.name} required validationMessage={missing(title)}>
                <Input
                  value={title}
                  maxLength={100}
                  onChange={(_, { value }) => setWritten({ ...written, title: value })}
                />
              </Field>
              <Field label={t.canned.language}>
                <Select value={language} onChange={(_, { value }) => setWritten({ ...written, language: value })}>
                  {me.choices.languages.map((code) => (
                    <option key={code} value={code}>
                      {formats.language(code)}
                    </option>
                  ))}
                </Select>
              </Field>
              <Field label={t.canned.text} required hint={t.canned.textHint} validationMessage={missing(text)}>
                <Textarea
                  value={text}
                  rows={6}
                  resize="vertical"
                  textarea={{ dir: 'auto', maxLength: 4_000 }}
                  onChange={(_, { value }) => setWritten({ ...written, text: value })}
                />
              </Field>
              {text && (
                <Field label={t.canned.preview}>
                  <div className={styles.preview} dir="auto">
                    {fillIn(text, example)}
                  </div>
                </Field>
              )}
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>{t.cancel}</Button>
              <Button type="submit" appearance="primary" disabled={save.isPending}>
                {t.canned.save}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
