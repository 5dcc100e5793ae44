/* The least that a program with a prompt can do: open libedit and read one line. */

#include <histedit.h>
#include <stdio.h>

static char *prompt(EditLine *editor) {
  (void)editor;
  return "> ";
}

int main(void) {
  EditLine *editor = el_init("minimal", stdin, stdout, stderr);
  int length = 0;
  if (editor == NULL) return 1;
  el_set(editor, EL_PROMPT, prompt);
  el_set(editor, EL_EDITOR, "emacs");
  el_gets(editor, &length);
  el_end(editor);
  return 0;
}
