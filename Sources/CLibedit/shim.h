#pragma once

// One wrapper per operation of libedit, because Swift calls no variadic C function and reads no mutable C global
// (stdin, stdout). No behaviour lives here. The wide interface is used throughout: it counts characters the same way
// in every call, where the narrow one counts bytes in el_line and characters in el_deletestr.

#include <histedit.h>
#include <stdio.h>

typedef unsigned char (*libedit_key_function)(EditLine *_Nonnull, wint_t);
typedef wchar_t *_Nonnull (*libedit_prompt_function)(EditLine *_Nonnull);
typedef int (*libedit_read_function)(EditLine *_Nonnull, wchar_t *_Nonnull);

static inline EditLine *_Nullable libedit_open(const char *_Nonnull program) {
  return el_init(program, stdin, stdout, stderr);
}

static inline void libedit_set_owner(EditLine *_Nonnull e, void *_Nonnull owner) {
  el_wset(e, EL_CLIENTDATA, owner);
}

static inline void *_Nonnull libedit_owner(EditLine *_Nonnull e) {
  void *owner = NULL;
  el_wget(e, EL_CLIENTDATA, &owner);
  return owner;
}

static inline void libedit_set_prompt(EditLine *_Nonnull e, libedit_prompt_function _Nonnull prompt) {
  el_wset(e, EL_PROMPT, prompt);
}

static inline void libedit_set_reader(EditLine *_Nonnull e, libedit_read_function _Nonnull read) {
  el_wset(e, EL_GETCFN, read);
}

static inline void libedit_use_emacs_keys(EditLine *_Nonnull e) {
  el_set(e, EL_EDITOR, "emacs");
}

static inline void libedit_use_history(EditLine *_Nonnull e, HistoryW *_Nonnull h) {
  el_wset(e, EL_HIST, history_w, h);
}

static inline int libedit_is_editing(EditLine *_Nonnull e) {
  int editing = 0;
  el_get(e, EL_EDITMODE, &editing);
  return editing;
}

static inline void libedit_take_signal_keys_while_editing(EditLine *_Nonnull e) {
  el_set(e, EL_SETTY, "-d", "-isig", NULL);
}

static inline void libedit_stay_raw_between_lines(EditLine *_Nonnull e) {
  el_set(e, EL_SETTY, "-x", "-isig", "-icanon", "-echo", NULL);
}

static inline void libedit_add_function(
  EditLine *_Nonnull e, const char *_Nonnull name, const char *_Nonnull help, libedit_key_function _Nonnull function) {
  el_set(e, EL_ADDFN, name, help, function);
}

static inline void libedit_bind(EditLine *_Nonnull e, const char *_Nonnull key, const char *_Nonnull name) {
  el_set(e, EL_BIND, key, name, NULL);
}

static inline void libedit_bind_alternative(EditLine *_Nonnull e, const char *_Nonnull key, const char *_Nonnull name) {
  el_set(e, EL_BIND, "-a", key, name, NULL);
}

static inline void libedit_prepare_terminal(EditLine *_Nonnull e, int editing) {
  el_set(e, EL_PREP_TERM, editing);
}

static inline void libedit_clear_to_end_of_line(EditLine *_Nonnull e) {
  el_set(e, EL_ECHOTC, "-s", "ce", NULL);
}

static inline const char *_Nullable libedit_sequence(EditLine *_Nonnull e, char *_Nonnull capability) {
  const char *sequence = NULL;
  el_get(e, EL_GETTC, capability, &sequence);
  return sequence;
}

static inline void libedit_refresh(EditLine *_Nonnull e) {
  el_set(e, EL_REFRESH);
}

static inline void libedit_print(const char *_Nonnull text) {
  fputs(text, stdout);
}

static inline void libedit_history_size(HistoryW *_Nonnull h, int lines) {
  HistEventW event;
  history_w(h, &event, H_SETSIZE, lines);
}

static inline void libedit_history_without_repeats(HistoryW *_Nonnull h) {
  HistEventW event;
  history_w(h, &event, H_SETUNIQUE, 1);
}

static inline void libedit_history_add(HistoryW *_Nonnull h, const wchar_t *_Nonnull line) {
  HistEventW event;
  history_w(h, &event, H_ENTER, line);
}

static inline void libedit_history_clear(HistoryW *_Nonnull h) {
  HistEventW event;
  history_w(h, &event, H_CLEAR);
}
